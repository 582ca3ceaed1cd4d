"""What is said of renewals: what carries over and why, refusals, gaps between a text and its renewal."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

_FIELDS: Final[dict[str, Sentence]] = {
    "renewing.carried": Sentence("dibawa: {fields} ({because})", "carried: {fields} ({because})"),
    "renewing.adjusted": Sentence("disesuaikan: {fields} ({because})", "adjusted: {fields} ({because})"),
    "renewing.blanked": Sentence("dikosongkan: {fields} ({because})", "blanked: {fields} ({because})"),
    "renewing.because.same-text": Sentence(
        "isi naskah menurut keadaannya sekarang", "what the text says, as it stands now"
    ),
    "renewing.because.same-kind": Sentence("jenis kerja samanya tetap", "it is the same kind of cooperation"),
    "renewing.because.same-people": Sentence("yang mengurusnya tetap", "the same units look after it"),
    "renewing.because.open-umbrella": Sentence(
        "hanya payung yang belum berakhir", "only umbrellas that are still open"
    ),
    "renewing.because.same-place": Sentence("tempatnya di bawah payung tetap", "its place under the umbrella stays"),
    "renewing.because.renews": Sentence(
        "menyebut perjanjian yang diperpanjang", "it names the agreement that is renewed"
    ),
    "renewing.because.other-text": Sentence(
        "perpanjangan tidak mengubah naskah lain", "a renewal amends no other text"
    ),
    "renewing.because.same-parties": Sentence("para pihaknya tetap", "the parties stay"),
    "renewing.because.new-number": Sentence("naskah baru mendapat nomor baru", "a new text gets new numbers"),
    "renewing.because.office-signs": Sentence(
        "jabatannya tetap; nama, kedudukan, dan kuasanya ditetapkan lagi saat penandatanganan",
        "the office stays; who holds it, how and by what mandate is settled at signing",
    ),
    "renewing.because.new-days": Sentence(
        "hari mulai dan berakhirnya disepakati lagi", "its first and last day are agreed anew"
    ),
    "renewing.because.same-term": Sentence(
        "jangka waktu, tinjauan, dan pemberitahuannya tetap",
        "length, review and notice stay",
    ),
    "renewing.because.as-said": Sentence("seperti disebut dalam perintah ini", "as this command says"),
    "renewing.because.new-procedure": Sentence("seluruh prosedur diulang", "the whole procedure is gone through again"),
    "renewing.because.who-pays": Sentence(
        "siapa yang membiayai tetap; jumlahnya dianggarkan lagi tiap tahun",
        "who pays stays; the amount is budgeted anew each year",
    ),
    "renewing.because.old-papers": Sentence("dokumen itu milik naskah lama", "those papers belong to the old text"),
    "renewing.because.same-duties": Sentence("kewajiban melapornya tetap", "reports stay as often"),
    "renewing.because.old-duties": Sentence(
        "pelaksanaan naskah lama diselesaikan dalam berkasnya sendiri", "what the old text owes is done in its own file"
    ),
    "renewing.because.measured-anew": Sentence(
        "yang diukur tetap; angkanya milik naskah lama", "what is measured stays; the readings are the old text's"
    ),
    "renewing.because.in-the-text": Sentence(
        "perubahannya sudah termuat dalam isi yang sekarang", "what was amended is in what the text says now"
    ),
    "renewing.because.decided": Sentence(
        "keputusan memperpanjang itu tentang naskah lama", "that decision was about the old text"
    ),
    "renewing.because.unread": Sentence(
        "sisa impor tetap di berkas lama sampai dibereskan", "what an import left unread is settled in the old file"
    ),
    "renewing.because.begins-anew": Sentence(
        "riwayat baru dimulai dengan draf ini", "a new history begins with this draft"
    ),
    "renewing.because.own-keys": Sentence(
        "kunci kantor sendiri dan kunci yang tidak dikenal tidak dibawa",
        "the office's own keys and unknown ones are not taken over",
    ),
}
_RENEW: Final[dict[str, Sentence]] = {
    "renewing.unsigned": Sentence(
        "{id} belum ditandatangani, sehingga belum ada yang dapat diperpanjang",
        "{id} is not signed, so there is nothing to renew yet",
    ),
    "renewing.unsigned-by": Sentence("belum menandatangani: {parties}", "not signed yet: {parties}"),
    "renewing.being-prepared": Sentence(
        "perpanjangan {id} sudah disiapkan: {successors}; lanjutkan yang itu: `pks show {first}`",
        "the renewal of {id} is being prepared already: {successors}; go on with that: `pks show {first}`",
    ),
    "renewing.again": Sentence(
        "peringatan: {id} sudah diperpanjang oleh {successors}", "warning: {id} is renewed by {successors} already"
    ),
    "renewing.umbrella-over": Sentence(
        "peringatan: payung {umbrella} sudah berakhir, jadi tidak dibawa; "
        "kaitkan dengan yang baru: `pks set {id} under=ID-PAYUNG`",
        "warning: the umbrella {umbrella} is over, so it was left out; "
        "link to a newer one: `pks set {id} under=ID-OF-THE-UMBRELLA`",
    ),
    "renewing.seamless": Sentence(
        "naskah lama berlaku sampai {ends}; agar bersambung: `pks set {id} term.starts={starts}`",
        "the old text is in force until {ends}; to follow without a gap: `pks set {id} term.starts={starts}`",
    ),
    "help.renew.short": Sentence("siapkan perpanjangan dalam berkas baru", "begin a renewal in a new file"),
    "help.renew": Sentence(
        "Membuat draf perpanjangan: isi naskah dan para pihak dibawa, seluruh prosedur diulang. "
        "Berkas lama tidak diubah dan tetap berlaku sampai berakhir atau sampai penggantinya mulai. "
        "--dry-run menjelaskan apa yang dibawa dan apa yang dikosongkan.",
        "Begins the draft of a renewal: text and parties carry over, the whole procedure is gone through again. "
        "The old file is not touched and stays in force until its end or its successor's start. "
        "--dry-run says what carries over and what is left blank.",
    ),
    "help.renew.examples": Sentence(
        "pks renew 2025-ketapang-rsj-kalbar --dry-run\n"
        'pks renew ketapang --length "3 tahun" --starts 2028-02-12\n'
        "pks renew 2025-ketapang-rsj-kalbar --id 2028-ketapang-rsj --by Tapem",
        "pks renew 2025-ketapang-rsj-kalbar --dry-run\n"
        'pks renew ketapang --length "3 years" --starts 2028-02-12\n'
        "pks renew 2025-ketapang-rsj-kalbar --id 2028-ketapang-rsj --by Tapem",
    ),
    "help.renew.length": Sentence(
        "jangka waktu yang baru (biasanya sama dengan yang lama)", "the new length (else that of the old text)"
    ),
    "help.renew.starts": Sentence(
        "hari mulai yang direncanakan (biasanya dikosongkan)", "the first day that is planned (else left blank)"
    ),
    "help.renew.new_id": Sentence("id berkas baru (biasanya dibuatkan)", "id of the new file (else made)"),
    "help.renew.date": Sentence(
        "hari draf dimulai; juga menentukan tahun dalam id", "the day the draft begins; its year goes into the id"
    ),
    "help.renew.by": Sentence("siapa yang memulai", "who begins it"),
    "help.renew.note": Sentence("catatan untuk riwayat", "a note for the history"),
}
_GAPS: Final[dict[str, Sentence]] = {
    "column.gap": Sentence("Kekosongan", "Uncovered"),
    "gap.past": Sentence("{days} hari, sudah lewat", "{days:day|days}, past"),
    "gap.running": Sentence("{days} hari, berjalan", "{days:day|days}, running"),
    "gap.forecast": Sentence("{days} hari, perkiraan", "{days:day|days}, expected"),
    "help.list.with_gaps": Sentence(
        "hanya yang terputus, atau akan terputus, sebelum perpanjangannya berlaku",
        "only those with uncovered days before their renewal, past, running or expected",
    ),
    "show.uncovered": Sentence("Kekosongan", "Uncovered"),
    "show.gap.between": Sentence(
        "{days} hari tanpa naskah yang berlaku, {first} sampai {last}, sebelum {successor} mulai",
        "{days:day|days} uncovered, from {first} to {last}, before {successor} starts",
    ),
    "show.gap.running": Sentence(
        "tanpa naskah yang berlaku sejak {first}, sudah {days} hari",
        "uncovered since {first}, {days:day|days} by now",
    ),
    "show.gap.forecast": Sentence(
        "bila perpanjangan dimulai hari ini, kira-kira {days} hari akan tanpa naskah yang berlaku",
        "if work starts today, the gap will be about {days:day|days}",
    ),
    "show.gap.expected": Sentence(
        "kira-kira {days} hari akan tanpa naskah yang berlaku, sampai {successor} ditandatangani dan mulai",
        "about {days:day|days} will be uncovered, until {successor} is signed and starts",
    ),
    "show.chain": Sentence("Rantai", "Chain"),
}
RENEWING: Final[dict[str, Sentence]] = {**_FIELDS, **_RENEW, **_GAPS}
