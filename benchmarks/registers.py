"""Makes registers of realistic agreements, the same ones every time: about 60 lines each, in all stages."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Final

TODAY: Final = date(2026, 3, 1)
PER_FOLDER: Final = 1000

_REGIONS: Final = ("Ketapang", "Sambas", "Sintang", "Kayong Utara", "Sanggau", "Landak", "Mempawah", "Bengkayang")
_UNITS: Final = ("Dinas Kesehatan", "Dinas Pendidikan", "Dinas Sosial", "Dinas Perhubungan", "RSUD dr. Agoesdjam")
_PARTNERS: Final = ("Rumah Sakit Jiwa Provinsi", "Universitas Tanjungpura", "PT Bank Kalbar", "Yayasan Harapan")
_MATTERS: Final = (
    "rujukan pasien", "pertukaran data", "penempatan dokter", "pengelolaan sampah", "angkutan perintis", "beasiswa",
)  # fmt: skip
_SECTORS: Final = ("kesehatan", "pendidikan", "sosial", "perhubungan", "lingkungan hidup", "kominfo")
# Most of a register runs; what is prepared is the smaller part.
_STAGES: Final = ("draft", "facilitation", "corrections", "registration", *("reporting",) * 36)
_LIFE: Final = ("draft", "facilitation", "corrections", "registration", "reporting")


def make(root: Path, count: int) -> Path:
    """Write `count` agreements below `root`, at most a thousand a folder, and give the register's folder."""
    register = root / "agreements"
    (register / ".pks").mkdir(parents=True)
    (register / ".pks" / "office.yaml").write_text(
        "office: Bagian Tata Pemerintahan Setda Kabupaten Ketapang\nregion: Kabupaten Ketapang\nlanguage: en\n"
        "commit: true\nfolder: '{year}'\nreports:\n  every: 6 months\n  since: 2026-01-01\n",
        encoding="utf-8",
    )
    for number in range(count):
        folder = register / f"{2026 - number // PER_FOLDER:04}"
        folder.mkdir(exist_ok=True)
        (folder / f"{name(number)}.yaml").write_text(agreement(number, count), encoding="utf-8")
    return register


def name(number: int) -> str:
    """The id of agreement `number`, counted from 0."""
    return f"kerja-sama-{number:06}"


