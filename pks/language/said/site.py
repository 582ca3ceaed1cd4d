"""What the site says around the sentences that other commands say as well."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

_PAGE: Final[dict[str, Sentence]] = {
    "site.title": Sentence("Register kerja sama", "Register of agreements"),
    "site.as-of": Sentence("keadaan per {day}", "as of {day}"),
    "site.brief": Sentence("Ringkasan", "Brief"),
    "site.register": Sentence("Daftar perjanjian", "Agreements"),
    "site.tree": Sentence("Payung dan klaster", "Umbrellas and clusters"),
    "site.gaps": Sentence("Kekosongan antarnaskah", "Days without a text"),
    "site.nav": Sentence("Bagian", "Sections"),
    "site.more": Sentence("{count} lainnya", "{count:other|others}"),
    "site.made": Sentence(
        "Dibuat dengan pks dari register per {day}. Berkas ini tidak mengambil atau mengirim apa pun.",
        "Made by pks from the register as of {day}. This file fetches and sends nothing.",
    ),
    "site.verbatim": Sentence("{words}", "{words}"),
    "site.hidden": Sentence("[{what} tidak ditampilkan]", "[{what} not shown]"),
    "site.life": Sentence("Linimasa", "Over the years"),
    "site.stages": Sentence("Tahap", "Stages"),
    "site.term": Sentence("Masa berlaku perjanjian ini", "Term of this agreement"),
    "site.planned": Sentence("Masa berlaku yang direncanakan", "Planned term of this agreement"),
    "site.term-of": Sentence("Masa berlaku {id}", "Term of {id}"),
    "site.days": Sentence("{first} sampai {last}", "{first} to {last}"),
    "site.open": Sentence("sejak {first}", "since {first}"),
    "site.uncovered": Sentence("tanpa naskah {days} hari", "{days:day|days} without a text"),
    "site.today": Sentence("hari ini", "today"),
    "site.indicators": Sentence("Indikator", "Indicators"),
    "site.indicator": Sentence("{name} ({unit})", "{name} ({unit})"),
    "site.reading": Sentence("{period}: {value}", "{period}: {value}"),
    "site.gap.first": Sentence("Sejak", "From"),
    "site.gap.last": Sentence("Sampai", "To"),
    "site.gaps-empty": Sentence("Tidak ada hari tanpa naskah.", "No day is without a text."),
    "site.alone": Sentence(
        "{count} perjanjian tidak bernaung di bawah payung; semuanya ada di daftar.",
        "{count:agreement hangs|agreements hang} under no umbrella; the list has them all.",
    ),
    "site.tree-empty": Sentence(
        "Belum ada perjanjian di bawah payung atau klaster.", "No agreement hangs under an umbrella or cluster yet."
    ),
}
_TOOLS: Final[dict[str, Sentence]] = {
    "site.search": Sentence("Cari judul, pihak, nomor, atau ruang lingkup", "Search titles, parties, numbers or scope"),
    "site.all": Sentence("semua", "all"),
    "site.year": Sentence("Tahun", "Year"),
    "site.reset": Sentence("Hapus saringan", "Clear filters"),
    "site.show-all": Sentence("Tampilkan semua", "Show all"),
    "site.shown": Sentence("{found} dari {total} perjanjian", "{found} of {total} agreements"),
    "site.first": Sentence(
        "{found} dari {total} perjanjian; tampil {shown}", "{found} of {total} agreements; {shown} shown"
    ),
    "site.none": Sentence("Tidak ada perjanjian yang cocok.", "No agreement fits."),
    "site.sort": Sentence("Urutkan menurut {column}", "Sort by {column}"),
    "site.stage-waiting": Sentence("Tahap dan yang ditunggu", "Stage and who is waited for"),
    "site.waiting": Sentence("menunggu {who}", "waiting for {who}"),
    "site.half-signed": Sentence(
        "{signed} dari {count} tanda tangan, menunggu {who}", "{signed} of {count} signed, waiting for {who}"
    ),
}
_RUN: Final[dict[str, Sentence]] = {
    "site.making": Sentence("Membuat halaman", "Making the pages"),
    "site.taken": Sentence(
        "{file} sudah ada dan bukan situs buatan pks; pilih nama lain dengan --out, atau tambahkan --force",
        "{file} is already there and no site made by pks; choose another name with --out, or add --force",
    ),
    "site.masked": Sentence(
        "{count} data pribadi tidak ditampilkan; `pks check` menyebutkan tempatnya",
        "{count:personal datum is|personal data are} not shown; `pks check` says where",
    ),
    "help.site.short": Sentence(
        "register sebagai satu berkas untuk peramban", "the register as one file for a browser"
    ),
    "help.site": Sentence(
        "Menulis register sebagai satu berkas HTML: ringkasan, daftar yang dapat dicari dan disaring, dan halaman tiap perjanjian. "
        "Berkas dapat dibuka dari folder bersama atau telepon, tanpa jaringan. "
        "Tanpa --out ditulis ke pks-site.html di sebelah agreements/; situs yang lama diganti.",
        "Writes the register as one HTML file: the brief, the list to search and filter, and a page for each agreement. "
        "It opens from a shared folder or on a phone, without a network. "
        "Without --out it is pks-site.html beside agreements/; an older site is replaced.",
    ),
    "help.site.examples": Sentence("pks site\npks site --out register.html", "pks site\npks site --out register.html"),
    "help.site.out": Sentence("berkas yang ditulis", "the file to write"),
    "help.site.force": Sentence(
        "ganti juga berkas yang bukan situs buatan pks", "replace also a file that is no site made by pks"
    ),
}
SITE: Final[dict[str, Sentence]] = _PAGE | _TOOLS | _RUN
