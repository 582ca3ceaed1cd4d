"""What the gates of the draft and of facilitation say, and how to mend it."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

GATE_SENTENCES: Final[dict[str, Sentence]] = {
    "rule.instrument-missing": Sentence(
        "jenis naskah belum diisi (PKS, KB, NK, MoU atau lainnya)",
        "the kind of document is not stated (PKS, KB, NK, MoU or another)",
    ),
    "rule.instrument-missing.fix": Sentence(
        "`pks set {id} instrument=PKS`, atau jenis lain yang sesuai",
        "`pks set {id} instrument=PKS`, or whichever kind it is",
    ),
    "rule.cooperation-missing": Sentence(
        "bentuk kerja sama belum diisi (KSDD, KSDPK, Sinergi atau lainnya)",
        "the kind of cooperation is not stated (KSDD, KSDPK, Sinergi or another)",
    ),
    "rule.cooperation-missing.fix": Sentence(
        "`pks set {id} cooperation=KSDD` untuk sesama daerah, `KSDPK` untuk pihak ketiga, "
        "`Sinergi` untuk instansi pusat",
        "`pks set {id} cooperation=KSDD` between regions, `KSDPK` with a third party, "
        "`Sinergi` with the central government",
    ),
    "rule.parties-too-few": Sentence(
        "baru satu pihak yang tercatat; perjanjian memerlukan sedikitnya dua",
        "only one party is recorded; an agreement needs at least two",
    ),
    "rule.parties-too-few.fix": Sentence(
        '`pks set {id} "parties.+={name: NAMA PIHAK}"`',
        '`pks set {id} "parties.+={name: NAME OF THE PARTY}"`',
    ),
    "rule.sectors-missing": Sentence(
        "urusan pemerintahan yang dikerjasamakan belum diisi",
        "the government affairs concerned (sectors) are not stated",
    ),
    "rule.sectors-missing.fix": Sentence(
        "`pks set {id} sectors.+=kesehatan`, satu perintah untuk setiap urusan",
        "`pks set {id} sectors.+=kesehatan`, one command for each affair",
    ),
    "rule.scope-missing": Sentence(
        "ruang lingkup belum diisi",
        "the scope is not stated",
    ),
    "rule.scope-missing.fix": Sentence(
        '`pks set {id} "scope.+=Rujukan pasien"`, satu perintah untuk setiap butir',
        '`pks set {id} "scope.+=Rujukan pasien"`, one command for each item',
    ),
    "rule.term-missing": Sentence(
        "jangka waktu belum diisi: lamanya, tanggal berakhirnya, atau peristiwa yang mengakhirinya",
        "the term is not stated: its length, its last day, or the event that ends it",
    ),
    "rule.term-missing.fix": Sentence(
        '`pks set {id} "term.length=2 tahun"`, atau `term.ends=TANGGAL`, atau `"term.until=PERISTIWA"`',
        '`pks set {id} "term.length=2 years"`, or `term.ends=DATE`, or `"term.until=EVENT"`',
    ),
    "rule.feasibility-study-missing": Sentence(
        "studi kelayakan belum tercatat; kerja sama dengan pihak ketiga (KSDPK) mewajibkannya",
        "no feasibility study is recorded; cooperation with a third party (KSDPK) requires one",
    ),
    "rule.feasibility-study-missing.fix": Sentence(
        "`pks attach {id} BERKAS --kind feasibility-study`; bila termuat dalam dokumen lain: "
        "`pks attach {id} BERKAS --kind terms-of-reference --covers feasibility-study`",
        "`pks attach {id} FILE --kind feasibility-study`; if another document contains it: "
        "`pks attach {id} FILE --kind terms-of-reference --covers feasibility-study`",
    ),
    "rule.terms-of-reference-missing": Sentence(
        "kerangka acuan kerja (KAK) belum tercatat",
        "no terms of reference (KAK) are recorded",
    ),
    "rule.terms-of-reference-missing.fix": Sentence(
        "`pks attach {id} BERKAS --kind terms-of-reference`; bila hanya ada di kertas: "
        '`pks set {id} "documents.+={kind: terms-of-reference, date: TANGGAL}"`',
        "`pks attach {id} FILE --kind terms-of-reference`; if it is only on paper: "
        '`pks set {id} "documents.+={kind: terms-of-reference, date: DATE}"`',
    ),
    "rule.offer-missing": Sentence(
        "surat penawaran belum tercatat",
        "no letter of offer is recorded",
    ),
    "rule.offer-missing.fix": Sentence(
        '`pks set {id} offer.sent=TANGGAL "offer.number=NOMOR SURAT"`',
        '`pks set {id} offer.sent=DATE "offer.number=NUMBER OF THE LETTER"`',
    ),
    "rule.offer-unanswered": Sentence(
        "surat penawaran tanggal {sent} belum dijawab",
        "the offer of {sent} has not been answered",
    ),
    "rule.offer-unanswered.fix": Sentence(
        "bila jawabannya sudah ada: `pks set {id} offer.replied=TANGGAL`; bila belum, ingatkan mitra",
        "if the reply is there: `pks set {id} offer.replied=DATE`; if not, remind the partner",
    ),
    "rule.funding-missing": Sentence(
        "sumber pembiayaan belum diisi",
        "the source of funding is not stated",
    ),
    "rule.funding-missing.fix": Sentence(
        '`pks set {id} "funding.+={source: APBD, year: {year}}"`; tanpa biaya: `pks set {id} "funding.+={source: none}"`',
        '`pks set {id} "funding.+={source: APBD, year: {year}}"`; if it costs nothing: '
        '`pks set {id} "funding.+={source: none}"`',
    ),
    "rule.umbrella-missing": Sentence(
        "PKS ini belum dikaitkan dengan kesepakatan payung (KB, NK atau MoU)",
        "this PKS is not linked to an umbrella (KB, NK or MoU)",
    ),
    "rule.umbrella-missing.fix": Sentence(
        "`pks set {id} under=ID-PAYUNG`; bila payungnya tidak ada dalam register ini: "
        '`pks set {id} "under={text: Kesepakatan Bersama, number: NOMOR, date: TANGGAL}"`',
        "`pks set {id} under=ID-OF-THE-UMBRELLA`; if that is not in this register: "
        '`pks set {id} "under={text: Kesepakatan Bersama, number: NUMBER, date: DATE}"`',
    ),
    "rule.umbrella-missing.unknown": Sentence(
        "kesepakatan payungnya, {link}, tidak ada dalam register ini",
        "its umbrella, {link}, is not in this register",
    ),
    "rule.umbrella-missing.unknown.fix": Sentence(
        "`pks set {id} under=ID-PAYUNG`; bila payungnya tidak ada dalam register ini: "
        '`pks set {id} "under={text: Kesepakatan Bersama, number: NOMOR, date: TANGGAL}"`',
        "`pks set {id} under=ID-OF-THE-UMBRELLA`; if that is not in this register: "
        '`pks set {id} "under={text: Kesepakatan Bersama, number: NUMBER, date: DATE}"`',
    ),
    "rule.umbrella-missing.unsigned": Sentence(
        "kesepakatan payungnya, {title} ({umbrella}), belum ditandatangani",
        "its umbrella, {title} ({umbrella}), is not signed yet",
    ),
    "rule.umbrella-missing.unsigned.fix": Sentence(
        "selesaikan penandatanganan payungnya; bila sudah: `pks sign {umbrella} --all --date TANGGAL`",
        "have the umbrella signed first; if it is: `pks sign {umbrella} --all --date DATE`",
    ),
    "rule.third-party-clauses": Sentence(
        "naskah dengan pihak ketiga harus memuat hak dan kewajiban, jangka waktu, penyelesaian perselisihan, "
        "dan sanksi bagi pihak yang tidak memenuhi perjanjian",
        "a text with a third party must hold rights and obligations, the term, the settlement of disputes, "
        "and sanctions for a party that does not keep to it",
    ),
    "rule.third-party-clauses.fix": Sentence(
        "periksa keempatnya dalam rancangan naskah sebelum fasilitasi; register ini tidak dapat melihatnya",
        "look for all four in the draft before facilitation; the register cannot see them",
    ),
    "rule.meeting-missing": Sentence(
        "rapat fasilitasi belum tercatat hasilnya (`corrections` bila ada koreksi, `none` bila tidak)",
        "no facilitation meeting with an outcome is recorded (`corrections`, or `none`)",
    ),
    "rule.meeting-missing.fix": Sentence(
        '`pks meet {id} --date TANGGAL --chair "JABATAN" --attendee "UNIT" --outcome corrections`',
        '`pks meet {id} --date DATE --chair "OFFICE" --attendee "UNIT" --outcome corrections`',
    ),
    "rule.meeting-missing.planned": Sentence(
        "hasil rapat fasilitasi {date} belum tercatat (`corrections` bila ada koreksi, `none` bila tidak)",
        "the outcome of the facilitation meeting of {date} is not recorded (`corrections`, or `none`)",
    ),
    "rule.meeting-missing.planned.fix": Sentence(
        "sesudah diadakan: `pks {verb} {id} {rest}`, atau `none`",
        "once it is held: `pks {verb} {id} {rest}`, or `none`",
    ),
    "rule.meeting-incomplete": Sentence(
        "rapat fasilitasi ke-{position} belum mencatat {what}",
        "facilitation meeting {position} does not state {what}",
    ),
    "rule.meeting-incomplete.fix": Sentence(
        "`pks {verb} {id} {rest}`",
        "`pks {verb} {id} {rest}`",
    ),
    "rules.meeting.date": Sentence("tanggalnya", "its date"),
    "rules.meeting.chair": Sentence("siapa yang memimpin", "who chaired it"),
    "rules.meeting.attendees": Sentence("siapa yang hadir", "who attended"),
    "rules.meeting.by-day.chair": Sentence('--date {day} --chair "JABATAN"', '--date {day} --chair "OFFICE"'),
    "rules.meeting.by-day.attendees": Sentence('--date {day} --attendee "UNIT"', '--date {day} --attendee "UNIT"'),
    "rules.meeting.by-day.outcome": Sentence(
        "--date {day} --outcome {outcome}",
        "--date {day} --outcome {outcome}",
    ),
    "rules.meeting.by-place.date": Sentence(
        "facilitation.{position}.date=TANGGAL",
        "facilitation.{position}.date=DATE",
    ),
    "rules.meeting.by-place.chair": Sentence(
        '"facilitation.{position}.chair=JABATAN"',
        '"facilitation.{position}.chair=OFFICE"',
    ),
    "rules.meeting.by-place.attendees": Sentence(
        '"facilitation.{position}.attendees.+=UNIT"',
        '"facilitation.{position}.attendees.+=UNIT"',
    ),
    "rules.meeting.by-place.outcome": Sentence(
        "facilitation.{position}.outcome={outcome}",
        "facilitation.{position}.outcome={outcome}",
    ),
}
