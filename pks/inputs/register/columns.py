"""What the columns of a register mean: proposed from their headings and their cells, decided by the map."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from pks.domain.rules.privacy import found_in
from pks.inputs.cell_text import text_of
from pks.inputs.grid import Cell, letters_of
from pks.inputs.register.days import plain, read_day
from pks.inputs.register.words import body_of, is_nothing, state_of

MEANINGS: Final = (
    "title", "party", "number", "signatory", "starts", "ends", "term", "signed", "status", "instrument",
    "partner-kind", "lead", "scope", "location", "purpose", "note", "link", "year", "register", "id", "keep", "contact",
    "skip",
)  # fmt: skip
# What these say is about one party: `ours`, `either`, or the partner in column 1, 2, 3 ...
OF_A_PARTY: Final = frozenset({"party", "number", "signatory"})
_HEADINGS: Final = tuple(
    (re.compile(pattern), meaning)
    for pattern, meaning in (
        (r"e-?mail|surel|\btelp|telepon|\bhp\b|whats ?app|\bwa\b|\bpic\b|\bni[kp]\b|kontak\b|contact|narahubung|alamat",
         "contact"),
        (r"^(?:no\.?|nomor|nomor urut|no\.? urut|#|column 1)$", "skip"),
        (r"^(?:baris|hasil|yang perlu dilihat|row|outcome|to look at)$", "skip"),
        (r"^id$", "id"),
        (r"^(?:perjanjian|agreement)$", "title"),
        (r"ditandatangani|^signed$", "signed"),
        (r"pengingat|reminder|kalender|calendar|sisa (?:waktu|hari)|^id\b", "skip"),
        (r"regist(?:er|rasi)\b.*(?:no|nomor)|(?:no\.?|nomor) regist", "register"),
        (r"(?:tanggal|tgl\.?)? ?mulai|\bstart|^awal|\btmt\b|berlaku (?:sejak|dari|mulai)|tanggal awal", "starts"),
        (r"selesai|berakhir|\bakhir\b|berlaku (?:hingga|sampai|s/?d)|jatuh tempo|kedalu?warsa|kadalu|\bend|expir",
         "ends"),
        (r"(?:tanggal|tgl\.?) ?(?:penanda|tanda|ttd|pks|mou|dokumen|naskah|perjanjian|surat)", "signed"),
        (r"^(?:tanggal|tgl\.?|date)$|signing date", "signed"),
        (r"jangka waktu|masa berlaku|durasi|\blama\b|duration|periode|term\b", "term"),
        (r"nomor|\bno\.? ?(?:pks|mou|perjanjian|naskah|surat|dokumen|kb|nk)|dasar hukum|\bnumber", "number"),
        (r"judul|tentang|perihal|uraian|\btitle|nama (?:kerja ?sama|perjanjian|naskah)|subject", "title"),
        (r"(?:jenis|kategori|kelompok) (?:mitra|instansi|partner)", "partner-kind"),
        (r"jenis|bentuk|instrumen|\btipe", "instrument"),
        (r"status|kondisi|keterangan ker?ja ?sama", "status"),
        (r"penanda ?tangan|^sign\b|pejabat|\bttd\b|signator", "signatory"),
        (r"ruang lingkup|objek|\bscope|lingkup", "scope"),
        (r"pengampu|\bopd\b|\bskpd\b|unit kerja|perangkat daerah|pelaksana|bidang|unit", "lead"),
        (r"lokasi|tempat|location", "location"),
        (r"tujuan|maksud|purpose", "purpose"),
        (r"mitra|pihak|rekanan|instansi|partner|\bpart(?:y|ies)\b", "party"),
        (r"keterangan|catatan|\bket\b|remark|notes?\b", "note"),
        (r"\burl\b|\blink|tautan|\bfile\b|scan|dokumen", "link"),
        (r"tahun|\byear", "year"),
    )
)  # fmt: skip
_OURS: Final = re.compile(
    r"\b(?:rs|rsud|kami|kita|pemda|pemkab|pemkot|pemprov|setda|kabupaten|kota|provinsi|internal|ours?)\b"
)
_THEIRS: Final = re.compile(r"mitra|rekanan|partner|pihak (?:kedua|2|ii|ketiga)|instansi")
# Such a heading names the party itself, however few and short the names below it are.
_IN_ORDER: Final = re.compile(r"\bpihak (?:ke|pertama|[1-9]|i{1,3}\b|iv\b)")
_FIRST: Final = re.compile(r"\bpihak (?:pertama|kesatu|ke-?(?:1|i)\b|1\b|i\b)")
_SLOT: Final = re.compile(r"\b([1-9]|i{1,3}|iv)\b$")
_SLOTS: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_NUMBERED: Final = re.compile(r"[0-9].*[/.\-]|[/.\-].*[0-9]|[0-9]+ tahun [0-9]{4}", re.DOTALL | re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://\S+")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
# Over a column of 1, 2, 3 it counts the rows; over one of document numbers it means these.
_PERHAPS_SEQUENCE: Final = frozenset({"nomor", "no", "no."})
_HALF: Final = 0.5
_FEW_KINDS: Final = 12


class Column(NamedTuple):
    """A column: its place from 0, the name the map has for it, its meaning and whose it is (see `OF_A_PARTY`)."""

    place: int
    name: str
    meaning: str
    owner: str = ""

    @property
    def said(self) -> str:
        """The meaning as the map writes it: `number ours`, `party 2`, `title`."""
        return f"{self.meaning} {self.owner}".strip() if self.owner != "1" else self.meaning


def meaning_of_heading(heading: str) -> str | None:
    """What a heading means by its words alone; None where they mean nothing that is known."""
    words = plain(heading).strip(" :*")
    return next((meaning for pattern, meaning in _HEADINGS if pattern.search(words)), None) if words else None


def counts_parties(columns: Sequence[Column]) -> bool:
    """Whether the headings count the parties from the first on, so that none is left unsaid."""
    words = [plain(one.name) for one in columns if one.meaning == "party" and _IN_ORDER.search(plain(one.name))]
    return len(words) > 1 and any(_FIRST.search(one) for one in words)


def names_of(headings: Sequence[Cell]) -> list[str]:
    """A name for each column that no other has: its heading, or its letter where it has none."""
    names: list[str] = []
    for index, heading in enumerate(headings):
        words = " ".join(str(heading).split()) if heading is not None else ""
        name, number = words or letters_of(index), 2
        while name in names:
            name, number = f"{words} ({number})", number + 1
        names.append(name)
    return names


def propose(headings: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> list[Column]:
    """The meaning of each column of `rows` under `headings`; only one column has the title, the starts or the ends."""
    names = names_of(headings)
    cells = [[row[index] for row in rows if not _empty(row[index])] for index in range(len(names))]
    words = ["" if heading is None else plain(str(heading)) for heading in headings]
    meanings = [_meaning(word, found) for word, found in zip(words, cells, strict=True)]
    _settle_kinds(words, meanings, cells)
    for single in (
        "title",
        "starts",
        "ends",
        "term",
        "signed",
        "status",
        "instrument",
        "partner-kind",
        "register",
        "id",
    ):
        places = [index for index, meaning in enumerate(meanings) if meaning == single]
        for index in places[1:]:
            meanings[index] = "keep"
    owners = _owners(words, meanings)
    return [Column(*one) for one in zip(range(len(names)), names, meanings, owners, strict=True)]


def _meaning(word: str, cells: Sequence[Cell]) -> str:
    """The meaning by the heading, where the cells bear it out; by the cells where the heading says nothing."""
    meaning = meaning_of_heading(word)
    if not cells:
        return "skip" if meaning is None else meaning
    if word in _PERHAPS_SEQUENCE and _share(cells, _looks_like_number) > _HALF:
        return "number"
    if _share(cells, lambda text: bool(found_in(text))) > _HALF:
        return "skip" if meaning == "skip" else "contact"
    if meaning == "number" and _share(cells, _looks_like_number) < _HALF:
        return "keep"
    if meaning == "note" and _share(cells, lambda text: state_of(text) is not None) > _HALF:
        return "status"
    if meaning == "status" and _share(cells, lambda text: state_of(text) is not None) < _HALF:
        return "note"
    if meaning in {"starts", "ends"} and not any(read_day(cell) for cell in cells):
        return "keep"
    return meaning or _meaning_of_cells(cells)


def _meaning_of_cells(cells: Sequence[Cell]) -> str:
    if _share(cells, lambda text: _YEAR.fullmatch(text) is not None) > _HALF:
        return "year"
    if _share(cells, lambda text: _ADDRESS.fullmatch(text) is not None) > _HALF:
        return "link"
    return "note"


def _settle_kinds(words: Sequence[str], meanings: list[str], cells: Sequence[Sequence[Cell]]) -> None:
    """Of several columns for the partner, one that holds few words for kinds of partners is their kind."""
    parties = [index for index, meaning in enumerate(meanings) if meaning == "party"]
    if len(parties) < 2:  # noqa: PLR2004  # one is the partner, whatever it holds
        return
    for index in (one for one in parties if not _IN_ORDER.search(words[one])):
        kinds = Counter(plain(text_of(cell)) for cell in cells[index])
        if len(kinds) <= _FEW_KINDS and _share(cells[index], lambda text: body_of(text) is not None) > _HALF:
            meanings[index] = "partner-kind"


def _owners(words: Sequence[str], meanings: Sequence[str]) -> list[str]:
    """Whose each column is. Two of a kind that do not say so are of either party: their cells must tell."""
    of_numbers = [word for word, meaning in zip(words, meanings, strict=True) if meaning == "number"]
    told = any(_THEIRS.search(word) for word in of_numbers)
    owners = []
    for index, (word, meaning) in enumerate(zip(words, meanings, strict=True)):
        if meaning not in OF_A_PARTY:
            owners.append("")
        elif slot := _SLOT.search(word):
            owners.append(_SLOTS.get(slot[1], slot[1]))
        elif meaning == "party":
            owners.append(str(1 + sum(one == "party" for one in meanings[:index])))
        else:
            owners.append(_owner(word, meaning, told=told, alone=meanings.count(meaning) == 1))
    return owners


def _owner(word: str, meaning: str, *, told: bool, alone: bool) -> str:
    if _THEIRS.search(word):
        return "1"
    if _OURS.search(word) or (told and meaning == "number"):
        return "ours"
    return "ours" if alone and meaning == "number" else "either"


def _empty(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and is_nothing(cell))


def _share(cells: Sequence[Cell], holds: Callable[[str], bool]) -> float:
    return sum(holds(" ".join(text_of(cell).split())) for cell in cells) / len(cells) if cells else 0.0


def _looks_like_number(text: str) -> bool:
    return _NUMBERED.search(text) is not None
