"""The file of one agreement as offices write them: about 60 lines, no two alike, the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from random import Random
from typing import Final, NamedTuple

from benchmarks.lives import TODAY, Life, ended

REPORTED_SINCE: Final = date(2025, 7, 1)
_HALVES: Final = (
    ("2025-S2", date(2025, 7, 1), date(2025, 12, 31)),
    ("2025-S1", date(2025, 1, 1), date(2025, 6, 30)),
)
_QUARTERS: Final = (
    ("2025-Q4", date(2025, 10, 1), date(2025, 12, 31)),
    ("2025-Q3", date(2025, 7, 1), date(2025, 9, 30)),
)
_CHAIRS: Final = ("Asisten Pemerintahan dan Kesra", "Sekretaris Daerah", "Kepala Bagian Tata Pemerintahan")
_SCOPES: Final = (
    "Penyelenggaraan pelayanan", "Peningkatan kapasitas sumber daya manusia", "Pertukaran data dan informasi",
    "Penyediaan sarana dan prasarana", "Pemantauan dan evaluasi bersama",
)  # fmt: skip
_CLAUSES: Final = (
    ("PIHAK KEDUA", "PARA PIHAK"), ("dapat melakukan", "wajib melakukan"),
    ("Pengadilan Negeri", "Musyawarah untuk mufakat"), ("paling lambat 30 hari", "paling lambat 14 hari kerja"),
)  # fmt: skip
_CLUSTERS: Final = ("pelayanan", "data", "pelatihan")  # the last is nobody's yet
_TASKS: Final = ("Monitoring triwulan", "Rapat evaluasi tahunan", "Rekonsiliasi data peserta", "Serah terima barang")


class _Party(NamedTuple):
    key: str
    name: str
    ours: bool


class _Writer(NamedTuple):
    """What the parts of a file are written from."""

    life: Life
    chance: Random
    parties: tuple[_Party, ...]

    @property
    def runs(self) -> bool:
        """Whether it is in force today, with no successor signed."""
        ends = self.life.ends
        return self.life.stage in {"reporting", "renewal"} and not self.life.closed and (ends or TODAY) >= TODAY


def record(life: Life) -> str:
    """The text of the file of `life`."""
    deal = life.deal
    parties = (
        _Party("kami", f"{deal.unit} Kabupaten Ketapang", ours=True),
        _Party("mitra", deal.partner if deal.sector != "hukum" else f"{deal.partner} {deal.region}", ours=False),
        *(
            _Party(f"mitra-{no}", f"Pemerintah Desa {deal.region} {no}", ours=False)
            for no in range(2, deal.sharers + 2)
        ),
    )
    writer = _Writer(life, Random(life.id), parties)
    parts = (
        _what,
        _links,
        _who,
        _term,
        _offer,
        _facilitation,
        _corrections,
        _signing,
        _reports,
        _tasks,
        _reviews,
        _renewal,
        _history,
    )
    return "".join(f"{line}\n" for part in parts for line in part(writer))


def _what(writer: _Writer) -> Iterator[str]:
    life, chance = writer.life, writer.chance
    deal = life.deal
    if chance.random() < 0.3:
        yield f"# {chance.choice(('Berkas di lemari', 'Salinan dari rak'))} {chance.randint(1, 9)}"
    title = f"{deal.title} di Kabupaten {deal.region}"
    yield f"title: {title}" if chance.random() < 0.8 else f'title: "{title}"'
    if chance.random() < 0.7:
        yield f"purpose: Meningkatkan mutu pelayanan {deal.sector} dengan sumber daya yang ada pada para pihak"
    yield f"location: Kabupaten {deal.region}"
    yield f"instrument: {'KB' if deal.umbrella else 'PKS'}" + ("            # payung" if deal.umbrella else "")
    yield f"cooperation: {_cooperation(deal.partner)}"
    yield f"sectors: [{deal.sector}]"
    yield f"lead: {deal.unit}"
    yield "legal_basis: [UU 23/2014 tentang Pemerintahan Daerah, PP 28/2018 tentang Kerja Sama Daerah]"
    yield "scope:"
    yield from (f"  - {one}" for one in chance.sample(_SCOPES, chance.randint(2, 4)))


def _cooperation(partner: str) -> str:
    if partner.startswith(("RS Bhayangkara", "Kejaksaan", "Universitas", "Politeknik")):
        return "Sinergi"
    return "KSDPK" if partner.startswith(("PT", "Yayasan")) else "KSDD"


def _links(writer: _Writer) -> Iterator[str]:
    life = writer.life
    if life.under:
        yield f"under: {life.under}"
        yield f"cluster: {writer.chance.choice(_CLUSTERS[:2])}"
    if life.deal.umbrella:
        yield f"clusters: [{', '.join(f'{{name: {name}}}' for name in _CLUSTERS)}]"
    if life.follows:
        yield f"renews: {life.follows}"


def _who(writer: _Writer) -> Iterator[str]:
    life, signed = writer.life, writer.life.signed
    yield "parties:"
    for place, party in enumerate(writer.parties, start=1):
        yield f"  - key: {party.key}"
        yield f"    name: {party.name}"
        if party.ours:
            yield "    ours: true"
        if signed:
            yield f"    number: 119/{life.deal.number}.{place}/PKS/{signed.year}"
        mandate = f", mandate: {{number: 100/{place}/SK, date: {life.entered[0]}}}" if party.ours else ""
        yield f"    signatory: {{office: Kepala {party.name}{mandate}}}"
        if signed:
            yield f"    signed: {signed}"


def _term(writer: _Writer) -> Iterator[str]:
    life, chance = writer.life, writer.chance
    yield "term:"
    if life.starts:
        yield f"  starts: {life.starts}"
    yield f"  length: {life.deal.years} {chance.choice(('years', 'tahun'))}"
    if life.ends and chance.random() < 0.3:
        yield f"  ends: {ended(life.starts or TODAY, life.deal.years)}"
    if chance.random() < 0.1:
        yield "  notice: 120 days"
    if life.deal.umbrella and writer.runs:
        yield "  review: 1 year"


def _offer(writer: _Writer) -> Iterator[str]:
    life, chance = writer.life, writer.chance
    sent, answered = life.entered[0], life.entered[0] + timedelta(days=chance.randint(4, 25))
    if answered < TODAY:
        replied = "" if life.stage == "draft" and chance.random() < 0.2 else f", replied: {answered}"
        yield f"offer: {{sent: {sent}, number: 119/{life.deal.number}/TAPEM{replied}}}"
    amount = chance.randint(10, 900) * 1_000_000
    yield f"funding: [{{source: {chance.choice(('APBD', 'APBD', 'each-party', 'BLUD'))}, amount: {amount}}}]"
    if life.stage == "corrections" and chance.random() < 0.2:
        yield "council:"
        yield "  burdens_public: ya"
        yield f"  submitted: {life.entered[2]}"
    elif life.stage not in {"draft", "facilitation"}:
        yield "council: {burdens_public: tidak, unbudgeted: tidak}"


def _facilitation(writer: _Writer) -> Iterator[str]:
    life, chance = writer.life, writer.chance
    if life.stage == "draft":
        return
    planned = life.stage == "facilitation"
    if planned and chance.random() < 0.4:  # nobody has set a day
        return
    held = life.entered[1] + timedelta(days=chance.randint(0, 5)) if not planned else _around(chance, -8, 20)
    yield "facilitation:"
    yield f"  - date: {max(held, life.entered[1])}"
    yield "    place: Ruang Rapat Setda Ketapang"
    yield f"    mode: {chance.choice(('in-person', 'hybrid', 'online'))}"
    yield f"    chair: {chance.choice(_CHAIRS)}"
    yield f"    attendees: [Bagian Hukum, {life.deal.unit}, {{unit: {life.deal.partner}, mode: online}}]"
    yield f"    outcome: {'planned' if planned else 'corrections'}"


def _corrections(writer: _Writer) -> Iterator[str]:
    life, chance = writer.life, writer.chance
    if life.stage in {"draft", "facilitation"}:
        return
    raised = life.entered[2]
    yield "corrections:"
    asked = chance.choice((1, 1, 1, 2))
    for no, (was, becomes) in enumerate(chance.sample(_CLAUSES, asked), start=1):
        yield f"  - no: {no}"
        yield f"    clause: Pasal {no * 4 + chance.randint(0, 3)}"
        yield f"    was: {was}"
        yield f"    becomes: {becomes}"
        yield f"    raised: {{date: {raised}, by: Bagian Hukum}}"
        answered = min(TODAY, raised + timedelta(days=chance.randint(0, 6)))
        silent = life.stage == "corrections" and no == asked and chance.random() < 0.4
        answers = [f"{party.key}: {{accepted: {answered}}}" for party in writer.parties if party.ours or not silent]
        yield f"    answers: {{{', '.join(answers)}}}"


def _signing(writer: _Writer) -> Iterator[str]:
    life, chance = writer.life, writer.chance
    if not life.signed:
        return
    yield f"signing: {{date: {life.signed}, place: Ketapang, copies: {len(writer.parties)}, duty_stamp: ya}}"
    if life.stage != "registration":
        registered = life.entered[4]
        yield f"registration: {{number: REG/{registered.year}/{life.deal.number:06}, date: {registered}}}"
    yield "documents:"
    yield f"  - {{kind: terms-of-reference, date: {life.entered[0]}}}"
    if _cooperation(life.deal.partner) == "KSDPK":
        yield f"  - {{kind: feasibility-study, date: {life.entered[0]}, version: '1.0'}}"
    if chance.random() < 0.9:
        yield f"  - {{kind: signed-copy, date: {life.signed}, copy: original, location: Lemari {chance.randint(1, 12)},"
        yield f"     sha256: {sha256(life.id.encode()).hexdigest()}}}"


def _reports(writer: _Writer) -> Iterator[str]:
    """What was reported; in one of a hundred one tier or both still wait for theirs."""
    life, chance = writer.life, writer.chance
    if life.stage not in {"reporting", "renewal"} or not life.starts or not life.ends:
        return
    periods = _HALVES
    if writer.runs and chance.random() < 0.01:  # its first quarter of the year falls due in April
        yield "reporting: 3 months"
        periods = _QUARTERS
    reported = [(name, last) for name, first, last in periods if first <= life.ends and last >= life.starts]
    late = chance.random()
    if late < 0.003:
        reported = [one for one in reported if one[1] < REPORTED_SINCE]
    if reported:
        yield "reports:"
    for name, last in reported:
        yield f"  - period: {name}"
        yield f"    activities: {chance.choice(('Pelayanan berjalan', 'Kegiatan terlaksana'))} sesuai rencana"
        yield f"    beneficiaries: {chance.randint(5, 900)}"
        both = late > 0.012 or last < REPORTED_SINCE
        letters = ("bupati", "gubernur") if both else ("bupati",)
        sent = (f"{{to: {to}, date: {last + timedelta(days=chance.randint(8, 29))}}}" for to in letters)
        yield f"    sent: [{', '.join(sent)}]"


def _tasks(writer: _Writer) -> Iterator[str]:
    """What was agreed to be done: of a third of those that run, it is to be done about now."""
    life, chance = writer.life, writer.chance
    if not life.starts or chance.random() < 0.55:
        return
    owed = writer.runs and chance.random() < 0.8
    due = _around(chance, -15, 110) if owed else life.starts + timedelta(days=90)
    yield "tasks:"
    yield f"  - what: {chance.choice(_TASKS)}"
    yield f"    who: {chance.choice(('kami', 'mitra'))}"
    yield f"    due: {due}"
    if not owed:
        yield f"    done: [{min(TODAY, due)}]"
    elif chance.random() < 0.3:
        yield "    every: 6 months"


def _reviews(writer: _Writer) -> Iterator[str]:
    """An umbrella is looked at every year; in one of five cases this year's evaluation is not there yet."""
    life, chance = writer.life, writer.chance
    if not (life.deal.umbrella and writer.runs and life.starts):
        return
    passed = (TODAY - life.starts).days // 365 - (chance.random() < 0.2)
    if passed > 0:
        day = min(TODAY, life.starts + timedelta(days=passed * 366))
        yield f"evaluations: [{{date: {day}, recommendation: continue}}]"


