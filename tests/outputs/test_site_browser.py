"""The site in a real browser: nothing is blocked, search and sorting work, paper gets every row, it is quick."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

CHROMIUM = shutil.which("chromium")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium")]

AGREEMENT = """\
title: {title}
instrument: {instrument}
lead: {lead}
parties: [{{name: Dinas Sosial, ours: true, signed: {year}-02-01}}, {{name: {partner}, signed: {year}-02-01}}]
scope: [Ruang lingkup nomor {number}, Pelatihan kader dan pendampingan keluarga]
term: {{starts: {year}-02-01, length: {length} years}}
indicators: [{{name: warga, readings: [{{period: {year}-S1, value: {number}}}, {{period: {year}-S2, value: 7}}]}}]
history: [{{date: {year}-02-01, stage: reporting, imported: true}}]
"""
# Runs after the page's own script, which a hash in its policy allows: so the copy that is asked has no policy.
ASKING = """\
<script>(() => {
  const rows = () => [...document.querySelectorAll("#register tbody tr")].filter((row) => !row.hidden)
    .map((row) => row.querySelector("small:last-child").textContent.split(" ")[0]);
  const search = document.getElementById("search"), said = {}, keys = [];
  const type = (text) => {
    const begun = performance.now();
    search.value = text;
    search.dispatchEvent(new Event("input"));
    document.body.offsetHeight;
    keys.push(performance.now() - begun);
    return rows();
  };
  const heads = [...document.querySelectorAll("#register th button")];
  said.first = rows();
  said.count = document.getElementById("count").textContent;
  said.words = type("  ALUN nomor   77 ");
  said.none = [type("tiada"), document.getElementById("none").hidden];
  document.getElementById("reset").click();
  said.reset = rows().length;
  document.querySelectorAll("#tools select")[3].value = "KB";
  document.querySelectorAll("#tools select")[3].dispatchEvent(new Event("change"));
  said.filtered = rows();
  document.getElementById("reset").click();
  heads[4].click();
  said.ends = rows().slice(0, 3);
  heads[4].click();
  said.turned = rows().slice(0, 2);
  said.sorted = heads[4].parentElement.getAttribute("aria-sort");
  for (const text of ["p", "pe", "pel", "pela", "", "keluarga"]) type(text);
  said.slowest = Math.max(...keys.slice(2));
  type("");
  dispatchEvent(new Event("beforeprint"));
  said.printed = rows().length;
  dispatchEvent(new Event("afterprint"));
  said.after = rows().length;
  said.paint = performance.getEntriesByType("paint").map((one) => one.startTime);
  const told = document.createElement("pre");
  told.id = "told";
  told.textContent = JSON.stringify(said);
  document.body.append(told);
})();</script></body>"""


def browse(*options: str, folder: Path, address: str) -> str:
    assert CHROMIUM is not None
    settings = ["--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    done = subprocess.run(
        [CHROMIUM, *settings, *options, address], capture_output=True, text=True, timeout=120, check=True
    )
    return done.stdout + done.stderr


def asked(folder: Path) -> dict[str, Any]:
    text = (folder / "pks-site.html").read_text(encoding="utf-8")
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text).replace("</body>", ASKING)
    (folder / "asked.html").write_text(text, encoding="utf-8")
    dom = browse("--dump-dom", folder=folder, address=(folder / "asked.html").as_uri())
    (found,) = re.findall(r'<pre id="told">(.*?)</pre>', dom)
    said: dict[str, Any] = json.loads(unescape(found))
    return said


def fill(register: Path, count: int) -> None:
    for number in range(count):
        text = AGREEMENT.format(
            title=f"{'Alun' if number % 2 else 'Pelayanan'} warga", number=number, length=number % 4 + 1,
            instrument="KB" if number % 40 == 39 else "PKS", lead=f"Dinas {number % 7}",
            partner=f"Yayasan {number % 11}", year=2018 + number % 8,
        )  # fmt: skip
        (register / f"p{number:04}.yaml").write_text(text)


def test_search_filters_sorting_and_paper(pks: Run, register: Path) -> None:
    fill(register, 120)
    assert pks("site").code == 0
    said = asked(register.parent)
    assert said["first"] == [f"p{number:04}" for number in range(50)]
    assert said["count"] == "120 of 120 agreements; 50 shown"
    assert said["words"] == ["p0077"]
    assert said["none"] == [[], False]
    assert said["reset"] == 50
    assert said["filtered"] == ["p0039", "p0079", "p0119"]
    assert said["ends"] == ["p0000", "p0008", "p0016"]
    assert said["turned"] == ["p0007", "p0015"]
    assert said["sorted"] == "descending"
    assert (said["printed"], said["after"]) == (120, 50)


def test_a_thousand_agreements_stay_quick_and_small(pks: Run, register: Path) -> None:
    fill(register, 1000)
    assert pks("site").code == 0
    assert (register.parent / "pks-site.html").stat().st_size < 5_000_000
    said = asked(register.parent)
    assert said["paint"]
    assert max(said["paint"]) < 1000
    assert said["slowest"] < 50


def test_its_own_policy_lets_its_script_run_and_an_address_opens_a_page(pks: Run, register: Path) -> None:
    fill(register, 3)
    (register / "p0001.yaml").write_text(
        AGREEMENT.format(
            title="'</script><script>document.title=1</script>'", number=1, length=1, instrument="PKS", lead="A",
            partner="<img src=x onerror=alert(1)>", year=2020,
        )
    )  # fmt: skip
    assert pks("site").code == 0
    address = (register.parent / "pks-site.html").as_uri()
    dom = browse("--enable-logging=stderr", "--dump-dom", folder=register.parent, address=f"{address}#a-p0001")
    assert '<html lang="en" class="js">' in dom
    assert "<title>&lt;/script&gt;&lt;script&gt;document.title=1&lt;/script&gt; · Register of agreements" in dom
    assert '<p id="count" role="status">3 of 3 agreements</p>' in dom
    assert "Content Security Policy" not in dom
    assert "CONSOLE" not in dom
    dom = browse("--enable-logging=stderr", "--dump-dom", folder=register.parent, address=f"{address}#%")
    assert '<p id="count" role="status">3 of 3 agreements</p>' in dom  # an address that was cut stops nothing
    assert "CONSOLE" not in dom


def test_paper_has_the_brief_and_the_list_and_no_other_page(pks: Run, register: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext")
    fill(register, 60)
    assert pks("site").code == 0
    paper = register.parent / "paper.pdf"
    browse(
        "--no-pdf-header-footer", f"--print-to-pdf={paper}", folder=register.parent,
        address=(register.parent / "pks-site.html").as_uri(),
    )  # fmt: skip
    text = subprocess.run(["pdftotext", "-layout", str(paper), "-"], capture_output=True, text=True, check=True).stdout
    assert "The register at a glance" in text
    assert [f"p{number:04}" for number in range(60) if f"p{number:04} ·" not in text] == []
    assert "Ruang lingkup nomor" not in text
    assert "Search titles" not in text
