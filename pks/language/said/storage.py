"""What the disk, the lock and git have to say."""

from __future__ import annotations

from pks.language.catalogue import Sentence

STORAGE: dict[str, Sentence] = {
    # One file
    "disk.failed": Sentence(
        id="{path} tidak dapat ditulis: {reason}. Tidak ada yang diubah.",
        en="{path} cannot be written: {reason}. Nothing was changed.",
    ),
    "disk.failed-one": Sentence(
        id="{path} tidak dapat ditulis: {reason}.",
        en="{path} cannot be written: {reason}.",
    ),
    "disk.changed": Sentence(
        id="{path} sudah diubah pihak lain sejak dibaca; perubahan Anda tidak ditulis. Ulangi perintah ini.",
        en="{path} was changed by someone else since it was read; yours was not written. Try again.",
    ),
    "disk.gone": Sentence(
        id="{path} sudah dihapus atau dipindahkan sejak dibaca; tidak ada yang ditulis. "
        "Periksa dengan `git status`, lalu ulangi.",
        en="{path} was deleted or moved since it was read; nothing was written. "
        "Look with `git status`, then try again.",
    ),
    "disk.taken": Sentence(
        id="{path} sudah ada dan tidak ditimpa. Pilih nama lain.",
        en="{path} already exists and is not overwritten. Choose another name.",
    ),
    "disk.not_a_file": Sentence(
        id="{path} bukan berkas biasa (mungkin tautan simbolik atau folder); tidak ada yang ditulis. "
        "Ganti dengan berkas biasa.",
        en="{path} is not a regular file (perhaps a symbolic link or a folder); nothing was written. "
        "Put a regular file in its place.",
    ),
    "disk.not_a_folder": Sentence(
        id="{path} bukan folder; tidak ada yang dipindahkan. Ganti dengan folder.",
        en="{path} is not a folder; nothing was moved. Put a folder in its place.",
    ),
    "disk.protected": Sentence(
        id="{path} dilindungi dari penulisan; tidak ada yang diubah. "
        "Bila memang hendak diubah, beri izin tulis (`chmod u+w`), lalu ulangi.",
        en="{path} is write-protected; nothing was changed. "
        "If it is meant to change, give write permission (`chmod u+w`) and try again.",
    ),
    "disk.outside": Sentence(
        id="{path} berada di luar register {root} (mungkin melalui tautan simbolik); tidak ada yang ditulis. "
        "Pindahkan foldernya ke dalam register.",
        en="{path} lies outside the register {root} (perhaps through a symbolic link); nothing was written. "
        "Move its folder into the register.",
    ),
    "disk.unconfirmed": Sentence(
        id="{paths} sudah ditulis, tetapi belum pasti tersimpan di disk: {reason}. "
        "Periksa isinya dengan `git diff` sebelum melanjutkan.",
        en="{paths} written, but perhaps not safe on disk: {reason}. "
        "Look at the content with `git diff` before you go on.",
    ),
    # Many files
    "disk.partly": Sentence(
        id="Baru {done} dari {total} berkas yang ditulis. "
        "Perbaiki penyebab di bawah, lalu ulangi untuk berkas yang belum.",
        en="Only {done} of {total} files were written. "
        "Mend the cause below, then try again for the ones that are missing.",
    ),
    "disk.written": Sentence(id="Sudah ditulis: {paths}", en="Written: {paths}"),
    "disk.missing": Sentence(id="Belum ditulis: {paths}", en="Not written: {paths}"),
    # Advice by cause
    "disk.hint.full": Sentence(
        id="Disk atau kuota penuh: kosongkan ruang, lalu ulangi.",
        en="The disk or the quota is full: free some space and try again.",
    ),
    "disk.hint.permission": Sentence(
        id="Minta izin tulis untuk folder itu kepada pengelola komputer, atau salin register ke tempat lain.",
        en="Ask whoever runs this computer for write permission, or copy the register to another place.",
    ),
    "disk.hint.busy": Sentence(
        id="Terlalu banyak berkas terbuka: tutup program lain, lalu ulangi.",
        en="Too many files are open: close other programs and try again.",
    ),
    "disk.hint.broken": Sentence(
        id="Disk atau jaringan mungkin rusak: buat cadangan register lebih dahulu.",
        en="The disk or the network may be failing: make a copy of the register first.",
    ),
    "disk.rescue_failed": Sentence(
        id="Teks Anda tidak dapat disimpan di register maupun di {path}: {reason}. Salin teks itu sekarang.",
        en="Your text can be kept neither in the register nor in {path}: {reason}. Copy it now.",
    ),
    # The lock
    "lock.held": Sentence(
        id="Register {path} sedang ditulis oleh pks lain; tidak ada yang diubah. Tunggu, lalu ulangi.",
        en="Another pks is writing in the register {path}; nothing was changed. Wait, then try again.",
    ),
    "lock.held_by": Sentence(
        id="Register {path} sedang ditulis oleh pks lain (proses {process}); tidak ada yang diubah. "
        "Tunggu atau hentikan proses itu, lalu ulangi.",
        en="Another pks (process {process}) is writing in the register {path}; nothing was changed. "
        "Wait or end that process, then try again.",
    ),
    "lock.no-folder": Sentence(
        "{path} seharusnya folder, bukan berkas; hapus berkas itu, pks akan membuat foldernya. Tidak ada yang diubah.",
        "{path} should be a folder and is a file; delete that file, pks makes the folder. Nothing was changed.",
    ),
    "lock.failed": Sentence(
        id="Kunci {path} tidak dapat dibuat: {reason}. Tidak ada yang diubah. Pastikan folder register dapat ditulis.",
        en="The lock {path} cannot be made: {reason}. Nothing was changed. "
        "See to it that the register folder can be written.",
    ),
    # git: whether there is one
    "git.missing": Sentence(
        id="git tidak terpasang; perubahan ditulis tanpa riwayat. Pasang git untuk mencatatnya.",
        en="git is not installed; changes are written without a history. Install git to keep one.",
    ),
    "git.no_repository": Sentence(
        id="{folder} tidak berada dalam repositori git; perubahan ditulis tanpa riwayat. `git init` membuatnya.",
        en="{folder} is not in a git repository; changes are written without a history. `git init` makes one.",
    ),
    "git.bare": Sentence(
        id="{folder} berada dalam repositori git tanpa folder kerja; tidak ada yang ditulis. "
        "Buat klonnya dengan `git clone` dan bekerja di sana, atau pakai --no-commit.",
        en="{folder} is in a git repository without a work tree; nothing was written. "
        "Make a clone with `git clone` and work there, or use --no-commit.",
    ),
    "git.dubious": Sentence(
        id="git menolak {folder} karena milik pengguna lain; tidak ada yang ditulis. "
        "Bila Anda mempercayainya: `git config --global --add safe.directory {top}`. Atau pakai --no-commit.",
        en="git refuses {folder} because it belongs to another user; nothing was written. If you trust it: "
        "`git config --global --add safe.directory {top}`. Or use --no-commit.",
    ),
    "git.broken": Sentence(
        id="Repositori git di {folder} tidak dapat dibaca: {reason}. Tidak ada yang ditulis. "
        "Perbaiki repositori itu, atau pakai --no-commit.",
        en="The git repository at {folder} cannot be read: {reason}. Nothing was written. "
        "Mend the repository, or use --no-commit.",
    ),
    "git.failed": Sentence(
        id="`git {command}` gagal di {folder}: {reason}. Perbaiki penyebabnya, atau pakai --no-commit.",
        en="`git {command}` failed in {folder}: {reason}. Mend the cause, or use --no-commit.",
    ),
    "git.slow": Sentence(
        id="`git {command}` di {folder} tidak selesai dalam {seconds} detik dan dihentikan. "
        "Jalankan sendiri untuk melihat sebabnya, atau pakai --no-commit.",
        en="`git {command}` in {folder} was not done after {seconds} seconds and was stopped. "
        "Run it yourself to see why, or use --no-commit.",
    ),
    "git.bad_revision": Sentence(
        id="{revision} bukan nama revisi. Pakai hash dari `pks history` atau `git log`.",
        en="{revision} is not the name of a revision. Use a hash from `pks history` or `git log`.",
    ),
    # git: whether it is ready
    "git.no_identity": Sentence(
        id="git belum tahu siapa Anda; tidak ada yang ditulis. Jalankan dua baris di bawah, atau pakai --no-commit.",
        en="git does not know who you are; nothing was written. Run the two lines below, or use --no-commit.",
    ),
    "git.identity_name": Sentence(
        id='git config --global user.name "Nama Anda"', en='git config --global user.name "Your Name"'
    ),
    "git.identity_email": Sentence(
        id='git config --global user.email "anda@example.go.id"',
        en='git config --global user.email "you@example.go.id"',
    ),
    "git.locked": Sentence(
        id="git lain sedang bekerja di {folder}; tidak ada yang ditulis. Tunggu lalu ulangi. "
        "Bila tidak ada git yang berjalan, hapus {path}. Atau pakai --no-commit.",
        en="Another git is at work in {folder}; nothing was written. Wait, then try again. "
        "If no git is running, delete {path}. Or use --no-commit.",
    ),
    "git.unfinished": Sentence(
        id="`git {operation}` belum selesai di {folder}; tidak ada yang ditulis. "
        "Selesaikan atau batalkan (`git status` menunjukkan caranya), atau pakai --no-commit.",
        en="A `git {operation}` is unfinished in {folder}; nothing was written. "
        "Finish or abort it (`git status` tells how), or use --no-commit.",
    ),
    "git.unmerged": Sentence(
        id="{paths} masih berisi konflik penggabungan; tidak ada yang ditulis. "
        "Selesaikan konflik itu lalu `git add`, atau pakai --no-commit.",
        en="{paths} still unmerged; nothing was written. Resolve the conflict and `git add`, or use --no-commit.",
    ),
    "git.detached": Sentence(
        id="{folder} tidak berada pada cabang mana pun (detached HEAD), sehingga commit dapat hilang; "
        "tidak ada yang ditulis. Jalankan `git switch main` atau `git switch -c NAMA`, "
        "atau pakai --no-commit.",
        en="{folder} is on no branch (detached HEAD), so a commit could get lost; nothing was written. "
        "Run `git switch main` or `git switch -c NAME`, or use --no-commit.",
    ),
    "git.ignored": Sentence(
        id="{paths} diabaikan oleh .gitignore dan tidak akan tercatat; tidak ada yang ditulis. "
        "Ubah .gitignore (`git check-ignore -v` menunjukkan barisnya), atau pakai --no-commit.",
        en="{paths} ignored by .gitignore and would not be recorded; nothing was written. "
        "Change .gitignore (`git check-ignore -v` shows the line), or use --no-commit.",
    ),
    "git.submodule": Sentence(
        id="{path} berada dalam repositori lain di {inner} (submodul); tidak ada yang ditulis. "
        "Bekerjalah dari dalam folder itu, atau pakai --no-commit.",
        en="{path} lies in another repository at {inner} (a submodule); nothing was written. "
        "Work from inside that folder, or use --no-commit.",
    ),
    "git.outside": Sentence(
        id="{path} berada di luar repositori {folder}; tidak ada yang ditulis. "
        "Pindahkan ke dalam repositori, atau pakai --no-commit.",
        en="{path} lies outside the repository {folder}; nothing was written. "
        "Move it into the repository, or use --no-commit.",
    ),
    # git: after writing
    "git.not_committed": Sentence(
        id="{paths}: git tidak membuat commit. Perbaiki penyebab di bawah, lalu jalankan `{command}`.",
        en="{paths}: git made no commit. Mend the cause below, then run `{command}`.",
    ),
    "git.said": Sentence(id="git: {text}", en="git: {text}"),
}
