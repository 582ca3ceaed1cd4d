"""What is said when a workbook, a table of a document or a CSV file is read."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

FOREIGN_FILES: Final[dict[str, Sentence]] = {
    "foreign.extra-missing": Sentence(
        "untuk ini perlu paket {package} yang belum terpasang; pasang dengan: pip install 'pks[office]'",
        "this needs the package {package}, which is not installed; install it with: pip install 'pks[office]'",
    ),
    "foreign.missing": Sentence("tidak ada berkas {file}", "there is no file {file}"),
    "foreign.folder": Sentence("{file} adalah folder, bukan berkas", "{file} is a folder, not a file"),
    "foreign.not-regular": Sentence("{file} bukan berkas biasa", "{file} is no regular file"),
    "foreign.unreadable": Sentence("{file} tidak dapat dibaca: {reason}", "{file} cannot be read: {reason}"),
    "foreign.large": Sentence(
        "{file} lebih besar dari {most} MB; simpan hanya lembar register ke berkas sendiri",
        "{file} is larger than {most} MB; save the sheet of the register alone to a file of its own",
    ),
    "foreign.empty": Sentence("{file} kosong", "{file} is empty"),
    "foreign.damaged": Sentence(
        "{file} rusak atau terpotong; buka dengan program asalnya dan simpan lagi",
        "{file} is damaged or cut off; open it in the program it came from and save it again",
    ),
    "foreign.encrypted": Sentence(
        "{file} dilindungi kata sandi; buka, hapus kata sandinya, dan simpan lagi",
        "{file} is protected by a password; open it, remove the password and save it again",
    ),
    "foreign.many-parts": Sentence(
        "{file} terdiri atas {count} bagian, paling banyak {most}; tidak dibuka",
        "{file} consists of {count} parts, {most} at most; it was not opened",
    ),
    "foreign.expands": Sentence(
        "{file} menjadi {size} MB bila dibuka, paling banyak {most} MB; tidak dibuka",
        "{file} would become {size} MB when opened, {most} MB at most; it was not opened",
    ),
    "foreign.bomb": Sentence(
        "{file} dimampatkan secara tidak wajar pada bagian {part}; tidak dibuka",
        "{file} is packed tighter than any document at its part {part}; it was not opened",
    ),
    "foreign.dtd": Sentence(
        "{file} memuat deklarasi DTD pada bagian {part}; program kantor tidak menulis itu, maka tidak dibuka",
        "{file} declares a DTD in its part {part}; no office program writes that, so it was not opened",
    ),
    "foreign.sheet-large": Sentence(
        "lembar {sheet} pada {file} sampai baris {rows} dan kolom ke-{columns}; paling banyak {most_rows} baris dan "
        "{most_cells} sel, yang kosong pun terhitung; hapus baris dan kolom yang tidak terpakai",
        "sheet {sheet} of {file} reaches to row {rows} and column number {columns}; {most_rows} rows and "
        "{most_cells} cells at most, empty ones counted; delete the rows and columns that are not used",
    ),
    "foreign.other-kind": Sentence(
        "{file} adalah berkas {kind}; yang dapat dibaca: xlsx, xls, ods, docx, csv",
        "{file} is a file of the kind {kind}; what can be read: xlsx, xls, ods, docx, csv",
    ),
    "foreign.old-word": Sentence(
        "{file} adalah dokumen Word lama; buka dengan Word dan simpan sebagai .docx",
        "{file} is an old Word document; open it in Word and save it as .docx",
    ),
    "foreign.web-page": Sentence(
        "{file} sebenarnya halaman web atau XML, apa pun namanya; buka dengan Excel dan simpan sebagai .xlsx",
        "{file} is a web page or XML, whatever its name; open it in Excel and save it as .xlsx",
    ),
    "foreign.not-as-named": Sentence(
        "isi {file} bukan {kind}; simpan lagi dari program asalnya, atau beri nama .csv bila memang teks",
        "the content of {file} is no {kind}; save it again from its program, or name it .csv where it is text",
    ),
    "foreign.utf16-unmarked": Sentence(
        "{file} bukan teks, atau teks UTF-16 tanpa tanda di awalnya; simpan sebagai CSV UTF-8",
        "{file} is no text, or UTF-16 text without a mark at its beginning; save it as CSV UTF-8",
    ),
    "foreign.undecodable": Sentence(
        "{file}, baris {line}: byte ke-{offset} bukan huruf; simpan sebagai CSV UTF-8",
        "{file}, line {line}: byte {offset} is no letter of any kind; save it as CSV UTF-8",
    ),
    "foreign.nul": Sentence(
        "{file}, baris {line}, kolom {column}: ada karakter NUL, jadi bukan berkas teks yang utuh",
        "{file}, line {line}, column {column}: a NUL character, so this is no sound text file",
    ),
    "foreign.separators": Sentence(
        "pemisah kolom pada {file} tidak jelas: `{first}` dan `{second}` sama cocoknya; pilih dengan --separator",
        "what separates the columns of {file} is not clear: `{first}` and `{second}` fit alike; choose with --separator",
    ),
    "foreign.open-quote": Sentence(
        "{file}, baris {line}: tanda petik dibuka tetapi tidak pernah ditutup",
        "{file}, line {line}: a quote opens here and never closes",
    ),
    "foreign.cell-long": Sentence(
        "{file}, baris {line}: sel lebih dari {most} karakter", "{file}, line {line}: a cell of over {most} characters"
    ),
}
