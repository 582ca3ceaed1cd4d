"""`pks site` writes the register as one file that fetches nothing, shows texts as texts and hides personal data."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conftest import Run, git

FULL = """\
title: Pelayanan rujukan kesehatan jiwa
instrument: PKS
cooperation: KSDPK
lead: Dinas Kesehatan
parties:
  - {key: dinkes, name: Dinas Kesehatan, ours: true, number: 0123/PKS/2026, signed: 2026-01-05}
  - {key: klinik, name: 'Klinik "Sehat" & Mitra', signatory: {name: dr. Contoh, office: Direktur}, signed: 2026-01-05}
scope: [Rujukan pasien gawat]
term: {starts: 2026-01-05, length: 2 years}
under: payung
cluster: rujukan
renews: lama
corrections:
  - {no: 1, clause: Pasal 4, was: a, raised: {date: 2026-01-01}, answers: {klinik: {accepted: 2026-01-02}}}
documents: [{kind: signed-copy, sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}]
indicators:
  - {name: pasien dirujuk, unit: orang, readings: [{period: 2026-01, value: 0}, {period: 2026-02, value: 1250}]}
history:
  - {date: 2025-12-01, stage: draft, by: Bagian Tata Pemerintahan}
  - {date: 2026-01-06, stage: reporting, imported: true}
"""
OLD = """\
title: Rujukan lama
instrument: PKS
parties: [{name: Dinas Kesehatan, ours: true, signed: 2023-12-01}, {name: Klinik, signed: 2023-12-01}]
term: {starts: 2023-12-01, length: 2 years}
history: [{date: 2023-12-01, stage: reporting, imported: true}]
"""
UMBRELLA = """\
title: Kerja sama kesehatan
instrument: KB
parties: [{name: Kabupaten Contoh, ours: true, signed: 2025-01-01}, {name: Yayasan Sehat, signed: 2025-01-01}]
clusters: [{name: rujukan}, {name: pelatihan}]
term: {starts: 2025-01-01, length: 5 years}
history: [{date: 2025-01-01, stage: reporting, imported: true}]
"""
DRAFT = """\
title: "{title}"
parties: [{{name: Dinas Sosial, ours: true}}, {{name: Yayasan}}]
history: [{{date: 2026-02-01, stage: draft}}]
"""


class Page(HTMLParser):
    """What a browser would find: the text by place, what could run or be fetched, and the ids and links."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.fetching: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text: list[str] = []
        self._raw = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.tags.append(tag)
        self._raw = tag in {"script", "style"}
        self.fetching += [
            f"{tag} {name}" for name in named if name in {"src", "srcset", "style", "action"} or name[:2] == "on"
        ]
        self.ids += [str(named["id"])] if "id" in named else []
        self.links += [str(named["href"])] if "href" in named else []

    def handle_endtag(self, tag: str) -> None:
        self._raw = self._raw and tag not in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._raw:
            self.text.append(data)


@pytest.fixture
def filled(register: Path) -> Path:
    for name, text in {"baru": FULL, "lama": OLD, "payung": UMBRELLA}.items():
        (register / f"{name}.yaml").write_text(text)
    return register


def written(register: Path) -> str:
    return (register.parent / "pks-site.html").read_text(encoding="utf-8")


def article(text: str, id_: str) -> str:
    found = re.search(rf'<article class=page id="a-{id_}">.*?</article>', text, re.DOTALL)
    assert found is not None
    return found[0]


def words(html: str) -> str:
    return " ".join(" ".join(Page(html).text).split())


def test_it_is_written_beside_the_register_and_its_path_is_the_result(pks: Run, filled: Path) -> None:
    result = pks("site")
    assert (result.code, result.out, result.err) == (0, f"{filled.parent / 'pks-site.html'}\n", "")
    assert written(filled).startswith('<!DOCTYPE html>\n<html lang="en">\n')
    assert git("status", "--porcelain").splitlines() == [
        "?? agreements/baru.yaml",
        "?? agreements/lama.yaml",
        "?? agreements/payung.yaml",
        "?? pks-site.html",
    ]


def test_the_same_register_and_day_give_the_same_bytes(pks: Run, filled: Path) -> None:
    pks("site")
    first = written(filled)
    assert pks("site").code == 0
    assert written(filled) == first
    pks("--no-index", "site")
    assert written(filled) == first
    pks("--today", "2026-03-02", "site")
    assert written(filled) != first


