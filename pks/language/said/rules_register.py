"""What findings about parties, links and numbers say, and about the office's own tuning of the rules."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

REGISTER_SENTENCES: Final[dict[str, Sentence]] = {
    "rule.no-party-ours": Sentence(
        "belum ditandai pihak mana yang termasuk daerah atau kantor ini (`ours`)",
        "which party is this region's or office's own (`ours`) is not marked",
    ),
    "rule.no-party-ours.fix": Sentence(
        "`pks set {id} parties.{first}.ours=ya`, atau pihak lain yang sesuai",
        "`pks set {id} parties.{first}.ours=yes`, or whichever party it is",
    ),
    "rule.signing-date-missing": Sentence(
        "tanggal penandatanganan {party} belum diisi, padahal naskah ini sudah dihitung ditandatangani",
        "the day {party} signed is not stated, though the text counts as signed",
    ),
    "rule.signing-date-missing.fix": Sentence(
        "`pks sign {id} --party {party_key} --date TANGGAL`",
        "`pks sign {id} --party {party_key} --date DATE`",
    ),
    "rule.signing-date-missing.all": Sentence(
        "tanggal penandatanganan belum diisi, padahal naskah ini sudah dihitung ditandatangani",
        "the day of signing is not stated, though the text counts as signed",
    ),
    "rule.signing-date-missing.all.fix": Sentence(
        "`pks sign {id} --all --date TANGGAL`",
        "`pks sign {id} --all --date DATE`",
    ),
    "rule.term-unknown": Sentence(
        "masa berlakunya tidak diketahui: `{field}` belum diisi",
        "it is not known when this is in force: `{field}` is not stated",
    ),
    "rule.term-unknown.fix": Sentence(
        '`pks set {id} "{field}=NILAI"`, dengan tanggal mulai atau lamanya menurut naskah',
        '`pks set {id} "{field}=VALUE"`, with the start or the length as the text has it',
    ),
    "rule.signed-late": Sentence(
        "baru ditandatangani {signed}, {days} hari sesudah mulai berlaku {starts}",
        "signed only on {signed}, {days:day|days} after it started on {starts}",
    ),
    "rule.signed-late.fix": Sentence(
        "periksa tanggalnya; bila benar, catat dasarnya, dan bila salah betulkan dengan `pks edit {id}`",
        "check the dates; if they are right, note the grounds, if not, correct them with `pks edit {id}`",
    ),
    "rule.running-unsigned": Sentence(
        "mulai berlaku {starts}, {days} hari yang lalu, tetapi belum ditandatangani oleh {parties}",
        "it was to start on {starts}, {days:day|days} ago, but is not signed by {parties}",
    ),
    "rule.running-unsigned.fix": Sentence(
        "bila sudah ditandatangani: `pks sign {id} --party {party_key} --date TANGGAL`; "
        "bila belum, undurkan mulainya: `pks set {id} term.starts=TANGGAL`",
        "if it is signed: `pks sign {id} --party {party_key} --date DATE`; "
        "if not, move the start: `pks set {id} term.starts=DATE`",
    ),
    "rule.sinergi-advised": Sentence(
        "{party} tampaknya instansi pusat; kerja sama dengan pusat biasanya Sinergi, "
        "dengan Nota Kesepakatan (NK) dan Rencana Kerja (RK)",
        "{party} seems to belong to the central government; with it cooperation is usually Sinergi, "
        "by a Nota Kesepakatan (NK) and a Rencana Kerja (RK)",
    ),
    "rule.sinergi-advised.fix": Sentence(
        "bila sesuai: `pks set {id} cooperation=Sinergi instrument=NK`",
        "if it fits: `pks set {id} cooperation=Sinergi instrument=NK`",
    ),
    "rule.sinergi-advised.text": Sentence(
        "Sinergi dengan {party} biasanya dituangkan dalam Nota Kesepakatan (NK) dan Rencana Kerja (RK)",
        "Sinergi with {party} is usually put into a Nota Kesepakatan (NK) and a Rencana Kerja (RK)",
    ),
    "rule.sinergi-advised.text.fix": Sentence(
        "bila sesuai: `pks set {id} instrument=NK`",
        "if it fits: `pks set {id} instrument=NK`",
    ),
    "rule.third-party-in-ksdd": Sentence(
        "{party} bukan daerah; kerja sama dengan pihak ketiga adalah KSDPK, bukan KSDD",
        "{party} is not a region; cooperation with a third party is KSDPK, not KSDD",
    ),
    "rule.third-party-in-ksdd.fix": Sentence(
        "`pks set {id} cooperation=KSDPK`",
        "`pks set {id} cooperation=KSDPK`",
    ),
    "rule.dangling-link": Sentence(
        "`{field}` menyebut {link}, yang tidak ada dalam register ini",
        "`{field}` names {link}, which is not in this register",
    ),
    "rule.dangling-link.fix": Sentence(
        "tulis id yang benar, atau bila naskahnya tidak ada dalam register: "
        '`pks set {id} "{place}={text: NAMA NASKAH, number: NOMOR}"`',
        "write the right id, or if the paper is in nobody's register: "
        '`pks set {id} "{place}={text: WHAT THE PAPER IS, number: NUMBER}"`',
    ),
    "rule.dangling-link.near": Sentence(
        "`{field}` menyebut {link}, yang tidak ada dalam register ini; mungkin maksudnya {near}",
        "`{field}` names {link}, which is not in this register; perhaps {near} is meant",
    ),
    "rule.dangling-link.near.fix": Sentence(
        "`pks set {id} {place}={near}`",
        "`pks set {id} {place}={near}`",
    ),
    "rule.link-to-itself": Sentence(
        "`{field}` menyebut perjanjian ini sendiri",
        "`{field}` names this very agreement",
    ),
    "rule.link-to-itself.fix": Sentence(
        "`pks set {id} {place}=`, atau tulis id yang dimaksud",
        "`pks set {id} {place}=`, or write the id that was meant",
    ),
    "rule.link-loop": Sentence(
        "`{field}` berputar kembali ke perjanjian ini: {way}",
        "`{field}` comes back to this agreement: {way}",
    ),
    "rule.link-loop.fix": Sentence(
        "hapus salah satu kaitan itu, misalnya `pks set {id} {place}=`",
        "remove one of these links, for instance `pks set {id} {place}=`",
    ),
    "rule.two-successors": Sentence(
        "diperpanjang oleh lebih dari satu perjanjian yang masih berjalan: {successors}",
        "renewed by more than one agreement that is still open: {successors}",
    ),
    "rule.two-successors.fix": Sentence(
        "pastikan mana yang dilanjutkan; tutup yang lain, atau hapus `renews` di dalamnya",
        "settle which one goes on; close the other, or remove its `renews`",
    ),
    "rule.amendment-while-renewing": Sentence(
        "adendum nomor {no} tanggal {date} dibuat setelah perpanjangannya ({successors}) mulai disiapkan; "
        "keduanya mengubah naskah yang sama",
        "amendment {no} of {date} was made after work on its renewal ({successors}) had begun; "
        "both change the same text",
    ),
    "rule.amendment-while-renewing.fix": Sentence(
        "pastikan perubahan itu juga masuk ke perpanjangannya: `pks show {first}`",
        "make sure that the renewal takes the change up too: `pks show {first}`",
    ),
    "rule.amendment-while-renewing.addendum": Sentence(
        "adendum ({addenda}) dan perpanjangan ({successors}) disiapkan bersamaan; keduanya mengubah naskah yang sama",
        "an addendum ({addenda}) and a renewal ({successors}) are prepared at once; both change the same text",
    ),
    "rule.amendment-while-renewing.addendum.fix": Sentence(
        "pastikan mana yang dilanjutkan, atau masukkan isi adendum ke perpanjangannya: `pks show {first}`",
        "settle which one goes on, or take the addendum up into the renewal: `pks show {first}`",
    ),
    "rule.outlives-umbrella": Sentence(
        "berlaku sampai {ends}, tetapi payungnya, {title} ({umbrella}), hanya sampai {covered}",
        "it runs to {ends}, but its umbrella, {title} ({umbrella}), only to {covered}",
    ),
    "rule.outlives-umbrella.fix": Sentence(
        "perpanjang payungnya, atau kaitkan dengan payung yang baru: `pks set {id} under=ID-PAYUNG`",
        "renew the umbrella, or link to a newer one: `pks set {id} under=ID-OF-THE-UMBRELLA`",
    ),
    "rule.umbrella-unused": Sentence(
        "berlaku sejak {starts}, tetapi belum satu pun perjanjian dibuat di bawahnya",
        "in force since {starts}, but no agreement has been made under it",
    ),
    "rule.umbrella-unused.fix": Sentence(
        "bila perjanjiannya sudah ada, kaitkan: `pks set ID-PERJANJIAN under={id}`; "
        "bila belum, tanyakan tindak lanjutnya kepada perangkat daerah pengampu",
        "if there is one, link it: `pks set ID-OF-THE-AGREEMENT under={id}`; "
        "if not, ask the agency in charge what is to follow",
    ),
    "rule.uncovered": Sentence(
        "berakhir {ends} dan belum diperpanjang: sudah {days} hari tanpa naskah yang berlaku",
        "it ended on {ends} and is not renewed: {days:day|days} uncovered by now",
    ),
    "rule.uncovered.fix": Sentence(
        "siapkan perpanjangannya: `pks renew {id}`; "
        "bila memang tidak dilanjutkan: `pks close {id} --reason not-renewed`",
        "begin its renewal: `pks renew {id}`; if it is not to go on: `pks close {id} --reason not-renewed`",
    ),
    "rule.uncovered.preparing": Sentence(
        "berakhir {ends}, tetapi {successors} belum ditandatangani: sudah {days} hari tanpa naskah yang berlaku",
        "it ended on {ends}, but {successors} is not signed: {days:day|days} uncovered by now",
    ),
    "rule.uncovered.preparing.fix": Sentence(
        "percepat perpanjangannya: `pks show {first}`; bila sudah ditandatangani, catat tanggalnya di sana",
        "hasten its renewal: `pks show {first}`; if that is signed, state the days there",
    ),
    "rule.uncovered-before": Sentence(
        "{days} hari tanpa naskah yang berlaku sebelum {successor} mulai, {first} sampai {last}",
        "{days:day|days} uncovered before {successor} starts, from {first} to {last}",
    ),
    "rule.uncovered-before.fix": Sentence(
        "periksa tanggalnya; bila keliru, betulkan dengan `pks edit {id}` atau `pks set {successor} term.starts=TANGGAL`",
        "check the dates; if wrong, correct them with `pks edit {id}` or `pks set {successor} term.starts=DATE`",
    ),
    "rule.superseded-by-nothing": Sentence(
        "ditutup karena digantikan, tetapi penggantinya tidak tercatat",
        "closed as superseded, but nothing on record takes its place",
    ),
    "rule.superseded-by-nothing.fix": Sentence(
        "kaitkan penggantinya: `pks set ID-PENGGANTI renews={id}`",
        "link what took its place: `pks set ID-OF-THE-SUCCESSOR renews={id}`",
    ),
    "rule.number-month-differs": Sentence(
        "bulan dalam nomor {number} dari {party} berbeda dengan tanggal penandatanganan, {signed}",
        "the month in {party}'s number {number} differs from the day of signing, {signed}",
    ),
    "rule.number-month-differs.fix": Sentence(
        "periksa nomor dan tanggalnya; betulkan yang salah dengan `pks edit {id}`",
        "check number and date; correct the wrong one with `pks edit {id}`",
    ),
    "rule.number-used-twice": Sentence(
        "nomor {number} dari {party} juga dipakai di {other}",
        "{party}'s number {number} is also used in {other}",
    ),
    "rule.number-used-twice.fix": Sentence(
        'periksa naskah aslinya, lalu `pks set {id} "{place}=NOMOR"` pada yang keliru',
        'check the originals, then `pks set {id} "{place}=NUMBER"` where it is wrong',
    ),
    "rule.register-number-used-twice": Sentence(
        "nomor registrasi {number} juga dipakai di {other}",
        "the register number {number} is also used in {other}",
    ),
    "rule.register-number-used-twice.fix": Sentence(
        'beri salah satunya nomor berikutnya: `pks set {id} "registration.number=NOMOR"`',
        'give one of them the next number: `pks set {id} "registration.number=NUMBER"`',
    ),
    "rule.partner-spelled-variously": Sentence(
        "{name} tampaknya sama dengan {same}", "{name} is probably the same as {same}"
    ),
    "rule.partner-spelled-variously.fix": Sentence(
        "bila sama, tambahkan ke agreements/.pks/partners.yaml: {yaml}; "
        "bila berbeda, cantumkan masing-masing sebagai mitra sendiri",
        "if they are one, add to agreements/.pks/partners.yaml: {yaml}; if not, list each as a partner of its own",
    ),
    "rule.partner-spelled-variously.known": Sentence(
        "{name} tampaknya mitra {partner}, dengan ejaan lain",
        "{name} is probably the partner {partner}, spelled otherwise",
    ),
    "rule.partner-spelled-variously.known.fix": Sentence(
        "bila sama, tambahkan ke `aliases` {partner} di agreements/.pks/partners.yaml: {yaml}; "
        "bila berbeda, cantumkan sebagai mitra sendiri",
        "if so, add to the `aliases` of {partner} in agreements/.pks/partners.yaml: {yaml}; "
        "if not, list it as a partner of its own",
    ),
    "rules.length.days": Sentence("{count} hari", "{count:day|days}"),
    "rules.length.weeks": Sentence("{count} minggu", "{count:week|weeks}"),
    "rules.length.months": Sentence("{count} bulan", "{count:month|months}"),
    "rules.length.years": Sentence("{count} tahun", "{count:year|years}"),
    "rules.length.working-days": Sentence("{count} hari kerja", "{count:working day|working days}"),
    "rules.length.never": Sentence("tidak pernah", "never"),
    "rules.tier-twice": Sentence(
        "jenjang laporan `{code}` tercantum dua kali di bawah `reports`; hapus salah satunya",
        "report tier `{code}` stands twice under `reports`; remove one of them",
    ),
    "rules.unknown-code": Sentence(
        "`{code}` di bawah `rules` bukan nama aturan",
        "`{code}` under `rules` is not the name of a rule",
    ),
    "rules.unknown-code-near": Sentence(
        "`{code}` di bawah `rules` bukan nama aturan; mungkin maksudnya `{near}`",
        "`{code}` under `rules` is not the name of a rule; perhaps `{near}` is meant",
    ),
    "rules.bad-level": Sentence(
        "`{value}` bukan tingkat untuk aturan `{code}`; tulis off, info, warning atau error",
        "`{value}` is not a level for the rule `{code}`; write off, info, warning or error",
    ),
    "rules.bad-parameter": Sentence(
        "`{value}` tidak cocok untuk aturan `{code}`; tulis off, info, warning, error, atau nilai seperti {example}",
        "`{value}` does not fit the rule `{code}`; write off, info, warning, error, or a value such as {example}",
    ),
}
