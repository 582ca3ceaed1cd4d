"""The sentences of `brief`: the page for the head of division."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

_HELP: Final[dict[str, Sentence]] = {
    "help.brief.short": Sentence("halaman untuk kepala bagian", "the page for the head of division"),
    "help.brief": Sentence(
        "Menampilkan dalam kalimat apa yang harus diputuskan, siapa yang ditunggu, dan apa yang kurang. "
        "`pks` saja di dalam register menampilkan halaman yang sama.",
        "Says in sentences what must be decided, who is being waited for and what is missing. "
        "`pks` alone inside a register shows the same page.",
    ),
    "help.brief.examples": Sentence("pks brief\npks brief --json", "pks brief\npks brief --json"),
}
_PAGE: Final[dict[str, Sentence]] = {
    "brief.title": Sentence("{office}, {date}", "{office}, {date}"),
    "brief.title.unnamed": Sentence("Register kerja sama, {date}", "Register of agreements, {date}"),
    "brief.more": Sentence("dan {count} lagi: {command}", "and {count} more: {command}"),
    "brief.others": Sentence("{count} lainnya", "{count:other|others}"),
    "brief.ago": Sentence("{days} hari yang lalu", "{days:day|days} ago"),
    "brief.name": Sentence("“{title}” dengan {partners}", "“{title}” with {partners}"),
    "brief.heading.glance": Sentence("Register sekilas", "The register at a glance"),
    "brief.heading.decide": Sentence("Putuskan sekarang", "Decide now"),
    "brief.heading.together": Sentence("Berakhir bersamaan", "Ending together"),
    "brief.heading.waiting": Sentence("Siapa yang ditunggu", "Who is being waited for"),
    "brief.heading.changed": Sentence("Berubah setelah disetujui", "Changed after acceptance"),
    "brief.heading.uncovered": Sentence(
        "Berjalan tanpa naskah atau belum ditandatangani", "Running uncovered or unsigned"
    ),
    "brief.heading.umbrellas": Sentence("Payung tanpa perjanjian", "Umbrellas without agreements"),
    "brief.heading.reports": Sentence("Laporan yang belum dikirim", "Reports missing"),
    "brief.heading.papers": Sentence("Naskah dan nomor", "Papers and numbers"),
    "brief.heading.appointments": Sentence("Rapat dan tugas dalam 14 hari", "Meetings and tasks within 14 days"),
    "brief.heading.unreadable": Sentence("Berkas yang tidak dapat dibaca", "Files that cannot be read"),
}
_GLANCE: Final[dict[str, Sentence]] = {
    "brief.glance": Sentence(
        "Register ini memuat {count} perjanjian: {parts}.", "The register holds {count:agreement|agreements}: {parts}."
    ),
    "brief.glance.empty": Sentence("Register ini belum memuat perjanjian.", "The register holds no agreement yet."),
    "brief.glance.well": Sentence(
        "Tidak ada yang perlu diputuskan, ditagih, atau dilengkapi.",
        "Nothing waits for a decision, a reminder or a missing paper.",
    ),
    "brief.count.active": Sentence("{count} berlaku", "{count} in force"),
    "brief.count.expiring": Sentence("{count} akan berakhir", "{count} expiring"),
    "brief.count.expired": Sentence("{count} sudah berakhir tetapi belum ditutup", "{count} expired and not closed"),
    "brief.count.preparing": Sentence("{count} sedang disiapkan", "{count} in preparation"),
    "brief.count.unknown": Sentence("{count} tidak jelas masa berlakunya", "{count} in doubt"),
    "brief.count.upcoming": Sentence("{count} belum mulai berlaku", "{count} signed and yet to start"),
    "brief.count.superseded": Sentence("{count} sudah digantikan", "{count} replaced by a renewal"),
    "brief.count.ended": Sentence("{count} sudah ditutup", "{count} ended"),
    "brief.doubtful": Sentence(
        "Masa berlaku {count} perjanjian tidak dapat dipastikan karena {field} belum diisi.",
        "{count:agreement is|agreements are} in doubt because {field} is not stated.",
    ),
    "brief.doubtful.mostly": Sentence(
        "Masa berlaku {count} perjanjian tidak dapat dipastikan, paling sering karena {field} belum diisi "
        "({missing} perjanjian).",
        "{count:agreement is|agreements are} in doubt, most often because {field} is not stated "
        "({missing:agreement|agreements}).",
    ),
    "brief.field.starts": Sentence("tanggal mulai (`term.starts`)", "the start (`term.starts`)"),
    "brief.field.length": Sentence("jangka waktu (`term.length`)", "the length (`term.length`)"),
}
_TERMS: Final[dict[str, Sentence]] = {
    "brief.decide": Sentence(
        "Perjanjian {name} berakhir {ends} ({left}); perpanjangannya harus diputuskan paling lambat {day} ({when}).",
        "{name} ends on {ends} ({left}); its renewal must be decided by {day} ({when}).",
    ),
    "brief.decide.late": Sentence(
        "Perjanjian {name} berakhir {ends} ({left}); perpanjangannya seharusnya sudah diputuskan paling lambat "
        "{day} ({when}).",
        "{name} ends on {ends} ({left}); its renewal should have been decided by {day} ({when}).",
    ),
    "brief.together": Sentence(
        "{count} perjanjian berakhir {span}, dengan {partners}; perpanjangannya harus mulai dikerjakan paling lambat "
        "{day} ({when}), {speed}.",
        "{count:agreement ends|agreements end} {span}, with {partners}; work on renewing them must start by "
        "{day} ({when}), {speed}.",
    ),
    "brief.together.late": Sentence(
        "{count} perjanjian berakhir {span}, dengan {partners}; perpanjangannya seharusnya sudah mulai dikerjakan "
        "paling lambat {day} ({when}), {speed}.",
        "{count:agreement ends|agreements end} {span}, with {partners}; work on renewing them should have started by "
        "{day} ({when}), {speed}.",
    ),
    "brief.span.day": Sentence("pada {first}", "on {first}"),
    "brief.span.days": Sentence("antara {first} dan {last}", "between {first} and {last}"),
    "brief.speed.usual": Sentence(
        "menurut waktu yang biasa diperlukan kantor ini sampai penandatanganan ({days} hari)",
        "going by this office's usual time to signature ({days:day|days})",
    ),
    "brief.speed.limits": Sentence("menurut batas waktu tiap tahap", "going by the limits of the stages"),
    "brief.changed": Sentence(
        "Pada perjanjian {name}, {fields} berubah setelah semua pihak menyetujui naskahnya.",
        "In {name}, {fields} changed after every party had accepted the text.",
    ),
    "brief.uncovered": Sentence(
        "Perjanjian {name} berakhir {ends} dan sejak itu berjalan tanpa naskah selama {days} hari.",
        "{name} ended on {ends} and has been running without a text for {days:day|days}.",
    ),
    "brief.uncovered.renewal": Sentence(
        "Perjanjian {name} berakhir {ends} dan sejak itu berjalan tanpa naskah selama {days} hari; perpanjangannya "
        "belum ditandatangani ({successors}).",
        "{name} ended on {ends} and has been running without a text for {days:day|days}; its renewal is not signed "
        "yet ({successors}).",
    ),
    "brief.uncovered.stopped": Sentence(
        "Perjanjian {name} berakhir {ends} ({days} hari yang lalu) dan tidak akan diperpanjang, tetapi penutupannya "
        "belum dicatat.",
        "{name} ended on {ends} ({days:day|days} ago) and is not to be renewed, but its closing is not recorded.",
    ),
    "brief.unsigned": Sentence(
        "Perjanjian {name} seharusnya berlaku sejak {starts} ({days} hari yang lalu), tetapi belum ditandatangani "
        "{parties}.",
        "{name} was to start on {starts} ({days:day|days} ago), but is not signed by {parties}.",
    ),
    "brief.umbrella.unused": Sentence(
        "Payung {name} sudah berlaku sejak {starts} ({days} hari), tetapi belum ada perjanjian di bawahnya.",
        "The umbrella {name} has been in force since {starts} ({days:day|days}) without an agreement under it.",
    ),
    "brief.umbrella.clusters": Sentence(
        "Payung {name} masih mempunyai {count} klaster tanpa perjanjian: {clusters}.",
        "The umbrella {name} still has {count:cluster|clusters} without an agreement: {clusters}.",
    ),
}
_OWED: Final[dict[str, Sentence]] = {
    "brief.waiting.correction": Sentence(
        "{party} belum menjawab {count} koreksi pada “{title}” sejak {since} ({days} hari).",
        "{party} has not answered {count:correction|corrections} to “{title}” since {since} ({days:day|days}).",
    ),
    "brief.waiting.signature": Sentence(
        "{party} belum menandatangani “{title}”; ditunggu sejak {since} ({days} hari).",
        "{party} has not signed “{title}”; waited for since {since} ({days:day|days}).",
    ),
    "brief.waiting.party": Sentence(
        "{party} ditunggu untuk “{title}” sejak {since} ({days} hari).",
        "{party} is waited for on “{title}” since {since} ({days:day|days}).",
    ),
    "brief.waiting.offer": Sentence(
        "Penawaran “{title}” tanggal {since} belum dibalas {party} ({days} hari).",
        "The offer of “{title}” of {since} has had no reply from {party} ({days:day|days}).",
    ),
    "brief.waiting.council": Sentence(
        "DPRD belum menjawab permohonan persetujuan untuk {name} sejak {since} ({days} hari).",
        "The regional council (DPRD) has not answered the request to approve {name} since {since} ({days:day|days}).",
    ),
    "brief.waiting.office": Sentence(
        "Kantor ini belum menyelesaikan tahap {stage} untuk {name} sejak {since} ({days} hari); batasnya sudah lewat "
        "{over} hari.",
        "This office has had {name} in {stage} since {since} ({days:day|days}), {over:day|days} past the limit.",
    ),
    "brief.reports": Sentence(
        "{unit} belum mengirim {count} laporan: {parts}.", "{unit} has not sent {count:report|reports}: {parts}."
    ),
    "brief.reports.part": Sentence("{count} untuk {period} kepada {tier}", "{count} for {period} to {tier}"),
    "brief.reports.nobody": Sentence("Unit pengampu yang belum disebut", "A unit nobody has named"),
    "brief.papers.copy": Sentence(
        "{count} perjanjian sudah ditandatangani tanpa salinan bertanda tangan: {titles}.",
        "{count:agreement is|agreements are} signed without any signed copy: {titles}.",
    ),
    "brief.papers.original": Sentence(
        "Tempat naskah asli {count} perjanjian belum dicatat: {titles}.",
        "The place of the original is not recorded for {count:agreement|agreements}: {titles}.",
    ),
    "brief.papers.number": Sentence(
        "{count} perjanjian sudah melewati registrasi tanpa nomor register: {titles}.",
        "{count:agreement has|agreements have} passed registration without a register number: {titles}.",
    ),
    "brief.papers.more": Sentence("{count} lagi ({command})", "{count} more ({command})"),
    "brief.meeting": Sentence(
        "Rapat fasilitasi perjanjian {name} direncanakan {day} ({when}).",
        "The facilitation meeting on {name} is planned for {day} ({when}).",
    ),
    "brief.meeting.at": Sentence(
        "Rapat fasilitasi perjanjian {name} direncanakan {day} ({when}) di {place}.",
        "The facilitation meeting on {name} is planned for {day} ({when}) at {place}.",
    ),
    "brief.meeting.late": Sentence(
        "Rapat fasilitasi perjanjian {name} direncanakan {day} ({when}), tetapi hasilnya belum dicatat.",
        "The facilitation meeting on {name} was planned for {day} ({when}), but no outcome is recorded.",
    ),
    "brief.task": Sentence(
        "Tugas “{what}” pada perjanjian {name} harus selesai paling lambat {day} ({when}).",
        "The task “{what}” for {name} must be done by {day} ({when}).",
    ),
    "brief.task.late": Sentence(
        "Tugas “{what}” pada perjanjian {name} seharusnya sudah selesai {day} ({when}).",
        "The task “{what}” for {name} should have been done by {day} ({when}).",
    ),
    "brief.task.who": Sentence(
        "{who} harus menyelesaikan tugas “{what}” pada perjanjian {name} paling lambat {day} ({when}).",
        "{who} must finish the task “{what}” for {name} by {day} ({when}).",
    ),
    "brief.task.who.late": Sentence(
        "{who} seharusnya sudah menyelesaikan tugas “{what}” pada perjanjian {name} paling lambat {day} ({when}).",
        "{who} should have finished the task “{what}” for {name} by {day} ({when}).",
    ),
    "brief.unreadable": Sentence(
        "{count} berkas tidak dapat dibaca dan tidak ikut dihitung di atas.",
        "{count:file that cannot be read is|files that cannot be read are} not counted above.",
    ),
    "brief.unreadable.line": Sentence("{place}: {reason}", "{place}: {reason}"),
}
BRIEFING: Final[dict[str, Sentence]] = {**_HELP, **_PAGE, **_GLANCE, **_TERMS, **_OWED}
