"""The sentences of `due`: why a day needs attention, and whom is waited for."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

DEADLINES: Final[dict[str, Sentence]] = {
    "due.expiry": Sentence(
        id="Hari terakhir berlaku {ends}; belum ada penggantinya",
        en="Last day in force is {ends}; nothing succeeds it yet",
    ),
    "due.expiry.unsigned": Sentence(
        id="Hari terakhir berlaku {ends}; penggantinya belum ditandatangani: {successors}",
        en="Last day in force is {ends}; its successor is not signed yet: {successors}",
    ),
    "due.decision": Sentence(
        id="Putuskan diperpanjang atau tidak; hari terakhir berlaku {ends}",
        en="Decide whether to renew; last day in force is {ends}",
    ),
    "due.notice": Sentence(
        id="Batas pemberitahuan tertulis kepada {parties} menurut naskah; hari terakhir berlaku {ends}",
        en="Last day for the written notice to {parties} that the text asks for; last day in force is {ends}",
    ),
    "due.start": Sentence(
        id="Mulai siapkan perpanjangan; keputusan paling lambat {decision}, hari terakhir berlaku {ends}",
        en="Start work on the renewal; decide by {decision}, last day in force is {ends}",
    ),
    "due.report": Sentence(
        id="Laporan {period} kepada {to} belum dikirim",
        en="Report for {period} not sent to {to}",
    ),
    "due.meeting": Sentence(
        id="Rapat fasilitasi direncanakan; hasilnya belum dicatat",
        en="Facilitation meeting planned; no outcome recorded yet",
    ),
    "due.meeting.at": Sentence(
        id="Rapat fasilitasi direncanakan di {place}; hasilnya belum dicatat",
        en="Facilitation meeting planned at {place}; no outcome recorded yet",
    ),
    "due.offer": Sentence(
        id="Penawaran tanggal {sent} belum dibalas {parties}",
        en="No reply yet from {parties} to the offer of {sent}",
    ),
    "due.council": Sentence(
        id="Permohonan persetujuan tanggal {submitted} belum dijawab DPRD",
        en="No answer yet from the regional council (DPRD) to the request of {submitted}",
    ),
    "due.correction": Sentence(
        id="{party} belum menjawab koreksi {no}",
        en="{party} has not answered correction {no}",
    ),
    "due.correction.clause": Sentence(
        id="{party} belum menjawab koreksi {no} ({clause})",
        en="{party} has not answered correction {no} ({clause})",
    ),
    "due.task": Sentence(id="{what}", en="{what}"),
    "due.task.who": Sentence(id="{who}: {what}", en="{who}: {what}"),
    "due.task.unnamed": Sentence(id="tugas {position}", en="task {position}"),
    "due.review": Sentence(
        id="Belum ada evaluasi pada atau setelah hari tinjauan {day}",
        en="No evaluation on or after the review day {day}",
    ),
    "due.stage": Sentence(
        id="Masih di tahap {stage} sejak {since}; menunggu {waiting}",
        en="Still in {stage} since {since}; waiting for {waiting}",
    ),
    "waiting.party": Sentence(id="{name}", en="{name}"),
    "waiting.council": Sentence(id="DPRD", en="the regional council (DPRD)"),
    "waiting.office": Sentence(id="kantor ini", en="this office"),
}
