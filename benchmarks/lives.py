"""What became of each agreement of a made register: begun, signed, followed, ended. The same every time.

Agreements come in lines of succession, newest first: of eleven lines one is being prepared again, six run, four
have ended. So the share that needs attention in ninety days is the same at every size: about one in six.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, count, islice
from random import Random
from typing import Final, NamedTuple

TODAY: Final = date(2026, 3, 1)
_OLDEST: Final = date(2016, 1, 1)
_LIFE: Final = ("draft", "facilitation", "corrections", "registration", "reporting")
_LIMITS: Final = {"draft": 90, "facilitation": 30, "corrections": 30, "registration": 14}
# What is being prepared, in turn: most is still in draft or corrected.
_PREPARED: Final = (
    "draft", "facilitation", "corrections", "registration", "draft", "corrections", "draft",
)  # fmt: skip
_LINES: Final = 11
_UMBRELLA: Final = 16

_REGIONS: Final = (
    "Ketapang", "Sambas", "Sintang", "Kayong Utara", "Sanggau", "Landak", "Mempawah", "Bengkayang", "Melawi",
    "Kapuas Hulu", "Sekadau", "Kubu Raya",
)  # fmt: skip
_MATTERS: Final = (
    ("Pelayanan rujukan pasien jiwa", "kesehatan", "Dinas Kesehatan", "RSJ Provinsi Kalimantan Barat"),
    ("Visum et repertum korban kekerasan", "PPPA", "Dinas Sosial P3AKB", "RS Bhayangkara Pontianak"),
    ("Pemanfaatan data kependudukan", "dukcapil", "Dinas Dukcapil", "PT Bank Kalbar"),
    ("Penempatan dokter spesialis", "kesehatan", "RSUD dr. Agoesdjam", "Universitas Tanjungpura"),
    ("Pengolahan sampah lintas wilayah", "lingkungan hidup", "Dinas Lingkungan Hidup", "Dinas LH Kayong Utara"),
    ("Angkutan perintis penyeberangan", "perhubungan", "Dinas Perhubungan", "PT ASDP Indonesia Ferry"),
    ("Beasiswa bagi anak daerah", "pendidikan", "Dinas Pendidikan", "Politeknik Negeri Ketapang"),
    ("Jaringan internet desa", "kominfo", "Dinas Kominfo", "PT Telkom Indonesia"),
    ("Rehabilitasi korban penyalahgunaan napza", "sosial", "Dinas Sosial P3AKB", "Yayasan Harapan Baru"),
    ("Penyuluhan hukum bagi perangkat desa", "hukum", "Bagian Hukum Setda", "Kejaksaan Negeri"),
    ("Bantuan benih dan pupuk", "pertanian", "Dinas Pertanian", "PT Pupuk Indonesia"),
)  # fmt: skip


class Deal(NamedTuple):
    """What stays the same when an agreement is renewed; `sharers` says how many more parties it has than two."""

    number: int
    title: str
    sector: str
    unit: str
    partner: str
    region: str
    umbrella: bool
    years: int
    sharers: int


class Life(NamedTuple):
    """One agreement: `entered` has the day of each stage up to `stage`.

    `follows` and `under` are ids. `successor` is empty, preparing or signed.
    """

    id: str
    deal: Deal
    stage: str
    entered: tuple[date, ...]
    signed: date | None
    starts: date | None
    ends: date | None
    closed: date | None
    follows: str | None
    under: str | None
    successor: str


def lives(size: int) -> Iterator[Life]:
    """As many agreements as `size` says."""
    return islice(chain.from_iterable(map(_line, count())), size)


def ended(starts: date, years: int) -> date:
    """The last day in force: the eve of the day `years` later."""
    return _years(starts, years) - timedelta(days=1)


def _line(number: int) -> list[Life]:
    """The agreements of one line, newest first, each following the next; no older than the register."""
    chance = Random(number)
    deal = _deal(number, chance)
    under = None
    if not deal.umbrella and chance.random() < 0.4:
        under = _line(number - number % _UMBRELLA)[0].id
    newest = _newest(deal, chance)._replace(under=under)
    found = [newest]
    until = newest.starts or TODAY + timedelta(days=chance.randint(-20, 120))
    successor = "signed" if newest.signed else "preparing"
    while chance.random() < 0.8:
        gap = chance.choice((1, 1, 1, 1, 1, 20, 60, -15))
        starts = _years(until - timedelta(days=gap - 1), -deal.years)
        older = _running(deal, starts, chance)._replace(under=under, successor=successor)
        if older.entered[0] < _OLDEST:
            break
        older = _over(older, found[-1], chance)
        found[-1] = found[-1]._replace(follows=older.id)
        found.append(older)
        until, successor = starts, "signed"
    return found


def _deal(number: int, chance: Random) -> Deal:
    title, sector, unit, partner = _MATTERS[chance.randrange(len(_MATTERS))]
    umbrella = number % _UMBRELLA == 0
    region = chance.choice(_REGIONS)
    years = 5 if umbrella else chance.choice((2, 2, 3, 3, 4, 5))
    sharers = chance.choice((0,) * 17 + (1, 1, 3))
    return Deal(number, title, sector, unit, partner, region, umbrella, years, sharers)


def _newest(deal: Deal, chance: Random) -> Life:
    turn, place = divmod(deal.number, _LINES)
    if place == 4:
        return _preparing(deal, _PREPARED[turn % len(_PREPARED)], chance)
    term = deal.years * 365
    if place % 3:  # six of the ten that are left
        return _running(deal, TODAY - timedelta(days=chance.randint(12, term - 1)), chance)
    life = _running(deal, TODAY - timedelta(days=term + chance.randint(2, 1500)), chance)
    if chance.random() < 0.01:  # somebody forgot to close it
        return life
    return life._replace(closed=min(TODAY, _last(life) + timedelta(days=chance.randint(1, 20))))


def _preparing(deal: Deal, stage: str, chance: Random) -> Life:
    """In `stage` since some days, and late in one of five."""
    limit = _LIMITS[stage]
    spent = chance.randint(limit + 1, limit * 2) if chance.random() < 0.2 else chance.randint(0, limit - 5)
    reached = _LIFE.index(stage)
    taken = _taken(chance)[:reached]
    begun = TODAY - timedelta(days=spent + sum(taken))
    entered = _entered(begun, taken)
    signed = entered[-1] if stage == "registration" else None
    ends = ended(signed, deal.years) if signed else None
    return Life(_id(deal, begun), deal, stage, entered, signed, signed, ends, None, None, None, "")


def _running(deal: Deal, starts: date, chance: Random) -> Life:
    taken = _taken(chance)
    signed = starts - timedelta(days=chance.choice((0, 0, 0, 3, 10)))
    begun = signed - timedelta(days=sum(taken[:3]))
    entered = _entered(begun, taken)
    ends = ended(starts, deal.years)
    return Life(_id(deal, begun), deal, "reporting", entered, signed, starts, ends, None, None, None, "")


def _over(older: Life, newer: Life, chance: Random) -> Life:
    """What `newer` follows: in renewal while that is prepared, closed by most offices once it is over."""
    if older.successor == "preparing" and chance.random() < 0.7:
        return older._replace(stage="renewal", entered=(*older.entered, max(newer.entered[0], older.entered[-1])))
    if _last(older) < TODAY and chance.random() < 0.85:
        return older._replace(closed=min(TODAY, _last(older) + timedelta(days=chance.randint(1, 20))))
    return older


def _taken(chance: Random) -> tuple[int, ...]:
    """Days spent in draft, facilitation, corrections and registration."""
    return chance.randint(15, 70), chance.randint(5, 28), chance.randint(7, 29), chance.randint(1, 12)


def _entered(begun: date, taken: tuple[int, ...]) -> tuple[date, ...]:
    return tuple(begun + timedelta(days=sum(taken[:stage])) for stage in range(len(taken) + 1))


def _id(deal: Deal, begun: date) -> str:
    words = f"{deal.title.split()[0]} {deal.title.split()[-1]} {deal.region}".lower().replace(" ", "-")
    return f"{begun.year}-{words}-{deal.number:05}"


def _last(life: Life) -> date:
    return life.ends or TODAY


def _years(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=28 if (day.month, day.day) == (2, 29) else day.day)
