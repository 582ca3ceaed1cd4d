"""What each placeholder of a letter's template means."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

LETTER_FIELDS: Final[dict[str, Sentence]] = {
    "letter.field.office": Sentence("kantor, dari office.yaml", "the office, from office.yaml"),
    "letter.field.region": Sentence("daerah kantor", "the office's region"),
    "letter.field.government": Sentence(
        "pemerintah daerah, untuk kop surat", "the regional government, for the letterhead"
    ),
    "letter.field.head_of_region": Sentence("jabatan kepala daerah", "office of the head of region"),
    "letter.field.seat": Sentence(
        "tempat surat; hanya diketahui untuk kota", "where it is written; known for cities only"
    ),
    "letter.field.team": Sentence("keputusan pembentukan TKKSD", "the decree that set up the TKKSD"),
    "letter.field.today": Sentence("hari ini, tanggal surat", "today, the date of the letter"),
    "letter.field.letter_number": Sentence("nomor surat, dari --number", "number of the letter, from --number"),
    "letter.field.id": Sentence("id perjanjian", "id of the agreement"),
    "letter.field.title": Sentence("judul", "title"),
    "letter.field.instrument": Sentence("jenis naskah", "kind of text"),
    "letter.field.cooperation": Sentence("jenis kerja sama", "kind of cooperation"),
    "letter.field.purpose": Sentence("maksud dan tujuan", "purpose"),
    "letter.field.location": Sentence("lokasi", "location"),
    "letter.field.initiator": Sentence("perangkat daerah pemrakarsa", "the agency that began it"),
    "letter.field.sectors": Sentence("urusan, satu per satu", "the sectors, one by one"),
    "letter.field.lead": Sentence("perangkat daerah pengampu, satu per satu", "the lead agencies, one by one"),
    "letter.field.scope": Sentence("ruang lingkup, satu per satu", "the scope, one by one"),
    "letter.field.legal_basis": Sentence("dasar hukum, satu per satu", "the legal bases, one by one"),
    "letter.field.invited": Sentence(
        "yang diundang: para pihak, pengampu, pemrakarsa, peserta rapat",
        "who is invited: parties, lead agencies, initiator, attendees",
    ),
    "letter.field.parties": Sentence("para pihak, Pihak Kesatu dahulu", "the parties, Pihak Kesatu first"),
    "letter.field.others": Sentence(
        "para pihak selain kita, isinya sama", "the parties that are not ours, with the same fields"
    ),
    "letter.field.parties.rank": Sentence("urutan pihak", "which party it is"),
    "letter.field.parties.short": Sentence(
        "nama, atau Pihak 1 bila pihaknya banyak", "name, or Pihak 1 where there are many"
    ),
    "letter.field.parties.name": Sentence("nama pihak", "name of the party"),
    "letter.field.parties.region": Sentence("daerah pihak", "region of the party"),
    "letter.field.parties.number": Sentence("nomor naskah pihak itu", "the party's number of the text"),
    "letter.field.parties.signatory": Sentence("nama penanda tangan", "who signs"),
    "letter.field.parties.signatory_office": Sentence("jabatan penanda tangan", "office of who signs"),
    "letter.field.parties.signed": Sentence("tanggal tanda tangan", "day of signing"),
    "letter.field.parties.ours": Sentence("pihak itu kantor kita", "the party is ours"),
    "letter.field.many_parties": Sentence("pihaknya lebih dari empat", "there are more than four parties"),
    "letter.field.registration": Sentence("registrasi", "registration"),
    "letter.field.registration.number": Sentence("nomor register", "register number"),
    "letter.field.registration.date": Sentence("tanggal register", "day of registration"),
    "letter.field.term": Sentence("jangka waktu", "term"),
    "letter.field.term.starts": Sentence("mulai berlaku", "first day in force"),
    "letter.field.term.ends": Sentence("hari terakhir berlaku", "last day in force"),
    "letter.field.term.length": Sentence("lama", "length"),
    "letter.field.term.until": Sentence("peristiwa yang mengakhiri", "the event that ends it"),
    "letter.field.term.decision": Sentence("hari keputusan perpanjangan", "decision day of the renewal"),
    "letter.field.term.notice": Sentence("tenggang pemberitahuan menurut naskah", "the notice that the text asks for"),
    "letter.field.term.notice_day": Sentence("hari terakhir pemberitahuan itu", "last day for that notice"),
    "letter.field.term.days_left": Sentence("hari sampai, atau sejak, berakhir", "days to the end, or since"),
    "letter.field.term.is_over": Sentence("sudah lewat hari terakhir", "its last day is past"),
    "letter.field.term.decision_is_over": Sentence("hari keputusan sudah lewat", "its decision day is past"),
    "letter.field.funding": Sentence("pembiayaan, satu per satu", "the funding, one by one"),
    "letter.field.funding.source": Sentence("sumber", "source"),
    "letter.field.funding.party": Sentence("pihak yang membiayai", "the party that pays"),
    "letter.field.funding.amount": Sentence("jumlah", "amount"),
    "letter.field.funding.year": Sentence("tahun", "year"),
    "letter.field.funding.note": Sentence("catatan", "note"),
    "letter.field.meeting": Sentence("rapat yang dimaksud", "the meeting that is meant"),
    "letter.field.meeting.date": Sentence("tanggal rapat", "day of the meeting"),
    "letter.field.meeting.place": Sentence("tempat rapat", "place of the meeting"),
    "letter.field.meeting.mode": Sentence("tatap muka, daring, atau keduanya", "in person, online or both"),
    "letter.field.meeting.chair": Sentence("pimpinan rapat", "who chairs"),
    "letter.field.meeting.basis": Sentence("dasar rapat", "what it is based on"),
    "letter.field.meeting.outcome": Sentence("hasil rapat", "outcome"),
    "letter.field.meeting.has_corrections": Sentence("rapat meminta koreksi", "it asked for corrections"),
    "letter.field.meeting.note": Sentence("catatan rapat", "note"),
    "letter.field.meeting.attended": Sentence("jumlah unit yang hadir", "units that attended"),
    "letter.field.meeting.in_person": Sentence("jumlah unit yang hadir tatap muka", "units that came in person"),
    "letter.field.meeting.online": Sentence("jumlah unit yang hadir daring", "units that came online"),
    "letter.field.meeting.attendees": Sentence("yang hadir, satu per satu", "who attended, one by one"),
    "letter.field.meeting.attendees.no": Sentence("nomor urut", "position"),
    "letter.field.meeting.attendees.unit": Sentence("unit kerja atau pihak", "unit or party"),
    "letter.field.meeting.attendees.mode": Sentence("cara hadir", "how it attended"),
    "letter.field.corrections": Sentence("koreksi, satu per satu", "the corrections, one by one"),
    "letter.field.corrections.no": Sentence("nomor koreksi", "number of the correction"),
    "letter.field.corrections.kind": Sentence("isi atau redaksi", "substance or wording"),
    "letter.field.corrections.clause": Sentence("pasal", "clause"),
    "letter.field.corrections.was": Sentence("semula", "the words that stood there"),
    "letter.field.corrections.becomes": Sentence("menjadi", "the words that are to stand there"),
    "letter.field.corrections.reason": Sentence("alasan", "reason"),
    "letter.field.corrections.raised": Sentence("tanggal koreksi diajukan", "day it was raised"),
    "letter.field.corrections.by": Sentence("yang mengajukan", "who raised it"),
    "letter.field.corrections.status": Sentence("keadaan koreksi", "where it stands"),
    "letter.field.corrections.answers": Sentence(
        "jawaban tiap pihak, urut pihak", "each party's answer, in party order"
    ),
    "letter.field.corrections.answers.party": Sentence("nama pihak", "name of the party"),
    "letter.field.corrections.answers.short": Sentence(
        "nama, atau Pihak 1 bila banyak", "name, or Pihak 1 where there are many"
    ),
    "letter.field.corrections.answers.words": Sentence("jawabannya", "what it said"),
    "letter.field.renewal": Sentence("perpanjangan", "renewal"),
    "letter.field.renewal.intent": Sentence("keputusan perpanjangan", "what was decided"),
    "letter.field.renewal.date": Sentence("tanggal keputusan", "day of the decision"),
    "letter.field.renewal.note": Sentence("catatan keputusan", "note on the decision"),
    "letter.field.renewal.renews": Sentence("diputuskan diperpanjang", "it is to be renewed"),
    "letter.field.renewal.stops": Sentence("diputuskan tidak diperpanjang", "it is not to be renewed"),
    "letter.part.words.day": Sentence("tanggal dengan huruf", "a day in words"),
    "letter.part.weekday.day": Sentence("nama hari", "day of the week"),
    "letter.part.digits.day": Sentence("tanggal dengan angka", "a day in digits"),
    "letter.part.words.money": Sentence("jumlah rupiah dengan huruf", "an amount with its words"),
    "letter.part.words.count": Sentence("angka dengan huruf", "a number with its word"),
}
