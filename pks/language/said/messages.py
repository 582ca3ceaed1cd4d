"""The words of a short message to paste into WhatsApp or e-mail."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

_WORDS: Final[dict[str, Sentence]] = {
    "message.to": Sentence("Yth. {names}", "To {names}"),
    "message.to-parties": Sentence("Yth. para pihak", "To the parties"),
    "message.to-council": Sentence("Yth. Pimpinan DPRD", "To the regional council (DPRD)"),
    "message.greeting": Sentence("Dengan hormat,", "Good day,"),
    "message.thanks": Sentence("Terima kasih.", "Thank you."),
    "message.from": Sentence("{office}", "{office}"),
    "message.about": Sentence("Perihal: {title}", "Re: {title}"),
    "message.more": Sentence("Masih ada {count} lagi.", "There are {count} more."),
    "message.hidden": Sentence("(data pribadi)", "(personal data)"),
    "message.meeting": Sentence(
        "Rapat fasilitasi diadakan {weekday}, {date}.", "The facilitation meeting is on {weekday}, {date}."
    ),
    "message.meeting.place": Sentence("Tempat: {place}", "Place: {place}"),
    "message.meeting.mode": Sentence("Cara: {mode}", "Held: {mode}"),
    "message.meeting.ask": Sentence(
        "Mohon hadir dan membawa rancangan naskah serta data pendukung.",
        "Please attend and bring the draft and the data that go with it.",
    ),
    "message.corrections": Sentence(
        "{who} belum menjawab {count} koreksi: nomor {numbers}.",
        "{who} has not answered {count:correction|corrections}: number {numbers}.",
    ),
    "message.corrections.ask": Sentence(
        "Mohon jawaban tertulis (setuju, menolak, atau usul lain) paling lambat {date}.",
        "Please answer in writing (accepted, rejected or another wording) by {date}.",
    ),
    "message.corrections.late": Sentence(
        "Batas jawabannya, {date}, sudah lewat. Mohon jawaban tertulis (setuju, menolak, atau usul lain) segera.",
        "They were to be answered by {date}. Please answer in writing (accepted, rejected or another wording) soon.",
    ),
    "message.corrections.undated": Sentence(
        "Mohon jawaban tertulis (setuju, menolak, atau usul lain).",
        "Please answer in writing (accepted, rejected or another wording).",
    ),
    "message.renewal.ahead": Sentence(
        "Hari terakhir berlaku {ends}, {days} hari lagi.", "The last day in force is {ends}, in {days:day|days}."
    ),
    "message.renewal.today": Sentence(
        "Hari terakhir berlaku adalah hari ini, {ends}.", "The last day in force is today, {ends}."
    ),
    "message.renewal.past": Sentence(
        "Kerja sama sudah berakhir {ends}, {days} hari yang lalu.", "It ended on {ends}, {days:day|days} ago."
    ),
    "message.renewal.notice": Sentence(
        "Naskah meminta pemberitahuan tertulis paling lambat {date}.", "The text asks for written notice by {date}."
    ),
    "message.renewal.ask": Sentence(
        "Mohon keputusan tertulis, diperpanjang atau tidak, paling lambat {date}.",
        "Please decide in writing whether to renew it by {date}.",
    ),
    "message.renewal.ask-soon": Sentence(
        "Mohon keputusan tertulis segera, diperpanjang atau tidak.",
        "Please decide in writing soon whether to renew it.",
    ),
    "message.renewal.renews": Sentence(
        "Sudah diputuskan diperpanjang; mohon rancangan perpanjangan mulai disiapkan.",
        "It is to be renewed; please begin to prepare the text of the renewal.",
    ),
    "message.renewal.stops": Sentence(
        "Sudah diputuskan tidak diperpanjang; mohon hak dan kewajiban yang masih berjalan diselesaikan.",
        "It is not to be renewed; please settle what is still to be done under it.",
    ),
    "message.report": Sentence(
        "Data laporan pelaksanaan {period} diperlukan: kegiatan, hasil, penerima manfaat, anggaran, hambatan, "
        "tindak lanjut.",
        "The data for the report on {period} are needed: activities, results, beneficiaries, money spent, obstacles, "
        "follow-up.",
    ),
    "message.report.ask": Sentence(
        "Mohon dikirim sebelum {date}, hari laporan harus sampai kepada {tier}.",
        "Please send them before {date}, when the report is due to {tier}.",
    ),
    "message.report.late": Sentence(
        "Laporan kepada {tier} seharusnya dikirim {date}; mohon datanya dikirim segera.",
        "The report to {tier} was due on {date}; please send the data soon.",
    ),
    "message.due.row": Sentence("{date}: {detail}.", "{date}: {detail}."),
    "message.due.late": Sentence("{date} (sudah lewat): {detail}.", "{date} (overdue): {detail}."),
    "message.due.ask": Sentence(
        "Mohon ditindaklanjuti sebelum tanggal tersebut.", "Please see to it before these days."
    ),
    "message.due.waiting": Sentence(
        "Saat ini di tahap {stage}, menunggu {waiting} sejak {since}.",
        "It is now in {stage}, waiting for {waiting} since {since}.",
    ),
    "message.nothing.meeting": Sentence(
        "{id}: belum ada rapat yang akan datang; catat: pks meet {id} --date TANGGAL --outcome planned",
        "{id}: no meeting is ahead; record it: pks meet {id} --date DATE --outcome planned",
    ),
    "message.nothing.corrections": Sentence(
        "{id}: tidak ada koreksi yang belum dijawab", "{id}: no correction waits for an answer"
    ),
    "message.nothing.corrections-to": Sentence(
        "{id}: {party} sudah menjawab semua koreksi", "{id}: {party} has answered every correction"
    ),
    "message.nothing.renewal": Sentence(
        "{id}: hari terakhir berlaku belum dicatat: pks set {id} term.ends=TANGGAL",
        "{id}: its last day in force is not recorded: pks set {id} term.ends=DATE",
    ),
    "message.nothing.report": Sentence(
        "{id}: tidak ada laporan yang jatuh tempo dalam 90 hari", "{id}: no report is due within 90 days"
    ),
    "message.nothing.due": Sentence(
        "{id}: tidak ada yang jatuh tempo dalam 90 hari dan tidak ada yang ditunggu; "
        "pilih isinya dengan --about: corrections, meeting, renewal atau report",
        "{id}: nothing is due within 90 days and nobody is waited for; "
        "choose a topic with --about: corrections, meeting, renewal or report",
    ),
    "message.closed": Sentence("{id}: kerja sama sudah ditutup {date}", "{id}: the agreement was closed on {date}"),
}
_DAYS: Final[dict[str, Sentence]] = {
    "weekday.0": Sentence("Senin", "Monday"),
    "weekday.1": Sentence("Selasa", "Tuesday"),
    "weekday.2": Sentence("Rabu", "Wednesday"),
    "weekday.3": Sentence("Kamis", "Thursday"),
    "weekday.4": Sentence("Jumat", "Friday"),
    "weekday.5": Sentence("Sabtu", "Saturday"),
    "weekday.6": Sentence("Minggu", "Sunday"),
}
_HELP: Final[dict[str, Sentence]] = {
    "help.message.short": Sentence("pesan singkat untuk WhatsApp atau surel", "a short message for WhatsApp or e-mail"),
    "help.message": Sentence(
        "Menulis pesan singkat (paling banyak 900 huruf) untuk disalin ke WhatsApp atau surel: apa yang diminta, dari "
        "siapa, paling lambat kapan. Tanpa --about isinya yang paling dekat jatuh temponya. Tanpa data pribadi.",
        "Writes a short text (900 characters at most) to paste into WhatsApp or e-mail: what is asked, of whom, by "
        "when. Without --about it is about what is due next. No personal data.",
    ),
    "help.message.examples": Sentence(
        "pks message 2026-rujukan\npks message 2026-rujukan --about corrections --to rsj\n"
        "pks message 2026-rujukan --about meeting",
        "pks message 2026-referral\npks message 2026-referral --about corrections --to rsj\n"
        "pks message 2026-referral --about meeting",
    ),
    "help.message.about": Sentence(
        "due, corrections, meeting, renewal, atau report", "due, corrections, meeting, renewal or report"
    ),
    "help.message.to": Sentence("pihak yang dituju, kunci atau namanya", "the party to write to, by key or name"),
}
MESSAGES: Final = {**_WORDS, **_DAYS, **_HELP}
