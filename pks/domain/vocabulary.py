"""The fixed values of the format: instruments, kinds of cooperation, sectors and the other choices."""

from __future__ import annotations

from typing import Annotated, Final

from pks.domain.values import choice

STAGES: Final = ("draft", "facilitation", "corrections", "registration", "reporting", "renewal")
# From registration on a text counts as signed.
SIGNED_STAGES: Final = frozenset(STAGES[3:])
VALIDITIES: Final = (
    "ended", "preparing", "superseded", "unknown", "upcoming", "expired", "expiring", "active",
)  # fmt: skip
INSTRUMENTS: Final = (
    "KB", "PKS", "NK", "RK", "MoU", "LoI", "Adendum", "Kontrak", "NPHD", "Sewa", "Pinjam-pakai",
    "Swakelola", "Lainnya",
)  # fmt: skip
UMBRELLAS: Final = frozenset({"KB", "NK", "MoU"})
COOPERATIONS: Final = ("KSDD", "KSDPK", "Sinergi", "KSDPL", "KSDLL", "internal", "non-KSD")
# Cooperation with foreign regions and institutions: Permendagri 25/2020.
FOREIGN: Final = frozenset({"KSDPL", "KSDLL"})
# The 32 affairs of UU 23/2014 Ps 12, in its order, then what secretariats file besides them.
SECTORS: Final = (
    "pendidikan", "kesehatan", "PUPR", "perumahan", "trantibum-linmas", "sosial",
    "tenaga kerja", "PPPA", "pangan", "pertanahan", "lingkungan hidup", "dukcapil", "PMD",
    "dalduk-KB", "perhubungan", "kominfo", "koperasi-UKM", "penanaman modal", "pemuda-olahraga",
    "statistik", "persandian", "kebudayaan", "perpustakaan", "kearsipan",
    "kelautan-perikanan", "pariwisata", "pertanian", "kehutanan", "ESDM", "perdagangan",
    "perindustrian", "transmigrasi",
    "hukum", "keuangan", "kepegawaian", "pengawasan", "pemerintahan umum", "lainnya",
)  # fmt: skip
BODIES: Final = (
    "regional", "central", "public-body", "region-owned", "university", "village", "business",
    "organisation", "individual", "foreign",
)  # fmt: skip
CAPACITIES: Final = ("Pj", "Plt", "Plh", "a.n.")
SOURCES: Final = (
    "APBD", "APBN", "BLUD", "partner", "each-party", "grant", "tariff", "revenue", "none",
)  # fmt: skip
DOCUMENTS: Final = (
    "terms-of-reference", "feasibility-study", "offer", "draft", "minutes", "signed-copy", "letter",
    "report", "other",
)  # fmt: skip
COPIES: Final = ("original", "copy", "scan")
MODES: Final = ("in-person", "hybrid", "online")
MEETING_OUTCOMES: Final = ("planned", "corrections", "none")
CORRECTION_KINDS: Final = ("substance", "wording")
RECOMMENDATIONS: Final = ("continue", "expand", "stop")
CLOSINGS: Final = (
    "expired", "achieved", "agreed", "policy-change", "object-lost", "court-ruling", "bankruptcy",
    "superseded", "rejected", "withdrawn", "not-renewed",
)  # fmt: skip
PROFILES: Final = ("secretariat", "partner")
TIERS: Final = ("regency", "city", "province", "ministry", "agency")

Stage = Annotated[str, choice("stage", *STAGES)]
Instrument = Annotated[str, choice("instrument", *INSTRUMENTS)]
Cooperation = Annotated[str, choice("cooperation", *COOPERATIONS)]
Sector = Annotated[str, choice("sector", *SECTORS)]
Body = Annotated[str, choice("body", *BODIES)]
Capacity = Annotated[str, choice("capacity", *CAPACITIES)]
FundingSource = Annotated[str, choice("funding-source", *SOURCES)]
CouncilOutcome = Annotated[str, choice("council-outcome", "approved", "refused", "deemed")]
MeetingMode = Annotated[str, choice("mode", *MODES)]
MeetingOutcome = Annotated[str, choice("meeting-outcome", *MEETING_OUTCOMES)]
CorrectionKind = Annotated[str, choice("correction-kind", *CORRECTION_KINDS)]
DocumentKind = Annotated[str, choice("document", *DOCUMENTS)]
CopyKind = Annotated[str, choice("copy", *COPIES)]
Recommendation = Annotated[str, choice("recommendation", *RECOMMENDATIONS)]
Intent = Annotated[str, choice("intent", "renew", "review", "stop")]
Closing = Annotated[str, choice("closing", *CLOSINGS)]
Profile = Annotated[str, choice("profile", *PROFILES)]
Tier = Annotated[str, choice("tier", *TIERS)]
Language = Annotated[str, choice("language", "id", "en")]
Zone = Annotated[str, choice("timezone", "WIB", "WITA", "WIT")]
LastDayRule = Annotated[str, choice("last-day", "eve", "anniversary")]
