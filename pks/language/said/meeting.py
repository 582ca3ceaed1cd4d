"""What is said when meetings, tasks, measurements and evaluations are recorded."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

_RECORDING: Final[dict[str, Sentence]] = {
    "recording.several": Sentence(
        "{id} memuat lebih dari satu entri {what}; sebutkan yang dimaksud: {commands}",
        "{id} has more than one entry of {what}; say which one is meant: {commands}",
    ),
    "recording.ahead": Sentence(
        "{date} belum tiba; dicatat apa adanya", "{date} is still to come; it is recorded as given"
    ),
}
_MEETINGS: Final[dict[str, Sentence]] = {
    "meeting.new": Sentence("{id}: rapat {date} dicatat, {outcome}", "{id}: meeting of {date} recorded, {outcome}"),
    "meeting.updated": Sentence(
        "{id}: rapat {date} diperbarui, {outcome}", "{id}: meeting of {date} updated, {outcome}"
    ),
    "meeting.next": Sentence(
        "tahapnya tetap fasilitasi; untuk beranjak: `pks advance {id}`",
        "the stage stays facilitation; to move on: `pks advance {id}`",
    ),
    "meeting.no-outcome": Sentence(
        "hasil rapat {date} belum disebut, jadi masih tercatat direncanakan; "
        "setelah diketahui: `pks meet {id} --date {day} --outcome corrections`, atau none",
        "how the meeting of {date} went is not said, so it stays planned; "
        "once it is known: `pks meet {id} --date {day} --outcome corrections`, or none",
    ),
    "meeting.bad-mode": Sentence(
        "--attendee: `{text}` bukan salah satu dari: {modes}; "
        "bila `=` bagian dari nama unit, tambahkan `=` di akhir: `{given}=`",
        "--attendee: `{text}` is not one of: {modes}; "
        "where `=` is part of the unit's name, end it with one more: `{given}=`",
    ),
    "ask.meeting-date": Sentence("Tanggal rapat", "Day of the meeting"),
    "ask.outcome": Sentence(
        "Hasil rapat (direncanakan, ada koreksi, tanpa koreksi)",
        "Outcome of the meeting (planned, corrections, none)",
    ),
    "ask.chair": Sentence("Pimpinan rapat (boleh kosong)", "Who chaired it (may be empty)"),
    "ask.attendee": Sentence(
        "Peserta {number}: unit, atau unit=daring (kosongkan bila selesai)",
        "Attendee {number}: unit, or unit=online (leave empty when done)",
    ),
}
_MEASURES: Final[dict[str, Sentence]] = {
    "evaluate.new": Sentence(
        "{id}: evaluasi {date} dicatat, {recommendation}", "{id}: evaluation of {date} recorded, {recommendation}"
    ),
    "evaluate.updated": Sentence(
        "{id}: evaluasi {date} diperbarui, {recommendation}", "{id}: evaluation of {date} updated, {recommendation}"
    ),
    "evaluate.instead": Sentence(
        "{id}: evaluasi {date} diperbarui, {recommendation} (sebelumnya {old})",
        "{id}: evaluation of {date} updated, {recommendation} (it was {old})",
    ),
    "ask.recommendation": Sentence(
        "Rekomendasi (dilanjutkan, diperluas, dihentikan)", "Recommendation (continue, expand, stop)"
    ),
    "measure.begun": Sentence(
        "{id}: indikator baru {name}, {period}: {value}", "{id}: new indicator {name}, {period}: {value}"
    ),
    "measure.new": Sentence("{id}: {name}, {period}: {value}", "{id}: {name}, {period}: {value}"),
    "measure.updated": Sentence("{id}: {name}, {period}: {old} → {value}", "{id}: {name}, {period}: {old} → {value}"),
    "measure.near": Sentence(
        "`{name}` adalah indikator baru; nama yang mirip sudah ada: `{near}`",
        "`{name}` is a new indicator; there is one with nearly that name: `{near}`",
    ),
    "measure.several-names": Sentence(
        "`{name}` dapat berarti beberapa indikator {id}; tulis persis salah satunya: {names}",
        "`{name}` may mean several indicators of {id}; write one of them exactly: {names}",
    ),
    "measure.other-unit": Sentence(
        "satuan {name} adalah {unit}; bila keliru: `pks set {id} {assignment}`",
        "{name} is counted in {unit}; to correct that: `pks set {id} {assignment}`",
    ),
    "measure.decimals": Sentence(
        "{value} dibaca sebagai pecahan desimal, bukan ribuan; bila maksudnya ribuan, tulis {whole}",
        "{value} was read as a number with decimals; if thousands are meant, write {whole}",
    ),
    "measure.ahead": Sentence(
        "periode {period} belum mulai; dicatat apa adanya", "{period} has not begun; it is recorded as given"
    ),
    "measure.personal": Sentence(
        "nilai {masked} tampak seperti {what}; indikator hanya memuat jumlah, bukan data orang",
        "the value {masked} looks like {what}; indicators hold totals only, no data of persons",
    ),
    "measure.known": Sentence("indikator yang ada: {names}", "the indicators there are: {names}"),
    "ask.indicator": Sentence("Nama indikator", "Name of the indicator"),
    "ask.measured": Sentence("Nilai", "Value"),
    "ask.period": Sentence("Periode (2026-S1, 2026-Q1, 2026-01, 2026)", "Period (2026-S1, 2026-Q1, 2026-01, 2026)"),
}
_TASKS: Final[dict[str, Sentence]] = {
    "task.added": Sentence("{id}: tugas {number} dicatat, {what}", "{id}: task {number} recorded, {what}"),
    "task.added-due": Sentence(
        "{id}: tugas {number} dicatat, {what}, paling lambat {due}",
        "{id}: task {number} recorded, {what}, due {due}",
    ),
    "task.added-every": Sentence(
        "{id}: tugas {number} dicatat, {what}, pertama {due}, lalu setiap {every}",
        "{id}: task {number} recorded, {what}, first due {due}, then every {every}",
    ),
    "task.without-due": Sentence(
        "tanpa --due tugas ini tidak muncul di `pks due`", "without --due this task is not in `pks due`"
    ),
    "task.every-needs-due": Sentence(
        "--every memerlukan --due, tanggal tugas ini jatuh tempo pertama kali",
        "--every needs --due, the day on which it falls due for the first time",
    ),
    "task.finished": Sentence("{id}: tugas {number} selesai, {what}", "{id}: task {number} done, {what}"),
    "task.discharged": Sentence(
        "{id}: tugas {number} selesai untuk {due}, {what}; berikutnya {following}",
        "{id}: task {number} done for {due}, {what}; next due {following}",
    ),
    "task.discharged-last": Sentence(
        "{id}: tugas {number} selesai untuk {due}, {what}; itu yang terakhir selama berlaku",
        "{id}: task {number} done for {due}, {what}; that was the last one while in force",
    ),
    "task.done-already": Sentence(
        "tugas {number} sudah selesai pada {date}", "task {number} was done on {date} already"
    ),
    "task.done-until": Sentence(
        "tugas {number} sudah selesai pada {date}; berikutnya {following}",
        "task {number} was done on {date} already; next due {following}",
    ),
    "task.done-before": Sentence(
        "tugas {number} pada {id} sudah selesai pada {date}; bila keliru: `pks set {id} tasks.{number}.done.1=TANGGAL`",
        "task {number} of {id} was done on {date} already; to correct it: `pks set {id} tasks.{number}.done.1=DATE`",
    ),
    "task.none": Sentence(
        "{id} tidak memuat tugas; tambahkan dengan `pks task add {id} TUGAS`",
        "{id} has no tasks; add one with `pks task add {id} WHAT`",
    ),
    "task.none-open": Sentence("tidak ada tugas yang terbuka pada {id}", "no task of {id} is open"),
    "task.no-such": Sentence("tidak ada tugas {number} pada {id}; yang ada:", "{id} has no task {number}; there are:"),
    "task.no-number": Sentence("`{text}` bukan nomor tugas", "`{text}` is no number of a task"),
    "task.no-number-of": Sentence(
        "`{text}` bukan nomor tugas; yang ada pada {id}:", "`{text}` is no number of a task; of {id} there are:"
    ),
    "task.which": Sentence(
        "sebutkan nomor tugasnya, yang terbuka pada {id}:", "say which task by its number; of {id} these are open:"
    ),
    "task.line": Sentence("{number}. {what}", "{number}. {what}"),
    "task.line-done": Sentence("{number}. {what}, selesai {done}", "{number}. {what}, done {done}"),
    "task.line-due": Sentence("{number}. {what}, {due}", "{number}. {what}, {due}"),
    "ask.task": Sentence("Apa tugasnya", "What is to be done"),
    "ask.task-due": Sentence("Paling lambat tanggal (boleh kosong)", "Due on (may be empty)"),
    "ask.task-number": Sentence("Nomor tugas yang selesai", "Number of the task that was done"),
}
_HELP: Final[dict[str, Sentence]] = {
    "help.meet.short": Sentence("catat rapat fasilitasi", "record a facilitation meeting"),
    "help.meet": Sentence(
        "Mencatat rapat yang direncanakan atau sudah diadakan. Tanggal yang sama lagi memperbarui rapat itu: yang "
        "disebut diganti, peserta ditambah, tidak ada yang hilang. Tahapnya tidak berubah.",
        "Records a meeting, planned or held. The same date again updates that meeting: what is said replaces, "
        "attendees are added, nothing is dropped. The stage stays as it is.",
    ),
    "help.meet.examples": Sentence(
        'pks meet ketapang --date 2025-03-13 --place "Ruang Rapat Setda"\n'
        "pks meet ketapang --outcome corrections --attendee RSJ=online",
        'pks meet ketapang --date 2025-03-13 --place "Ruang Rapat Setda"\n'
        "pks meet ketapang --outcome corrections --attendee RSJ=online",
    ),
    "help.meet.date": Sentence("tanggal rapat; biasanya hari ini", "day of the meeting; else today"),
    "help.meet.place": Sentence("tempat rapat", "where it is held"),
    "help.meet.mode": Sentence("in-person, hybrid, atau online (tatap muka, daring)", "in-person, hybrid or online"),
    "help.meet.chair": Sentence("jabatan yang memimpin rapat", "the office that chairs it"),
    "help.meet.attendee": Sentence(
        "satu unit yang hadir, boleh dengan caranya; boleh berulang",
        "a unit that attends, and how if you like; may be repeated",
    ),
    "help.meet.basis": Sentence("dasar rapat, misalnya Permendagri 22/2020", "its basis, such as Permendagri 22/2020"),
    "help.meet.outcome": Sentence(
        "planned, corrections, atau none (direncanakan, ada koreksi, tanpa koreksi)",
        "planned, corrections or none (no corrections)",
    ),
    "help.meet.note": Sentence("catatan pada rapat", "a note for the meeting"),
    "help.meet.minutes": Sentence("notulen: nomor atau nama berkasnya", "the minutes: their number or file name"),
    "help.evaluate.short": Sentence("catat hasil evaluasi", "record an evaluation"),
    "help.evaluate": Sentence(
        "Mencatat evaluasi dan rekomendasinya. Tanggal yang sama lagi memperbarui evaluasi itu.",
        "Records an evaluation and what it recommends. The same date again updates that evaluation.",
    ),
    "help.evaluate.examples": Sentence(
        "pks evaluate ketapang --recommendation continue --score 4\n"
        'pks evaluate ketapang --recommendation stop --note "Tidak ada rujukan"',
        "pks evaluate ketapang --recommendation continue --score 4\n"
        'pks evaluate ketapang --recommendation stop --note "Tidak ada rujukan"',
    ),
    "help.evaluate.recommendation": Sentence(
        "continue, expand, atau stop (dilanjutkan, diperluas, dihentikan)", "continue, expand or stop"
    ),
    "help.evaluate.score": Sentence("nilai menurut ukuran kantor", "a score on the office's own scale"),
    "help.evaluate.date": Sentence("tanggal evaluasi; biasanya hari ini", "day of the evaluation; else today"),
    "help.evaluate.note": Sentence("catatan pada evaluasi", "a note for the evaluation"),
    "help.measure.short": Sentence("catat angka satu indikator", "record one reading of an indicator"),
    "help.measure": Sentence(
        "Mencatat angka sebuah indikator untuk satu periode. Nama yang belum ada menjadi indikator baru; periode yang "
        "sama lagi memperbaiki angkanya. Hanya jumlah, tidak pernah data orang.",
        "Records the value of an indicator for a period. A name that is not there yet begins a new indicator; the "
        "same period again corrects its value. Totals only, never data of persons.",
    ),
    "help.measure.examples": Sentence(
        'pks measure ketapang "pasien dirujuk" 12 --period 2026-S1 --unit orang\n'
        'pks measure banten "jenazah tanpa identitas" 50 --period 2022-Q1 --unit kasus',
        'pks measure ketapang "pasien dirujuk" 12 --period 2026-S1 --unit orang\n'
        'pks measure banten "jenazah tanpa identitas" 50 --period 2022-Q1 --unit kasus',
    ),
    "help.measure.name": Sentence("nama indikator", "name of the indicator"),
    "help.measure.value": Sentence("angkanya, misalnya 12 atau 12.5", "the number, such as 12 or 12.5"),
    "help.measure.period": Sentence("2026-S1, 2026-Q1, 2026-01, atau 2026", "2026-S1, 2026-Q1, 2026-01 or 2026"),
    "help.measure.unit": Sentence("satuan, misalnya orang atau kasus", "its unit, such as persons or cases"),
    "help.measure.note": Sentence("catatan pada angka ini", "a note for this value"),
    "help.task.short": Sentence("tugas yang menyertai perjanjian", "the tasks that go with an agreement"),
    "help.task": Sentence(
        "Mencatat tugas yang menyertai perjanjian, dan bahwa tugas itu selesai.",
        "Records tasks that go with an agreement, and that they were done.",
    ),
    "help.task-add.short": Sentence("catat tugas baru", "record a new task"),
    "help.task-add": Sentence(
        "Mencatat tugas, sekali atau berulang. Yang bertanggal muncul di `pks due` sampai selesai.",
        "Records a task, once or recurring. One with a day is in `pks due` until it is done.",
    ),
    "help.task-add.examples": Sentence(
        'pks task add ketapang "Rapat evaluasi bersama" --who dinsos --due 2026-08-01\n'
        'pks task add ketapang "Laporan ke RSJ" --due 2026-01-31 --every "1 bulan"',
        'pks task add ketapang "Rapat evaluasi bersama" --who dinsos --due 2026-08-01\n'
        'pks task add ketapang "Laporan ke RSJ" --due 2026-01-31 --every "1 month"',
    ),
    "help.task-add.what": Sentence("apa yang harus dikerjakan", "what is to be done"),
    "help.task-add.who": Sentence("siapa: kunci pihak, atau nama unit", "who does it: a party's key, or a unit"),
    "help.task-add.due": Sentence(
        "tanggal jatuh tempo, yang pertama bila berulang", "day it is due, the first if recurring"
    ),
    "help.task-add.every": Sentence("berulang setiap, misalnya 6 bulan", "recurs every, such as 6 months"),
    "help.task-done.short": Sentence("catat tugas yang selesai", "record that a task was done"),
    "help.task-done": Sentence(
        "Mencatat bahwa tugas selesai. Untuk tugas berulang, setiap kali melunasi satu jatuh tempo, yang terlama dulu.",
        "Records that a task was done. Of a recurring one, each time discharges one day it fell due, the oldest first.",
    ),
    "help.task-done.examples": Sentence(
        "pks task done ketapang 1\npks task done ketapang 2 --date 2026-08-03",
        "pks task done ketapang 1\npks task done ketapang 2 --date 2026-08-03",
    ),
    "help.task-done.number": Sentence("nomor tugas, mulai dari 1", "number of the task, from 1"),
    "help.task-done.date": Sentence("tanggal selesai; biasanya hari ini", "day it was done; else today"),
}
MEETING: Final[dict[str, Sentence]] = {**_RECORDING, **_MEETINGS, **_MEASURES, **_TASKS, **_HELP}
