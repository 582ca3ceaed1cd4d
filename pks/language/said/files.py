"""What the text of a file has to say when it cannot be read, or not be changed in place."""

from __future__ import annotations

from pks.language.catalogue import Sentence

FILES: dict[str, Sentence] = {
    # Characters
    "yaml.control": Sentence(
        id="ada karakter kendali {point} yang tidak terlihat. Hapus karakter itu.",
        en="an invisible control character {point} stands here. Delete it.",
    ),
    "yaml.surrogate": Sentence(
        id="{point} adalah separuh karakter dan tidak dapat disimpan. Ketik ulang karakter di tempat ini.",
        en="{point} is half a character and cannot be stored. Type the character at this place again.",
    ),
    "yaml.separator": Sentence(
        id="ada pemisah baris {point} yang tidak terlihat. Ganti dengan spasi, "
        "atau tulis {escape} di dalam tanda kutip.",
        en="an invisible line separator {point} stands here. Put a space instead, or write {escape}.",
    ),
    "yaml.tab": Sentence(
        id="ada tab di sini. Ganti tab dengan spasi.",
        en="a tab stands here. Use spaces instead of tabs.",
    ),
    "yaml.conflict": Sentence(
        id="penggabungan git belum selesai: tanda konflik di baris {line} sampai {last}, isian {field}; "
        "satu sisi berisi {ours}, sisi lain {theirs}. "
        "Pilih isi dari kedua sisi, lalu hapus baris <<<<<<<, =======, dan >>>>>>>.",
        en="a git merge is not finished: conflict markers in lines {line} to {last}, field {field}; "
        "one side has {ours}, the other {theirs}. "
        "Settle what both sides say, then delete the lines <<<<<<<, ======= and >>>>>>>.",
    ),
    # The file as a whole
    "yaml.empty": Sentence(
        id="berkas ini kosong. Kembalikan isinya dari git (`git checkout -- BERKAS`) atau hapus berkasnya.",
        en="this file is empty. Bring its content back from git (`git checkout -- FILE`) or delete the file.",
    ),
    "yaml.root": Sentence(
        id="isi berkas harus berupa baris `kunci: nilai`, dimulai misalnya dengan `title: ...`.",
        en="the file must consist of lines `key: value`, beginning for example with `title: ...`.",
    ),
    "yaml.documents": Sentence(
        id="satu berkas hanya memuat satu naskah. Hapus tanda `---` atau `...` ini, "
        "atau pindahkan bagian berikutnya ke berkas lain.",
        en="one file holds one document. Delete this `---` or `...`, or move what follows into another file.",
    ),
    "yaml.directive": Sentence(
        id="baris yang diawali `%` (arahan YAML) tidak dipakai di sini. Hapus baris ini, "
        "atau beri tanda kutip bila ini teks.",
        en="a line that begins with `%` (a YAML directive) is not used here. Delete it, or quote it if it is text.",
    ),
    "yaml.large": Sentence(
        id="berkas ini terlalu besar: lebih dari {most} nilai. Bagi menjadi beberapa berkas.",
        en="this file is too large: more than {most} values. Split it into several files.",
    ),
    "yaml.deep": Sentence(
        id="isi bersarang lebih dari {most} tingkat. Periksa kurung dan indentasi di sekitar sini.",
        en="the content is nested more than {most} levels deep. Check brackets and indentation around here.",
    ),
    # Keys
    "yaml.duplicate": Sentence(
        id="kunci `{name}` ditulis dua kali: di baris {first} dan di baris {line}. Gabungkan atau hapus salah satunya.",
        en="the key `{name}` is written twice: in line {first} and in line {line}. Merge them or delete one.",
    ),
    "yaml.twin": Sentence(
        id="kunci `{name}` di baris {line} hampir sama dengan `{other}` di baris {first}. "
        "Pakai satu ejaan, lalu gabungkan isinya.",
        en="the key `{name}` in line {line} is nearly the same as `{other}` in line {first}. "
        "Use one spelling and merge them.",
    ),
    "yaml.key": Sentence(
        id="kunci harus berupa kata yang langsung diikuti titik dua. Tulis `kunci: nilai`.",
        en="a key must be a word directly followed by a colon. Write `key: value`.",
    ),
    "yaml.tight": Sentence(
        id="setelah titik dua di dalam kurung harus ada spasi. Tulis `kunci: ,` atau isi nilainya.",
        en="inside brackets a colon needs a space behind it. Write `key: ,` or fill in the value.",
    ),
    "yaml.merge": Sentence(
        id="penggabungan dengan `<<` tidak dipakai di sini. Tulis semua kunci secara lengkap.",
        en="merging with `<<` is not used here. Write out all keys.",
    ),
    "yaml.colon": Sentence(
        id="baris ini tidak memuat `: ` (titik dua dan spasi). Tulis `kunci: nilai`, "
        "atau beri indentasi bila ini lanjutan baris di atasnya.",
        en="this line has no `: ` (a colon and a space). Write `key: value`, "
        "or indent it if it continues the line above.",
    ),
    # Values
    "yaml.value": Sentence(
        id="tanda `: ` di dalam nilai membingungkan. Beri tanda kutip pada seluruh nilai, "
        'misalnya "Rapat: tahap dua", atau periksa indentasi baris ini.',
        en="a `: ` inside a value is ambiguous. Quote the whole value, "
        'as in "Meeting: second round", or check the indentation of this line.',
    ),
    "yaml.start": Sentence(
        id="nilai tidak boleh diawali {character}. Beri tanda kutip pada seluruh nilai.",
        en="a value cannot begin with {character}. Quote the whole value.",
    ),
    "yaml.dash": Sentence(
        id="tanda - untuk butir daftar harus di baris tersendiri di bawah kuncinya. "
        "Pindahkan ke baris baru, atau beri tanda kutip bila ini teks.",
        en="the - of a list item belongs on a line of its own below the key. "
        "Move it to a new line, or quote it if it is text.",
    ),
    "yaml.quote": Sentence(
        id="tanda kutip {quote} yang dibuka di sini tidak ditutup. Tambahkan {quote} di akhir nilai.",
        en="the quote {quote} opened here is never closed. Add {quote} at the end of the value.",
    ),
    "yaml.after": Sentence(
        id="ada teks setelah nilai yang sudah selesai. Masukkan semuanya ke dalam satu pasang tanda kutip.",
        en="there is text after a value that has ended. Put all of it in one pair of quotes.",
    ),
    "yaml.escape": Sentence(
        id="tanda \\ di dalam kutip ganda tidak dikenal di sini. Tulis \\\\ untuk garis miring terbalik, "
        "atau pakai kutip tunggal.",
        en="this \\ in double quotes means nothing. Write \\\\ for a backslash, or use single quotes.",
    ),
    "yaml.header": Sentence(
        id="setelah | atau > hanya boleh ada tanda -, + atau satu angka. "
        "Tulis teksnya di baris berikutnya, atau beri tanda kutip.",
        en="only -, + or one digit may follow | or >. Put the text on the next line, or quote it.",
    ),
    "yaml.anchor": Sentence(
        id="nilai yang diawali & atau * (jangkar YAML) tidak dipakai di sini. "
        "Beri tanda kutip bila ini teks; selain itu tulis isinya secara lengkap.",
        en="a value that begins with & or * (a YAML anchor) is not used here. "
        "Quote it if it is text; otherwise write the content out.",
    ),
    "yaml.tag": Sentence(
        id="nilai yang diawali ! (tag YAML) tidak dipakai di sini. Beri tanda kutip bila ini teks; "
        "selain itu hapus tag-nya.",
        en="a value that begins with ! (a YAML tag) is not used here. "
        "Quote it if it is text; otherwise delete the tag.",
    ),
    # Lines and brackets
    "yaml.indentation": Sentence(
        id="indentasi baris ini tidak cocok dengan baris di atasnya. "
        "Samakan jumlah spasi di depan dengan kunci atau butir yang setingkat.",
        en="the indentation of this line does not fit the lines above. "
        "Give it as many spaces as its neighbours on the same level have.",
    ),
    "yaml.bracket": Sentence(
        id="kurung {bracket} yang dibuka di sini belum ditutup sampai baris {line}. Tambahkan kurung penutupnya.",
        en="the bracket {bracket} opened here is not closed before line {line}. Add the closing one.",
    ),
    "yaml.comma": Sentence(
        id="di dalam {bracket} di sini kurang koma atau kurung penutup. "
        "Tambahkan, atau beri tanda kutip pada nilai yang memuat tanda khusus.",
        en="a comma or the closing bracket is missing here inside {bracket}. "
        "Add it, or quote the value that contains special characters.",
    ),
    "yaml.stray": Sentence(
        id="tanda {character} di sini tidak pada tempatnya. Hapus, atau beri tanda kutip pada nilainya.",
        en="this {character} is out of place. Delete it, or quote the value.",
    ),
    "yaml.syntax": Sentence(
        id="bagian ini tidak dapat dibaca sebagai YAML ({words}). Periksa tanda kutip, kurung, dan indentasi.",
        en="this cannot be read as YAML ({words}). Check quotes, brackets and indentation.",
    ),
    # Changes in place
    "splice.unreadable": Sentence(
        id="berkas ini tidak dapat diubah sebelum diperbaiki; baris {line}: {problem}",
        en="this file cannot be changed before it is mended; line {line}: {problem}",
    ),
    "splice.large": Sentence(
        id="dengan perubahan ini berkasnya menjadi terlalu besar untuk dibaca; tidak ada yang ditulis. Bagi menjadi beberapa berkas.",
        en="with this change the file would be too large to be read; nothing was written. Split it into several files.",
    ),
    "splice.unproven": Sentence(
        id="perubahan {path} tidak dapat dipastikan aman bagi isi lainnya, jadi tidak dilakukan. "
        "Ubah sendiri dengan `pks edit ID`.",
        en="the change of {path} cannot be proven to leave everything else alone, so it was not made. "
        "Make it yourself with `pks edit ID`.",
    ),
    "splice.surrogate": Sentence(
        id="nilai untuk {path} memuat separuh karakter yang tidak dapat disimpan. Ketik ulang nilainya.",
        en="the value for {path} contains half a character, which cannot be stored. Type the value again.",
    ),
    "splice.not_a_list": Sentence(
        id="{path} bukan daftar, jadi tidak dapat ditambahi butir. Jadikan daftar dulu dengan `pks edit ID`.",
        en="{path} is not a list, so nothing can be added to it. Make it a list first with `pks edit ID`.",
    ),
    "splice.no_place": Sentence(
        id="tidak ada tempat untuk {path}: yang di atasnya bukan peta atau daftar, atau nomornya melompat. "
        "Periksa dengan `pks edit ID`.",
        en="there is no place for {path}: what is above it is not a map or list, or a number was skipped. "
        "Look with `pks edit ID`.",
    ),
    "splice.root": Sentence(
        id="isi berkas tidak dapat dihapus atau diganti seluruhnya. Hapus berkasnya, atau pakai `pks edit ID`.",
        en="the whole content cannot be removed or replaced. Delete the file, or use `pks edit ID`.",
    ),
}