def test_nothing_is_fetched_and_every_link_leads_somewhere_in_the_file(pks: Run, filled: Path) -> None:
    pks("site")
    text = written(filled)
    page = Page(text)
    assert page.fetching == []
    assert {"link", "img", "iframe", "form", "base", "object"} & set(page.tags) == set()
    assert len(page.ids) == len(set(page.ids))
    assert {link for link in page.links if link[1:] not in page.ids or link[0] != "#"} == set()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    assert re.fullmatch(
        r"default-src &#39;none&#39;; style-src &#39;sha256-[\w+/=]{44}&#39;; script-src &#39;sha256-[\w+/=]{44}&#39; "
        r"&#39;sha256-[\w+/=]{44}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;",
        policy,
    )


def test_an_agreement_says_where_it_stands_its_years_its_place_and_its_figures(pks: Run, filled: Path) -> None:
    pks("--lang", "id", "site")
    page = words(article(written(filled), "baru"))
    for part in (
        "Pelayanan rujukan kesehatan jiwa baru · Perjanjian Kerja Sama · Kerja Sama Daerah dengan Pihak Ketiga Status",
        "Rantai lama → baru",
        "Masa berlaku lama: 1 Desember 2023 sampai 30 November 2025, tanpa naskah 35 hari",
        "Masa berlaku perjanjian ini: 5 Januari 2026 sampai 4 Januari 2028",
        "1 Desember 2025: penyusunan · Bagian Tata Pemerintahan",
        "Kerja sama kesehatan payung berlaku rujukan: Pelayanan rujukan kesehatan jiwa baru berlaku pelatihan: belum",
        "Indikator pasien dirujuk (orang) 0 2026-01 1.250 2026-02",
        'Pihak Kedua Klinik "Sehat" & Mitra ditandatangani 5 Januari 2026 diwakili dr. Contoh, Direktur',
        "pihak kita · nomor 0123/PKS/2026 · ditandatangani 5 Januari 2026",
        "Ruang lingkup Rujukan pasien gawat",
    ):
        assert part in page
    for part in ("aaaaaaaa", "Pasal 4", "pks "):  # hashes, settled corrections, commands: nothing for this reader
        assert part not in page


def test_the_list_has_a_row_each_and_the_filters_what_occurs(pks: Run, filled: Path) -> None:
    pks("site")
    text = written(filled)
    rows = re.findall(r"<tr><td>(.*)", text[text.index("<tbody>") : text.index("</table>")])
    running = "implementation and reporting"
    pks_ = f"cooperation agreement {running}"
    assert [words(f"<p>{row}") for row in rows] == [
        f'Pelayanan rujukan kesehatan jiwa Klinik "Sehat" & Mitra baru · {pks_} active 5 January 2026 4 January 2028',
        f"Rujukan lama Klinik lama · {pks_} superseded 1 December 2023 30 November 2025",
        f"Kerja sama kesehatan Yayasan Sehat payung · joint agreement {running} active 1 January 2025 31 December 2029",
    ]
    data = json.loads(re.findall(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)[0])
    assert data["rows"][0] == [
        "reporting", "active", "KSDPK", "PKS", [0], "2026", "2026-01-05", "2028-01-04", 4, 0,
    ]  # fmt: skip
    assert data["leads"] == ["Dinas Kesehatan"]
    assert re.findall(r'<option value="([^"]*)"', text) == [
        "", "reporting", "", "active", "superseded", "", "KSDPK", "", "KB", "PKS", "", "Dinas Kesehatan",
        "", "2026", "2025", "2023",
    ]  # fmt: skip


def test_gaps_between_renewals_stand_on_a_page_of_their_own(pks: Run, filled: Path) -> None:
    pks("site")
    text = written(filled)
    gaps = text[text.index('id="gaps"') : text.index("<article")]
    assert "Rujukan lama lama 1 December 2025 4 January 2026 35 days, past baru" in words(f"<p {gaps}")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("</script><script>alert(1)</script>", "</script><script>alert(1)</script>"),
        ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        ("<!-- <script> --> &amp; {{ 7*7 }} {% raw %}", "<!-- <script> --> &amp; {{ 7*7 }} {% raw %}"),
        ("' autofocus onfocus=alert(1) x='", "' autofocus onfocus=alert(1) x='"),
        ("مستشفى الأمراض", "مستشفى الأمراض"),
        ("=1+1 🏥", "=1+1 🏥"),
        ("x" * 40_000, "x" * 40_000),
    ],
)  # fmt: skip
def test_hostile_texts_are_shown_as_text(pks: Run, register: Path, title: str, shown: str) -> None:
    (register / "a.yaml").write_text(DRAFT.format(title=title) + f'lead: "{title}"\n')
    assert pks("site").code == 0
    text = written(register)
    page = Page(text)
    assert page.fetching == []
    assert page.tags.count("script") == 3
    assert shown in page.text[page.text.index(shown)]
    assert Page(article(text, "a")).text.count(shown) == 2