def agreement(number: int, count: int) -> str:
    """The text of agreement `number` of `count`."""
    chance = random.Random(number)  # noqa: S311  # the same agreements every time
    stage = chance.choice(_STAGES)
    reached = _LIFE[: _LIFE.index(stage) + 1]
    years = chance.choice((2, 3, 4, 5))
    over = stage == "reporting" and chance.random() < 0.3  # noqa: PLR2004  # three in ten are over and closed
    ago = chance.randint(5, 25) if stage != "reporting" else chance.randint(0, years * 335) + years * 365 * over
    signed = TODAY - timedelta(days=ago)
    begun = signed - timedelta(days=chance.randint(60, 120)) if stage in {"registration", "reporting"} else signed
    unit, partner = chance.choice(_UNITS), f"{chance.choice(_PARTNERS)} {chance.choice(_REGIONS)}"
    running = stage in {"registration", "reporting"}
    lines = [
        f"# Dibuat untuk mengukur kecepatan, nomor {number}.",
        f"title: {chance.choice(_MATTERS).capitalize()} antara {unit} dan {partner}",
        "purpose: >-",
        "  Meningkatkan mutu pelayanan kepada masyarakat dengan sumber daya yang ada",
        "  pada kedua belah pihak secara terpadu.",
        f"location: Kabupaten {chance.choice(_REGIONS)}",
        "instrument: PKS",
        f"cooperation: {chance.choice(('KSDD', 'KSDPK', 'Sinergi'))}",
        f"sectors: [{chance.choice(_SECTORS)}]",
        "legal_basis:",
        "  - Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
        "  - Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah",
        "scope:",
        "  - Penyelenggaraan pelayanan",
        "  - Peningkatan kapasitas sumber daya manusia",
        "  - Pemantauan dan evaluasi",
        f"initiator: {unit}",
        f"lead: {unit}",
        "parties:",
        *_party("kami", unit, "regional", 1, number, signed if running else None, ours=True),
        *_party("mitra", partner, "public-body", 2, number, signed if running else None, ours=False),
        f"term: {{{f'starts: {signed}, ' if running else ''}length: {years} years, notice: 90 days}}",
    ]
    if number and running and chance.random() < 0.15:  # noqa: PLR2004  # about one in seven follows another
        lines.append(f"renews: {name(chance.randrange(count))}")
    lines += [f"offer: {{sent: {begun}, number: 119/{number}/TAPEM, replied: {begun + timedelta(days=9)}}}"]
    lines += ["funding:", "  - {source: APBD, amount: 250000000, year: 2026, note: DPA Dinas}"]
    if "facilitation" in reached:
        held = begun + timedelta(days=14) if running else TODAY - timedelta(days=chance.randint(-9, 5))
        lines += [
            "facilitation:",
            f"  - date: {held}",
            "    place: Ruang Rapat Bagian Tata Pemerintahan",
            "    mode: in-person",
            "    chair: Kepala Bagian Tata Pemerintahan",
            "    attendees:",
            "      - Bagian Hukum",
            f"      - {unit}",
            f"    outcome: {'corrections' if 'corrections' in reached else 'planned'}",
        ]
    if "corrections" in reached:
        raised = begun + timedelta(days=21) if running else TODAY
        lines += ["corrections:"]
        for no in (1, 2):
            answer = f"{{accepted: {raised + timedelta(days=5)}}}"
            answers = f"{{kami: {answer}, mitra: {answer}}}" if running else f"{{kami: {answer}}}"
            lines += [
                f"  - no: {no}",
                "    kind: substance",
                f"    clause: Pasal {no + 3}",
                "    was: dapat melakukan",
                "    becomes: wajib melakukan",
                f"    raised: {{date: {raised}, by: Bagian Hukum}}",
                f"    answers: {answers}",
            ]
    if running:
        lines += [f"signing: {{date: {signed}, place: Ketapang, copies: 2}}"]
    if stage == "reporting":
        lines += [
            f"registration: {{number: REG/{signed.year}/{number:06}, date: {signed + timedelta(days=5)}}}",
            "documents:",
            "  - {kind: signed-copy, number: '119/1', date: 2025-01-02, copy: original, location: Lemari 3}",
        ]
        if chance.random() < 0.9:  # noqa: PLR2004  # nine in ten have reported
            lines += [
                "reports:",
                "  - period: 2026-S1",
                "    activities: Pelayanan berjalan sesuai rencana",
                "    sent: [{to: bupati, date: 2026-01-12}, {to: gubernur, date: 2026-01-20}]",
            ]
    if running and chance.random() < 0.4:  # noqa: PLR2004  # of four in ten it is decided what becomes of them
        lines += ["renewal: {intent: stop, date: 2026-01-15}"]
    lines += ["x-arsip: Rak 4", "history:"]
    days = (begun, begun + timedelta(days=1), begun + timedelta(days=2), signed, signed + timedelta(days=6))
    lines += [
        f"  - {{date: {day}, stage: {one}, by: Tata Pemerintahan}}" for one, day in zip(reached, days, strict=False)
    ]
    if over:
        lines += [f"  - {{date: {signed + timedelta(days=years * 365)}, stage: reporting, closed: expired}}"]
    return "\n".join(lines) + "\n"


def _party(key: str, called: str, body: str, place: int, number: int, signed: date | None, *, ours: bool) -> list[str]:
    return [
        f"  - key: {key}",
        f"    name: {called}",
        f"    body: {body}",
        f"    ours: {'true' if ours else 'false'}",
        f"    number: {place}{number:06}/PKS/2026",
        f"    signatory: {{name: Pejabat {place}, office: Kepala {called}}}",
        *([f"    signed: {signed}"] if signed else []),
    ]
