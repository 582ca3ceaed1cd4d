"""A web page fetches nothing, says which language it is in, and prints on the paper of the office."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from pks.message import Message
from pks.outputs.web_table import web_table
from pks.tables.table import Rupiah
from tests.outputs.lookalikes import paper


def test_the_page_is_whole_and_escaped() -> None:
    page = web_table(paper((date(2026, 2, 12), Rupiah(5000), 7, "A & B <b>")), "id", "f4").content.decode()
    assert page.startswith('<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n')
    assert "<title>Daftar perjanjian kerja sama</title>" in page
    assert '<p class="by">Bagian A &amp; B · keadaan per 1 Maret 2026</p>' in page
    assert (
        '<tr><td class="narrow">12 Februari 2026</td><td class="number">Rp5.000</td>'
        '<td class="number">7</td><td class="narrow">A &amp; B &lt;b&gt;</td></tr>'
    ) in page
    assert "@page { size: 330mm 215mm;" in page
    assert "@page { size: 210mm 297mm;" in web_table(paper(("a",), form="lines"), "id", "a4").content.decode()


def test_it_fetches_nothing_and_runs_nothing() -> None:
    page = web_table(paper(("http://contoh.invalid/x.js",)), "en", "a4").content.decode()
    assert re.findall(r"<(?:script|link|img|iframe)|(?:src|href|url)\s*[=(]|@import", page) == []


def test_marks_groups_and_depth_are_drawn_and_an_empty_table_says_so() -> None:
    of = paper(("a",), ("b",), groups=True)
    first, second = of.table.groups
    groups = (
        first._replace(rows=(first.rows[0]._replace(mark="late"),)),
        second._replace(rows=(second.rows[0]._replace(depth=1),)),
    )
    page = web_table(replace(of, table=of.table._replace(groups=groups)), "en", "f4").content.decode()
    assert "<h2>G1</h2>" in page
    assert '<tr class="late"><td class="narrow">a</td></tr>' in page
    assert '<tr><td class="narrow" style="padding-inline-start: 1.7rem">b</td></tr>' in page
    assert "<p>No agreement fits.</p>" in web_table(paper(heads=("A",)), "en", "f4").content.decode()


def test_the_title_cannot_break_out() -> None:
    of = replace(paper(("a",)), title=Message("export.title.agreement", title="</title><script>alert(1)"), office=None)
    page = web_table(of, "en", "f4").content.decode()
    assert "<script" not in page
    assert page.count("&lt;/title&gt;&lt;script&gt;alert(1)") == 2
