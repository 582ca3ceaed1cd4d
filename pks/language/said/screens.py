"""Headings of tables and pages, and what is said around them."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

SCREENS: Final[dict[str, Sentence]] = {
    "screen.reading-files": Sentence("Membaca berkas perjanjian", "Reading the agreements' files"),
    "column.agreement": Sentence("Perjanjian", "Agreement"),
    "column.id": Sentence("Id", "Id"),
    "column.parties": Sentence("Para pihak", "Parties"),
    "column.instrument": Sentence("Naskah", "Instrument"),
    "column.cooperation": Sentence("Jenis", "Cooperation"),
    "column.stage": Sentence("Tahap", "Stage"),
    "column.waiting": Sentence("Menunggu", "Waiting for"),
    "column.validity": Sentence("Masa berlaku", "Validity"),
    "column.starts": Sentence("Mulai", "Starts"),
    "column.ends": Sentence("Berakhir", "Ends"),
    "column.date": Sentence("Tanggal", "Date"),
    "column.days": Sentence("Sisa", "Days"),
    "column.kind": Sentence("Jenis", "Kind"),
    "column.due": Sentence("Yang perlu dikerjakan", "What needs doing"),
    "column.fix": Sentence("Perintah", "Command"),
    "list.empty": Sentence("Tidak ada perjanjian yang cocok.", "No agreement fits."),
    "due.empty": Sentence("Tidak ada yang jatuh tempo dalam waktu itu.", "Nothing is due within that time."),
    "due.group.overdue": Sentence("Terlambat", "Overdue"),
    "due.group.today": Sentence("Hari ini", "Today"),
    "due.group.within": Sentence("Dalam {days} hari", "Within {days:day|days}"),
    "due.group.later": Sentence("Kemudian", "Later"),
    "due.days.today": Sentence("hari ini", "today"),
    "due.days.left": Sentence("{days} hari lagi", "in {days:day|days}"),
    "due.days.late": Sentence("lewat {days} hari", "{days:day|days} late"),
    "due.reports": Sentence(
        "{count} laporan {period} kepada {tier} belum dikirim",
        "{count:report|reports} for {period} not sent to {tier}",
    ),
    "due.agreements": Sentence("{count} perjanjian", "{count:agreement|agreements}"),
    "waiting.for": Sentence("menunggu {who}", "waiting for {who}"),
    "screen.and-more": Sentence("{first} dan {count} lagi", "{first} and {count} more"),
    "level.error": Sentence("kesalahan", "error"),
    "level.warning": Sentence("peringatan", "warning"),
    "level.info": Sentence("catatan", "note"),
    "show.level.error": Sentence("wajib", "needed"),
    "show.level.warning": Sentence("disarankan", "advised"),
    "show.level.info": Sentence("catatan", "note"),
    "check.leads-out": Sentence(
        "mengarah ke luar register (tautan simbolis), jadi tidak ada perintah yang dapat menulis; pindahkan foldernya "
        "ke dalam register",
        "leads out of the register (a symbolic link), so that no command can write; move its folder into the register",
    ),
    "check.clean": Sentence(
        "{count} berkas diperiksa; tidak ada temuan.", "{count:file|files} checked; nothing found."
    ),
    "check.summary": Sentence(
        "{count} berkas diperiksa: {errors} kesalahan, {warnings} peringatan, {infos} catatan; arti tiap kode ada di "
        "`pks help rules`.",
        "{count:file|files} checked: {errors:error|errors}, {warnings:warning|warnings}, {infos:note|notes}; "
        "`pks help rules` explains the codes.",
    ),
    "show.where": Sentence("Status", "Where it stands"),
    "show.next": Sentence("Berikutnya", "What is next"),
    "show.history": Sentence("Riwayat", "History"),
    "show.closing": Sentence("Penutupan", "Closing"),
    "show.successor": Sentence("Penerus", "Successor"),
    "show.waiting-undated": Sentence("{who}", "{who}"),
    "show.party.1": Sentence("Pihak Kesatu", "First Party"),
    "show.party.2": Sentence("Pihak Kedua", "Second Party"),
    "show.party.3": Sentence("Pihak Ketiga", "Third Party"),
    "show.party.nth": Sentence("Pihak ke-{number}", "Party {number}"),
    "show.signatory": Sentence("diwakili {who}", "represented by {who}"),
    "show.signatory-mandated": Sentence("diwakili {who}, {mandate}", "represented by {who}, {mandate}"),
    "show.mandate": Sentence("surat kuasa {number} tanggal {date}", "power of attorney {number} of {date}"),
    "show.mandate-undated": Sentence("surat kuasa {number}", "power of attorney {number}"),
    "show.mandate-unnumbered": Sentence("surat kuasa tanggal {date}", "power of attorney of {date}"),
    "show.attendee": Sentence("{unit} ({mode})", "{unit} ({mode})"),
    "show.who": Sentence("{who}", "{who}"),
    "show.of": Sentence("{what} {who}", "{what} {who}"),
    "show.imported": Sentence("sudah berjalan ketika dicatat", "was running when it was entered"),
    "show.forced": Sentence("syarat dilewati: {codes}", "gates forced: {codes}"),
    "show.gate-closed": Sentence(
        "Perjanjian ini sudah ditutup; `pks back` membukanya kembali.",
        "This agreement is closed; `pks back` reopens it.",
    ),
    "column.by": Sentence("Oleh", "By"),
    "column.note": Sentence("Catatan", "Note"),
    "history.closed": Sentence("{stage}: ditutup, {reason}", "{stage}: closed, {reason}"),
    "history.imported": Sentence("{stage} (sudah berjalan)", "{stage} (was running)"),
    "show.parties": Sentence("Para pihak", "Parties"),
    "show.record": Sentence("Isi perjanjian", "What the agreement says"),
    "show.ready": Sentence("Tidak ada yang menghalangi tahap {stage}.", "Nothing stands in the way of {stage}."),
    "show.before": Sentence(
        "Sebelum beranjak ke {stage} masih diperlukan:", "Before it can move on to {stage} it still needs:"
    ),
    "show.last": Sentence(
        "Tahap terakhir: perpanjang dengan berkas baru, atau catat penutupannya.",
        "The last stage: renew it in a new file, or record its closing.",
    ),
    "show.since": Sentence("{stage} sejak {date}", "{stage} since {date}"),
    "show.closed": Sentence("ditutup pada {date}: {reason}", "closed on {date}: {reason}"),
    "show.waiting": Sentence("{who}, sejak {date}", "{who}, since {date}"),
    "show.validity.ended": Sentence("berakhir karena ditutup", "ended, closed"),
    "show.validity.preparing": Sentence(
        "masih disiapkan, belum ditandatangani semua pihak", "in preparation, not signed by every party"
    ),
    "show.validity.superseded": Sentence("digantikan oleh perpanjangannya", "superseded by its renewal"),
    "show.validity.unknown": Sentence("tidak diketahui: `{field}` belum diisi", "unknown: `{field}` is not stated"),
    "show.validity.upcoming": Sentence("belum berlaku; mulai {starts}", "not yet in force; starts on {starts}"),
    "show.validity.expired": Sentence(
        "kedaluwarsa {days} hari yang lalu, pada {ends}", "expired {days:day|days} ago, on {ends}"
    ),
    "show.validity.expiring": Sentence(
        "berlaku sampai {ends}, {days} hari lagi; perpanjangan sudah harus diputuskan",
        "in force until {ends}, {days:day|days} from now; the renewal must be decided",
    ),
    "show.validity.active": Sentence(
        "berlaku sampai {ends}; perpanjangan diputuskan paling lambat {decision}",
        "in force until {ends}; decide on its renewal by {decision}",
    ),
    "show.validity.active-until": Sentence("berlaku sampai {until}", "in force until {until}"),
    "show.successors": Sentence("diperpanjang oleh {ids}", "renewed by {ids}"),
    "show.ours": Sentence("pihak kita", "our side"),
    "show.signed": Sentence("ditandatangani {date}", "signed on {date}"),
    "show.signed-undated": Sentence("tanggal tanda tangan belum dicatat", "day of signing not recorded"),
    "show.unsigned": Sentence("belum menandatangani", "not signed yet"),
    "show.number": Sentence("nomor {numbers}", "number {numbers}"),
}
