"""What is said when a party signs."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

_TERM: Final[dict[str, Sentence]] = {
    "inforce.days": Sentence("berlaku {starts} sampai {ends}", "in force {starts} to {ends}"),
    "inforce.until": Sentence("berlaku sejak {starts} sampai {until}", "in force from {starts} until {until}"),
    "inforce.open": Sentence(
        "berlaku sejak {starts}, jangka waktunya belum diisi", "in force from {starts}, its length is not stated"
    ),
    "inforce.no-start": Sentence("tanggal mulainya belum diisi", "its start is not stated"),
    "inforce.backwards": Sentence(
        "{id} akan berakhir {ends}, sebelum mulai {starts}; perbaiki dulu salah satunya",
        "{id} would end on {ends}, before it starts on {starts}; mend one of the two first",
    ),
}
_SIGN: Final[dict[str, Sentence]] = {
    "sign.no-party": Sentence("tidak ada pihak `{text}`; yang ada: {keys}", "no party is `{text}`; there are: {keys}"),
    "sign.several-parties": Sentence(
        "`{text}` cocok dengan beberapa pihak: {keys}", "`{text}` fits several parties: {keys}"
    ),
    "sign.party-or-all": Sentence("pakai --party atau --all, tidak keduanya", "use --party or --all, not both of them"),
    "sign.one-signatory": Sentence(
        "penanda tangan disebut untuk satu pihak saja: pakai satu --party",
        "a signatory is that of one party: use one --party",
    ),
    "sign.number-whose": Sentence(
        "--number {text}: nomor pihak yang mana? Tulis KUNCI=NOMOR; kuncinya: {keys}",
        "--number {text}: which party's number? Write KEY=NUMBER; the keys are: {keys}",
    ),
    "sign.number-of-another": Sentence(
        "--number {key}=...: {key} tidak ikut menandatangani kali ini; sebut juga --party {key}",
        "--number {key}=...: {key} does not sign this time; name it too, with --party {key}",
    ),
    "sign.has-other": Sentence(
        "{id}: {count} hal sudah tercatat lain, sehingga tidak ada yang ditulis:",
        "{id}: {count:thing is|things are} recorded otherwise, so nothing was written:",
    ),
    "sign.has-other-one": Sentence(
        "{key} sudah tercatat: {now}; bila keliru: `pks set {id} {argument}`",
        "{key} is recorded as {now}; to correct it: `pks set {id} {argument}`",
    ),
    "sign.done": Sentence("{id}: sudah ditandatangani {parties}", "{id}: signed by {parties}"),
    "sign.half": Sentence(
        "{id}: baru {signed} dari {count} pihak menandatangani; ditunggu: {missing}",
        "{id}: {signed} of {count} parties have signed; still to sign: {missing}",
    ),
    "sign.complete": Sentence(
        "{id}: lengkap ditandatangani {count} pihak; {term}",
        "{id}: signed by {count:party|parties}, all of them; {term}",
    ),
    "sign.and-more": Sentence("{names} dan {count} pihak lain", "{names} and {count:other|others}"),
    "sign.no-start": Sentence(
        "tanggal mulai berlaku belum diisi: `pks set {id} term.starts={day}`, sehingga {term}",
        "the start is not stated: `pks set {id} term.starts={day}`, to be {term}",
    ),
    "sign.would-be": Sentence(
        "Bila mulai pada hari penandatanganan: {term}.", "If it starts on the day of signing: {term}."
    ),
    "sign.choice": Sentence("{key}  {name}", "{key}  {name}"),
    "sign.doubt": Sentence("peringatan: {what}", "warning: {what}"),
    "sign.finding": Sentence("{level}: {what}; {fix}", "{level}: {what}; {fix}"),
    "sign.in-future": Sentence(
        "tanggal penandatanganan {day} belum tiba", "the day of signing, {day}, is still to come"
    ),
    "sign.closed": Sentence("{id} sudah ditutup pada {day}: {reason}", "{id} was closed on {day}: {reason}"),
    "sign.corrections-open": Sentence(
        "masih ada koreksi yang belum selesai: `pks next {id}`", "corrections are still open: `pks next {id}`"
    ),
    "sign.before-meeting": Sentence(
        "tanggal penandatanganan {day} mendahului rapat fasilitasi {met}",
        "the day of signing, {day}, is before the facilitation meeting of {met}",
    ),
    "sign.no-meeting": Sentence(
        "belum ada rapat fasilitasi yang tercatat: `pks meet {id}`",
        "no facilitation meeting is recorded: `pks meet {id}`",
    ),
    "sign.starts-before": Sentence(
        "mulai berlaku {starts}, sebelum lengkap ditandatangani {signed}",
        "it starts on {starts}, before it was signed on {signed}",
    ),
    "ask.signers": Sentence(
        "Siapa yang sudah menandatangani (kunci, dipisah koma; semua)",
        "Who has signed (keys, with commas between; all)",
    ),
    "ask.signed-on": Sentence("Ditandatangani tanggal", "Signed on"),
    "ask.party-number": Sentence("Nomor naskah dari pihak itu (boleh kosong)", "That party's number (may be empty)"),
    "ask.starts": Sentence("Mulai berlaku tanggal (- bila belum diketahui)", "Starts on (- where it is not known)"),
}
_HALF: Final[dict[str, Sentence]] = {
    "waiting.half-signed": Sentence(
        "menunggu {who} ({signed} dari {count} ttd)", "waiting for {who} ({signed} of {count} signed)"
    ),
    "show.validity.half-signed": Sentence(
        "masih disiapkan; {signed} dari {count} pihak sudah menandatangani, belum: {missing}",
        "in preparation; {signed} of {count} parties have signed, still to sign: {missing}",
    ),
    "due.stage.half-signed": Sentence(
        "Masih pada tahap {stage} sejak {since}; {signed} dari {count} pihak sudah menandatangani, menunggu {waiting}",
        "Still in {stage} since {since}; {signed} of {count} parties have signed, waiting for {waiting}",
    ),
    "brief.waiting.half-signed": Sentence(
        "“{title}” baru ditandatangani {signed} dari {count} pihak; menunggu {missing} sejak {since} ({days} hari).",
        "“{title}” is signed by {signed} of {count} parties; waiting for {missing} since {since} ({days:day|days}).",
    ),
    "brief.glance.half-signed": Sentence(
        "{count} di antaranya sudah ditandatangani sebagian pihak, belum semuanya.",
        "{count:agreement is|agreements are} signed by some of the parties, not by all.",
    ),
    "stats.half-signed": Sentence(
        "ditandatangani sebagian pihak, belum semuanya", "signed by some parties, not by all"
    ),
    "timeline.half-signed": Sentence("{signed} dari {count} tanda tangan", "{signed} of {count} signed"),
}
_HELP: Final[dict[str, Sentence]] = {
    "help.sign.short": Sentence("catat penandatanganan", "record who signed"),
    "help.sign": Sentence(
        "Mencatat bahwa satu, beberapa, atau semua pihak sudah menandatangani: tanggal, nomor, penanda tangan, "
        "tempat. Yang sudah tercatat tidak pernah ditimpa, dan tahapnya tidak berubah. Bila semua sudah "
        "menandatangani, masa berlakunya disebutkan; di terminal tanggal mulainya ditanyakan.",
        "Records that one party, some or all have signed: day, number, signatory, place. What is recorded is never "
        "overwritten, and the stage stays as it is. Once all have signed it says what the term is; on a terminal "
        "it asks for the start.",
    ),
    "help.sign.examples": Sentence(
        "pks sign ketapang --party rsj --date 2025-04-02 --number 445/7/RSJ/2025\n"
        'pks sign ketapang --party dinsos --name "dr. Contoh" --capacity Plt\n'
        "pks sign ketapang --all --place Ketapang --starts 2025-04-02",
        "pks sign ketapang --party rsj --date 2025-04-02 --number 445/7/RSJ/2025\n"
        'pks sign ketapang --party dinsos --name "dr. Contoh" --capacity Plt\n'
        "pks sign ketapang --all --place Ketapang --starts 2025-04-02",
    ),
    "help.sign.party": Sentence(
        "pihak yang menandatangani: kunci atau bagian nama; boleh berulang",
        "a party that signed: its key or a part of its name; may be repeated",
    ),
    "help.sign.everyone": Sentence("semua pihak yang belum menandatangani", "every party that has not signed yet"),
    "help.sign.number": Sentence(
        "nomor naskah dari pihak itu; untuk beberapa pihak KUNCI=NOMOR, boleh berulang",
        "the party's number for the text; of several parties KEY=NUMBER, may be repeated",
    ),
    "help.sign.date": Sentence("tanggal penandatanganan; biasanya hari ini", "day of the signing; else today"),
    "help.sign.name": Sentence("nama penanda tangan", "name of who signed"),
    "help.sign.office": Sentence("jabatan penanda tangan", "office of who signed"),
    "help.sign.capacity": Sentence(
        "Pj, Plt, Plh, atau a.n.", "Pj (interim), Plt (acting), Plh (for the day) or a.n. (on behalf of)"
    ),
    "help.sign.mandate": Sentence("nomor surat kuasa", "number of the power of attorney"),
    "help.sign.mandate_date": Sentence("tanggal surat kuasa", "day of the power of attorney"),
    "help.sign.place": Sentence("tempat penandatanganan", "where it was signed"),
    "help.sign.copies": Sentence("jumlah rangkap asli", "in how many originals"),
    "help.sign.starts": Sentence("hari pertama berlaku", "first day in force"),
}
SIGNING: Final[dict[str, Sentence]] = {**_TERM, **_SIGN, **_HALF, **_HELP}
