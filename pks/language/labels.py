"""Every fixed value in words, such as the stage `draft`: "penyusunan", "drafting"."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

_STAGE: Final = {
    "draft": Sentence("penyusunan", "drafting"),
    "facilitation": Sentence("fasilitasi", "facilitation"),
    "corrections": Sentence("koreksi dan penandatanganan", "corrections and signing"),
    "registration": Sentence("registrasi", "registration"),
    "reporting": Sentence("pelaksanaan dan pelaporan", "implementation and reporting"),
    "renewal": Sentence("perpanjangan", "renewal"),
}
_VALIDITY: Final = {
    "ended": Sentence("ditutup", "ended"),
    "preparing": Sentence("dalam persiapan", "in preparation"),
    "superseded": Sentence("digantikan", "superseded"),
    "unknown": Sentence("tidak diketahui", "unknown"),
    "upcoming": Sentence("belum mulai", "upcoming"),
    "expired": Sentence("kedaluwarsa", "expired"),
    "expiring": Sentence("akan berakhir", "expiring"),
    "active": Sentence("berlaku", "active"),
}
_INSTRUMENT: Final = {
    "KB": Sentence("Kesepakatan Bersama", "joint agreement"),
    "PKS": Sentence("Perjanjian Kerja Sama", "cooperation agreement"),
    "NK": Sentence("Nota Kesepakatan", "memorandum of agreement"),
    "RK": Sentence("Rencana Kerja", "work plan"),
    "MoU": Sentence("Nota Kesepahaman", "memorandum of understanding"),
    "LoI": Sentence("Pernyataan Kehendak Kerja Sama", "letter of intent"),
    "Adendum": Sentence("adendum", "addendum"),
    "Kontrak": Sentence("kontrak", "contract"),
    "NPHD": Sentence("Naskah Perjanjian Hibah Daerah", "regional grant agreement"),
    "Sewa": Sentence("perjanjian sewa", "lease"),
    "Pinjam-pakai": Sentence("perjanjian pinjam pakai", "loan for use"),
    "Swakelola": Sentence("perjanjian swakelola", "self-managed works agreement"),
    "Lainnya": Sentence("naskah lain", "other text"),
}
_COOPERATION: Final = {
    "KSDD": Sentence("Kerja Sama Daerah dengan Daerah Lain", "inter-regional cooperation"),
    "KSDPK": Sentence("Kerja Sama Daerah dengan Pihak Ketiga", "cooperation with a third party"),
    "Sinergi": Sentence("Sinergi dengan Pemerintah Pusat", "central-regional synergy"),
    "KSDPL": Sentence(
        "Kerja Sama Daerah dengan Pemerintah Daerah di Luar Negeri",
        "cooperation with a foreign regional government",
    ),
    "KSDLL": Sentence("Kerja Sama Daerah dengan Lembaga di Luar Negeri", "cooperation with a foreign institution"),
    "internal": Sentence("antarperangkat daerah sendiri", "between agencies of one region"),
    "non-KSD": Sentence("bukan Kerja Sama Daerah", "not regional cooperation"),
}
_BODY: Final = {
    "regional": Sentence("pemerintah daerah", "regional government"),
    "central": Sentence("pemerintah pusat", "central government"),
    "public-body": Sentence("badan hukum publik", "public legal body"),
    "region-owned": Sentence("badan usaha milik daerah", "region-owned enterprise"),
    "university": Sentence("perguruan tinggi", "university"),
    "village": Sentence("desa", "village"),
    "business": Sentence("badan usaha", "business"),
    "organisation": Sentence("organisasi", "organisation"),
    "individual": Sentence("perseorangan", "individual"),
    "foreign": Sentence("pihak luar negeri", "foreign body"),
}
_CAPACITY: Final = {
    "Pj": Sentence("penjabat", "interim head"),
    "Plt": Sentence("pelaksana tugas", "acting"),
    "Plh": Sentence("pelaksana harian", "acting for the day"),
    "a.n.": Sentence("atas nama", "on behalf of"),
}
_FUNDING_SOURCE: Final = {
    "APBD": Sentence("APBD", "regional budget (APBD)"),
    "APBN": Sentence("APBN", "state budget (APBN)"),
    "BLUD": Sentence("BLUD", "regional public service agency (BLUD)"),
    "partner": Sentence("mitra", "partner"),
    "each-party": Sentence("masing-masing pihak", "each party its own"),
    "grant": Sentence("hibah", "grant"),
    "tariff": Sentence("tarif layanan", "service tariff"),
    "revenue": Sentence("bagi hasil", "shared revenue"),
    "none": Sentence("tanpa biaya", "no cost"),
}
_COUNCIL_OUTCOME: Final = {
    "approved": Sentence("disetujui", "approved"),
    "refused": Sentence("ditolak", "refused"),
    "deemed": Sentence("dianggap setuju", "deemed approved"),
}
_MODE: Final = {
    "in-person": Sentence("tatap muka", "in person"),
    "hybrid": Sentence("tatap muka dan daring", "hybrid"),
    "online": Sentence("daring", "online"),
}
_MEETING_OUTCOME: Final = {
    "planned": Sentence("direncanakan", "planned"),
    "corrections": Sentence("ada koreksi", "corrections"),
    "none": Sentence("tanpa koreksi", "no corrections"),
}
_CORRECTION_KIND: Final = {
    "substance": Sentence("isi", "substance"),
    "wording": Sentence("redaksi", "wording"),
}
_DOCUMENT: Final = {
    "terms-of-reference": Sentence("Kerangka Acuan Kerja (KAK)", "terms of reference"),
    "feasibility-study": Sentence("studi kelayakan", "feasibility study"),
    "offer": Sentence("surat penawaran", "offer letter"),
    "draft": Sentence("rancangan naskah", "draft"),
    "minutes": Sentence("notulen rapat", "minutes"),
    "signed-copy": Sentence("naskah yang ditandatangani", "signed copy"),
    "letter": Sentence("surat", "letter"),
    "report": Sentence("laporan", "report"),
    "other": Sentence("dokumen lain", "other"),
}
_COPY: Final = {
    "original": Sentence("asli", "original"),
    "copy": Sentence("salinan", "copy"),
    "scan": Sentence("pindaian", "scan"),
}
_RECOMMENDATION: Final = {
    "continue": Sentence("dilanjutkan", "continue"),
    "expand": Sentence("diperluas", "expand"),
    "stop": Sentence("dihentikan", "stop"),
}
_INTENT: Final = {
    "renew": Sentence("diperpanjang", "renew"),
    "review": Sentence("ditinjau dahulu", "review first"),
    "stop": Sentence("tidak diperpanjang", "stop"),
}
_CLOSING: Final = {
    "expired": Sentence("jangka waktu berakhir", "the term is over"),
    "achieved": Sentence("tujuan tercapai", "its goal is reached"),
    "agreed": Sentence("kesepakatan para pihak", "the parties agreed to end it"),
    "policy-change": Sentence("perubahan kebijakan", "a change of policy or law"),
    "object-lost": Sentence("objek hilang", "its object is lost"),
    "court-ruling": Sentence("putusan pengadilan", "a court ruling"),
    "bankruptcy": Sentence("pihak ketiga pailit", "the third party is bankrupt"),
    "superseded": Sentence("digantikan naskah lain", "another text took its place"),
    "rejected": Sentence("ditolak", "it was rejected"),
    "withdrawn": Sentence("ditarik", "it was withdrawn"),
    "not-renewed": Sentence("tidak diperpanjang", "it was not renewed"),
}
_PROFILE: Final = {
    "secretariat": Sentence("sekretariat", "secretariat"),
    "partner": Sentence("mitra", "partner"),
}
_TIER: Final = {
    "regency": Sentence("kabupaten", "regency"),
    "city": Sentence("kota", "city"),
    "province": Sentence("provinsi", "province"),
    "ministry": Sentence("kementerian", "ministry"),
    "agency": Sentence("lembaga", "agency"),
}
_LANGUAGE: Final = {
    "id": Sentence("bahasa Indonesia", "Indonesian"),
    "en": Sentence("bahasa Inggris", "English"),
}
_TIMEZONE: Final = {
    "WIB": Sentence("Waktu Indonesia Barat", "Western Indonesia Time"),
    "WITA": Sentence("Waktu Indonesia Tengah", "Central Indonesia Time"),
    "WIT": Sentence("Waktu Indonesia Timur", "Eastern Indonesia Time"),
}
_LAST_DAY: Final = {
    "eve": Sentence("sehari sebelum tanggal yang sama", "the day before the anniversary"),
    "anniversary": Sentence("tepat pada tanggal yang sama", "the anniversary itself"),
}
_LEVEL: Final = {
    "off": Sentence("nonaktif", "off"),
    "info": Sentence("informasi", "info"),
    "warning": Sentence("peringatan", "warning"),
    "error": Sentence("kesalahan", "error"),
}
_DUE: Final = {
    "expiry": Sentence("berakhir", "end"),
    "decision": Sentence("hari keputusan", "decision"),
    "notice": Sentence("pemberitahuan tertulis", "written notice"),
    "start": Sentence("mulai perpanjangan", "start of the renewal"),
    "report": Sentence("laporan", "report"),
    "meeting": Sentence("rapat fasilitasi", "facilitation meeting"),
    "offer": Sentence("tanggapan penawaran", "reply to the offer"),
    "council": Sentence("jawaban DPRD", "council's answer"),
    "correction": Sentence("jawaban koreksi", "answer to a correction"),
    "task": Sentence("tugas", "task"),
    "review": Sentence("peninjauan", "review"),
    "stage": Sentence("batas waktu tahap", "stage limit"),
}
_WAITING: Final = {
    "council": Sentence("DPRD", "the regional council"),
    "office": Sentence("kantor ini", "this office"),
}
_FLAG: Final = {
    "true": Sentence("ya", "yes"),
    "false": Sentence("tidak", "no"),
}
# What may be written where a value of this sort stands, for those without a fixed list.
_KIND: Final = {
    "text": Sentence("teks", "text"),
    "key": Sentence("huruf kecil, angka, `-`", "small letters, digits, `-`"),
    "date": Sentence("tanggal TTTT-BB-HH", "date YYYY-MM-DD"),
    "length": Sentence("lama, misalnya `2 years`", "length, such as `2 years`"),
    "delay": Sentence("lama, misalnya `30d`", "length, such as `30d`"),
    "folder": Sentence("nama folder, boleh dengan tahun", "folder names, with the year if you like"),
    "interval": Sentence("1, 3, 6 atau 12 bulan, `off`", "1, 3, 6 or 12 months, `off`"),
    "period": Sentence("periode, misalnya `2026-S1`", "period, such as `2026-S1`"),
    "flag": Sentence("`ya` atau `tidak`", "`yes` or `no`"),
    "whole": Sentence("bilangan bulat", "whole number"),
    "count": Sentence("bilangan bulat mulai 1", "whole number from 1"),
    "number": Sentence("angka", "number"),
    "number-or-text": Sentence("angka atau teks", "number or text"),
}
_FORM: Final = {
    "map": Sentence("kelompok kunci", "group of keys"),
    "free": Sentence("kelompok menurut nama", "group by name"),
    "list": Sentence("daftar", "list"),
    "or-list": Sentence("atau daftar", "or a list"),
    "or-text": Sentence("atau teks", "or text"),
    "needed": Sentence("wajib", "needed"),
    "not-stated": Sentence("belum diisi", "not stated"),
}
_CONFLICT: Final = {
    "no-field": Sentence("(tidak diketahui)", "(unknown)"),
    "unmarked": Sentence("(tandanya tidak lengkap)", "(its marks are not complete)"),
    "nothing": Sentence("(kosong)", "(nothing)"),
}
_BY_KIND: Final = {
    "stage": _STAGE,
    "validity": _VALIDITY,
    "instrument": _INSTRUMENT,
    "cooperation": _COOPERATION,
    "body": _BODY,
    "capacity": _CAPACITY,
    "funding-source": _FUNDING_SOURCE,
    "council-outcome": _COUNCIL_OUTCOME,
    "mode": _MODE,
    "meeting-outcome": _MEETING_OUTCOME,
    "correction-kind": _CORRECTION_KIND,
    "document": _DOCUMENT,
    "copy": _COPY,
    "recommendation": _RECOMMENDATION,
    "intent": _INTENT,
    "closing": _CLOSING,
    "profile": _PROFILE,
    "tier": _TIER,
    "language": _LANGUAGE,
    "timezone": _TIMEZONE,
    "last-day": _LAST_DAY,
    "level": _LEVEL,
    "due": _DUE,
    "waiting": _WAITING,
    "flag": _FLAG,
    "kind": _KIND,
    "form": _FORM,
    "conflict": _CONFLICT,
}
LABELS: Final[dict[tuple[str, str], Sentence]] = {
    (kind, value): sentence for kind, values in _BY_KIND.items() for value, sentence in values.items()
}