def test_an_id_that_reads_like_an_escaped_letter_breaks_no_text(pks: Run, register: Path) -> None:
    (register / "amp.yaml").write_text(DRAFT.format(title="A & B") + "scope: [A & B amp, it's x27]\n")
    (register / "x27.yaml").write_text(DRAFT.format(title="C"))
    pks("site")
    page = article(written(register), "amp")
    assert "A & B amp" in words(page)
    assert "it's x27" in words(page)
    assert "A &amp; B <a href=#a-amp>amp</a>" in page
    assert "it&#x27;s <a href=#a-x27>x27</a>" in page


def test_letters_that_act_on_a_terminal_are_spelled_out(pks: Run, register: Path) -> None:
    (register / "a.yaml").write_text(DRAFT.format(title="ab") + 'x-note: "\\u202eterbalik"\n')
    result = pks("site")
    assert result.code == 0
    assert "\u202e" not in written(register)


def test_personal_data_are_not_shown_and_counted(pks: Run, register: Path) -> None:
    text = (
        DRAFT.format(title="Pelatihan")
        + "purpose: Hubungi 0812-3456-7890 atau ani@contoh.go.id, NIK 6104012345678901\n"
    )
    (register / "a.yaml").write_text(text + "under: {text: Nota, number: '0812345678901234'}\n")
    result = pks("--lang", "id", "site")
    assert result.err == "3 data pribadi tidak ditampilkan; `pks check` menyebutkan tempatnya\n"
    page = written(register)
    for part in ("0812-3456-7890", "ani@contoh.go.id", "6104012345678901"):
        assert part not in page
    assert (
        "Hubungi [nomor telepon tidak ditampilkan] atau [alamat surel tidak ditampilkan], "
        "NIK [nomor NIK atau KTP tidak ditampilkan]"
    ) in page
    assert "0812345678901234" in page  # the number of a document


def test_an_empty_register_says_so_and_has_no_list(pks: Run, register: Path) -> None:
    assert pks("site").code == 0
    text = written(register)
    assert "The register holds no agreement yet." in text
    assert "<table" not in text


def test_a_broken_file_is_named_and_hides_no_other(pks: Run, filled: Path) -> None:
    (filled / "rusak.yaml").write_text("title: [\n")
    result = pks("site")
    assert result.code == 0
    assert "agreements/rusak.yaml:" in result.err
    assert words(written(filled)).count("agreements/rusak.yaml") == 1
    assert article(written(filled), "lama")


def test_what_is_no_site_of_ours_is_not_replaced_without_force(pks: Run, filled: Path) -> None:
    out = filled.parent / "pks-site.html"
    out.write_text("<p>milik orang lain")
    refused = pks("site")
    assert (refused.code, refused.out) == (6, "")
    assert refused.err == (
        f"pks: {out} is already there and no site made by pks; choose another name with --out, or add --force\n"
    )
    assert out.read_text() == "<p>milik orang lain"
    assert pks("site", "--force").code == 0
    assert pks("site").code == 0
    assert 'name="generator" content="pks ' in written(filled)


def test_out_is_from_the_folder_of_dash_c_and_its_folder_must_exist(
    pks: Run, filled: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    result = pks("-C", str(filled.parent), "site", "--out", "situs.html")
    assert (result.code, result.out) == (0, f"{filled.parent / 'situs.html'}\n")
    missing = pks("-C", str(filled.parent), "site", "--out", "tiada/situs.html")
    assert (missing.code, missing.out) == (7, "")
    assert "there is no folder" in missing.err
    folder = pks("-C", str(filled.parent), "site", "--out", "agreements", "--force")
    assert (folder.code, folder.out) == (7, "")


@pytest.mark.usefixtures("filled")
def test_the_name_of_the_file_is_shown_without_what_a_terminal_would_act_on(pks: Run) -> None:
    assert pks("site", "--out", "a\x1b[31m.html") == (0, "a\\x1b[31m.html\n", "")
    assert pks("site", "--out", "a\udcff.html") == (0, "a\\udcff.html\n", "")


def test_a_missing_library_is_named(pks: Run, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "jinja2", None)
    result = pks("site")
    assert result.code == 7
    assert "Jinja2" in result.err
    assert not (filled.parent / "pks-site.html").exists()


def test_fourteen_parties_fit_in_a_row_and_all_stand_on_the_page(pks: Run, register: Path) -> None:
    parties = "".join(f"  - {{name: Kabupaten {number:02}}}\n" for number in range(1, 15))
    (register / "a.yaml").write_text(
        f"title: Sampah regional\nparties:\n{parties}history: [{{date: 2026-02-01, stage: draft}}]\n"
    )
    pks("site")
    text = written(register)
    assert '<small class="cut">Kabupaten 01, Kabupaten 02, Kabupaten 03, 11 others</small>' in text
    assert article(text, "a").count("Kabupaten ") >= 14