def _renewal(writer: _Writer) -> Iterator[str]:
    """Of most of what ends within a year it is decided what becomes of it."""
    life, chance = writer.life, writer.chance
    soon = writer.runs and life.ends is not None and (life.ends - TODAY).days < 330
    if soon and not life.successor and chance.random() < 0.95:
        intent = chance.choice(("stop",) * 11 + ("renew", "review"))
        yield f"renewal: {{intent: {intent}, date: {_around(chance, -40, -5)}}}"
    if chance.random() < 0.5:
        yield f"x-arsip: Rak {chance.randint(1, 40)}"


def _history(writer: _Writer) -> Iterator[str]:
    life, chance = writer.life, writer.chance
    yield "history:"
    stages = ("draft", "facilitation", "corrections", "registration", "reporting", "renewal")
    by = chance.choice((", by: Tata Pemerintahan", ""))
    yield from (f"  - {{date: {day}, stage: {stage}{by}}}" for stage, day in zip(stages, life.entered, strict=False))
    if life.closed:
        reason = "superseded" if life.successor else chance.choice(("expired", "expired", "achieved", "not-renewed"))
        yield f"  - {{date: {life.closed}, stage: {life.stage}, closed: {reason}}}"


def _around(chance: Random, earliest: int, latest: int) -> date:
    return TODAY + timedelta(days=chance.randint(earliest, latest))
