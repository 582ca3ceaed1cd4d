"""The words of the manual's generated pages: the rules and the stages."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

MANUAL: Final[dict[str, Sentence]] = {
    "manual.rules.title": Sentence("# Aturan", "# Rules"),
    "manual.rules.intro": Sentence(
        "Setiap aturan mempunyai kode, tingkat, dan sumber. Di bawah `rules:` dalam `office.yaml`, kantor dapat menulis "
        "`kode: off`, `info`, `warning`, atau `error`, atau nilai aturan bila ada. Kesalahan menghalangi `pks advance` dan "
        "membuat `pks check` keluar dengan kode 1.",
        "Every rule has a code, a level and a source. Under `rules:` in `office.yaml` an office may write `code: off`, "
        "`info`, `warning` or `error`, or the rule's value where it has one. Errors stop `pks advance` and make "
        "`pks check` end with code 1.",
    ),
    "manual.rules.scope.leaving": Sentence("## Syarat meninggalkan {stage}", "## Gate for leaving {stage}"),
    "manual.rules.scope.always": Sentence("## Setiap saat", "## At any time"),
    "manual.rules.scope.register": Sentence("## Di antara perjanjian", "## Between agreements"),
    "manual.rules.item": Sentence(
        "- `{code}` · {level} · {source}\n  {message}", "- `{code}` · {level} · {source}\n  {message}"
    ),
    "manual.rules.item-with-value": Sentence(
        "- `{code}` · {level} · {source} · nilai: {value}\n  {message}",
        "- `{code}` · {level} · {source} · value: {value}\n  {message}",
    ),
    "manual.stages.title": Sentence("# Tahap", "# Stages"),
    "manual.stages.intro": Sentence(
        "Tahap perjanjian adalah tahap pada baris terakhir `history`. Berada di suatu tahap berarti pekerjaannya sedang "
        "dilakukan; meninggalkannya memerlukan syarat di bawah ini. `pks next ID` menampilkan yang masih kurang.",
        "The stage of an agreement is the stage of the last line of `history`. Being in a stage means its work is being "
        "done; leaving it needs what stands below. `pks next ID` shows what is still missing.",
    ),
    "manual.stages.heading": Sentence("## {number}. {stage} (`{code}`)", "## {number}. {stage} (`{code}`)"),
    "manual.stages.limit": Sentence("Lebih lama dari {limit} masuk `pks due`.", "Longer than {limit} is in `pks due`."),
    "manual.stages.needs": Sentence("Untuk meninggalkannya:", "To leave it:"),
    "manual.stages.line": Sentence("- {level}: {message} (`{code}`)", "- {level}: {message} (`{code}`)"),
    "manual.stages.last": Sentence(
        "Sesudahnya tidak ada tahap lagi: perpanjang dengan berkas baru atau tutup.",
        "Nothing follows: renew it in a new file, or close it.",
    ),
    "manual.stage.draft": Sentence(
        "Persiapan, penawaran, dan penyusunan naskah (PP 28/2018 Ps 6(1)): `pks new`, `pks attach`.",
        "Preparation, offer and drafting of the text (PP 28/2018 Ps 6(1)): `pks new`, `pks attach`.",
    ),
    "manual.stage.facilitation": Sentence(
        "Fasilitasi oleh TKKSD: rapat dengan ketua, peserta, dan hasil (Permendagri 22/2020): `pks meet`.",
        "Review by the TKKSD: a meeting with chair, attendance and outcome (Permendagri 22/2020): `pks meet`.",
    ),
    "manual.stage.corrections": Sentence(
        "Koreksi dijawab setiap pihak, persetujuan DPRD bila diperlukan, lalu penandatanganan (PP 28/2018 Ps 6): "
        "`pks correction`, `pks sign`.",
        "Every party answers the corrections, the council approves where it must, then the text is signed (PP 28/2018 Ps 6): "
        "`pks correction`, `pks sign`.",
    ),
    "manual.stage.registration": Sentence(
        "Penatausahaan: nomor register, nomor tiap pihak, naskah asli dan pindaiannya (PP 28/2018 Ps 6(1)): "
        "`pks register`, `pks attach`.",
        "Records: register number, each party's number, the originals and their scans (PP 28/2018 Ps 6(1)): "
        "`pks register`, `pks attach`.",
    ),
    "manual.stage.reporting": Sentence(
        "Pelaksanaan dan pelaporan berjenjang (PP 28/2018 Ps 6(1), 44): `pks report`, `pks measure`, `pks task`, "
        "`pks evaluate`, `pks amend`.",
        "Implementation and reporting tier by tier (PP 28/2018 Ps 6(1), 44): `pks report`, `pks measure`, `pks task`, "
        "`pks evaluate`, `pks amend`.",
    ),
    "manual.stage.renewal": Sentence(
        "Keputusan: diperpanjang melalui prosedur penuh dalam berkas baru, atau diakhiri: `pks renew`, `pks close`.",
        "The decision: renewed by the full procedure in a new file, or ended: `pks renew`, `pks close`.",
    ),
}
