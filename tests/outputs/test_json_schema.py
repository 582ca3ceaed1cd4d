import re
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from pks.domain.model.agreement import Agreement
from pks.domain.model.schema import Shape, agreement_shape
from pks.domain.values import (
    COUNT,
    DAY,
    DELAY,
    FLAG,
    FOLDER,
    INTERVAL,
    KEY,
    LENGTH,
    NUMBER,
    NUMBER_OR_TEXT,
    PERIOD,
    TEXT,
    WHOLE,
    Kind,
)
from pks.language.labels import LABELS
from pks.outputs.json_schema import agreement_schema, office_schema
from pks.store.reading import understand
from tests.domain.made import made_of

# --- documents as their text, made from the shape: every scalar a str, None where a key is left empty


def _digits(most: int) -> st.SearchStrategy[str]:
    return st.integers(min_value=1, max_value=10**most - 1).map(str)


WORDS = st.one_of(
    st.sampled_from([
        "0123", "no", "Ya", "off", "12:30", "2026-02-12", "1e3", "3.10", "0x1F", "0o17", "010", "089", "true",
        "440/015/PKS/2026", "Rapat: ditunda", "a # b", "'kutip'", "1_000", ".5", ".inf", "- x", "[DRAF] x",
        "Pasal 4\nayat (2)", 'Klinik "Sehat" & Mitra',
    ]),
    st.text("abcPS 0123456789.,-/#:&'\"()", min_size=1, max_size=20).filter(lambda text: text.strip()),
)  # fmt: skip
LENGTHS = st.sampled_from([
    "90d", "90 days", "90 hari", "2 weeks", "6 months", "6 bulan", "1 year", "2 years", "2 tahun",
    "45 working days", "2 Tahun", "6 Bulan", "30D", "10 hari kerja", "1w", "1y",
])  # fmt: skip
FLAGS = st.sampled_from(["true", "false", "ya", "tidak", "yes", "no", "Ya", "NO", "True", "FALSE", "Tidak"])
PERIODS = st.sampled_from(["2026-S1", "2026-Q4", "2026-01", "2026-12", "2026"])
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31)).map(lambda day: day.isoformat())
BY_KIND: dict[Kind, st.SearchStrategy[str]] = {
    TEXT: WORDS,
    FOLDER: st.sampled_from(["dinsos", "{year}", "th-{year}/dinsos", "2026"]),
    KEY: st.sampled_from(["dinkes", "rsj-kalbar", "007", "no", "true", "2026-01-01", "1e3"]),
    DAY: DAYS,
    LENGTH: LENGTHS,
    DELAY: LENGTHS,
    INTERVAL: st.sampled_from(["off", "OFF", "Off", "6 months", "3 bulan", "1 year", "1 Tahun", "1 month"]),
    PERIOD: PERIODS,
    FLAG: FLAGS,
    WHOLE: st.one_of(_digits(18), _digits(3).map("-{}".format), st.sampled_from(["0", "+5", "007", "089"])),
    COUNT: _digits(2),
    NUMBER: st.one_of(_digits(9), st.sampled_from(["0", "-3", "1.5", "-0.25", "3.10", "+2.5"])),
    NUMBER_OR_TEXT: st.one_of(_digits(4), WORDS),
}


def values(shape: Shape) -> st.SearchStrategy[Any]:
    match shape.form:
        case "map":
            maps = _maps(shape)
            return st.one_of(WORDS, maps) if shape.or_text else maps
        case "free":
            assert shape.item is not None
            return st.dictionaries(st.sampled_from(["dinkes", "rsj", "no"]), values(shape.item), max_size=2)
        case "list":
            assert shape.item is not None
            item = values(shape.item)
            many = st.lists(item, max_size=2)
            return st.one_of(item, many) if shape.or_many else many
        case _:
            return st.sampled_from(shape.kind.choices) if shape.kind.choices else BY_KIND[shape.kind]


def _maps(shape: Shape) -> st.SearchStrategy[Any]:
    needed = {key: values(shape.fields[key]) for key in shape.required}
    for key in needed:
        if shape.fields[key].form == "list":
            item = shape.fields[key].item
            assert item is not None
            needed[key] = st.lists(values(item), min_size=1, max_size=2)
    others = {
        key: st.one_of(st.sampled_from([None, ""] if child.form == "scalar" else [None]), values(child))
        for key, child in shape.fields.items()
        if key not in shape.required
    }
    extras = {"x-arsip": st.lists(WORDS, max_size=1), "tak-dikenal": WORDS}
    return st.fixed_dictionaries(needed, optional=others | extras)


DOCUMENTS = values(agreement_shape())

# --- the same document as an editor sees it, by YAML 1.1 and by YAML 1.2


class _Writer(yaml.SafeDumper):
    """Writes every text plain where it can stand so, as a person would."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # as PyYAML declares it


class _Yaml11(yaml.SafeLoader):
    """Types by YAML 1.1, except dates, which JSON does not have."""

    yaml_implicit_resolvers = {  # noqa: RUF012  # as PyYAML declares it
        first: [one for one in resolvers if "timestamp" not in one[0]]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


class _Yaml12(yaml.SafeLoader):
    """Types by the core schema of YAML 1.2."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # as PyYAML declares it


class _AsText(yaml.SafeLoader):
    """Types nothing but an empty value."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # as PyYAML declares it


def _none(dumper: yaml.SafeDumper, _: None) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", "null")


def _whole(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    return int(str(loader.construct_scalar(node)), 0 if node.value.startswith("0o") else 10)


def _core_schema() -> None:
    null = re.compile("^(?:~|null|Null|NULL|)$")
    for loader in (_Yaml12, _AsText):
        loader.add_implicit_resolver("tag:yaml.org,2002:null", null, None)
    for tag, pattern in (
        ("bool", "true|True|TRUE|false|False|FALSE"),
        ("int", "[-+]?[0-9]+|0o[0-7]+"),
        ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)"),
    ):
        _Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), None)


_Writer.add_representer(type(None), _none)
_Yaml12.add_constructor("tag:yaml.org,2002:int", _whole)
_core_schema()


def written(document: Any) -> str:
    return yaml.dump(document, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=1000)


def as_json(value: Any) -> Any:
    """What a JSON Schema checks: keys are text, whatever YAML made of them."""
    if isinstance(value, dict):
        return {str(key).lower() if key is True or key is False else str(key): as_json(one)
                for key, one in value.items()}  # fmt: skip
    return [as_json(one) for one in value] if isinstance(value, list) else value


def stated(value: Any) -> Any:
    """The document as the reader hands it to the model: a key without a value is not there."""
    if isinstance(value, dict):
        return {key: stated(one) for key, one in value.items() if one not in (None, "", [], {})}
    return [stated(one) for one in value] if isinstance(value, list) else value


SCHEMA = Draft7Validator(agreement_schema("id"))
OFFICE = Draft7Validator(office_schema("en"))


def complaints(text: str, loader: Any = yaml.SafeLoader, schema: Any = SCHEMA) -> list[str]:
    return [error.message for error in schema.iter_errors(as_json(yaml.load(text, loader)))]  # noqa: S506


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(DOCUMENTS)
def test_what_the_reader_accepts_the_schema_accepts_however_the_editor_types_it(document: Any) -> None:
    made_of(Agreement, stated(document))
    text = written(document)
    assert understand(text.encode(), "agreements/2026-uji.yaml").errors == ()
    assert complaints(text, _Yaml11) == []
    assert complaints(text, _Yaml12) == []
    assert [error.message for error in SCHEMA.iter_errors(document)] == []


EARLY = """\
title: Rencana kerja sama
parties: [{name: RSJ Contoh}]
history:
  - {date: 2026-01-02, stage: draft}
"""
UMBRELLA = """\
# Dibuat untuk uji.
title: Kerja sama pembangunan kesehatan
instrument: KB
cooperation: KSDPK
sectors: [kesehatan]
parties:
  - {key: pemda, name: Pemerintah Kabupaten Contoh, ours: true, number: 100/1/KB/2025}
  - {key: yayasan, name: Yayasan Sehat, body: organisation, number: [12/YS/2025, 013]}
scope: [Kesehatan]
clusters: [{name: rujukan}, {name: pelatihan}]
term: {starts: 2025-06-01, length: 5 years}
signing: {date: 2025-06-01, place: Pendopo, copies: 2, initials: ya, duty_stamp: yes, seal: TIDAK}
registration: {number: REG/2025/002, date: 2025-06-03}
history:
  - {date: 2025-06-03, stage: reporting, imported: true}
"""
RUNNING = """\
title: >-
  Pelayanan rujukan
  kesehatan jiwa
as_written: Perjanjian Kerja Sama
lead: [Dinas Kesehatan, Dinas Sosial]
under: 2025-payung
renews:
  - 2024-lama
  - {text: Perjanjian 2022, number: 440/3/2022, date: 2022-02-01}
amends:
parties:
  - key: dinkes
    name: Dinas Kesehatan Kabupaten Contoh
    number: 2026
    signatory:
      - {name: Contoh, office: Kepala Dinas, capacity: Plt, mandate: {number: 0100, date: 2026-01-20}}
  - {key: klinik, name: Klinik, signatory: {name: Contoh Dua, office: Direktur}, signed: 2026-02-12}
term: {starts: 2026-02-12, length: 2 tahun, review: 1 year, notice: 60 hari}
funding: [{source: APBD, amount: 250000000, year: 2026}, {source: none, amount: "0"}]
council: {burdens_public: no, unbudgeted: True, outcome: approved}
facilitation:
  - date: 2026-01-15
    mode: hybrid
    attendees: [Bagian Hukum, {unit: Klinik, mode: online}]
    outcome: corrections
corrections:
  - no: 1
    kind: wording
    raised: {date: 2026-01-15}
    answers: {dinkes: {accepted: 2026-01-16}, klinik: {rejected: 2026-01-20, counter: 30 hari}}
documents: [{kind: signed-copy, copy: original, location: Lemari 2 / map 14}]
reporting: off
reports:
  - {period: 2026, beneficiaries: 12, spent: 110000000, sent: [{to: bupati, date: 2027-01-10}]}
indicators: [{name: pasien, unit: orang, readings: [{period: 2026-01, value: 1.5}]}]
tasks: [{what: Rapat, due: 2026-08-01, every: 6 months, done: [2026-08-03]}]
amendments:
  - no: 1
    numbers: {dinkes: 0440}
    signed: {dinkes: 2026-05-01}
    changes: [{field: term.length, from: 1 year, to: 2}]
renewal: ~
unread: {kolom 7: Akan dibicarakan, lain: [a, b]}
x-kode-arsip: 0071
kolom lama: apa saja
history:
  - {date: 2026-02-12, stage: registration, forced: [party-number]}
"""


@pytest.mark.parametrize("text", [EARLY, UMBRELLA, RUNNING])
@pytest.mark.parametrize("loader", [_Yaml11, _Yaml12, _AsText])
def test_files_as_people_write_them_are_accepted(text: str, loader: Any) -> None:
    assert complaints(text, loader) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Rencana kerja sama\n", ""),
        ("title: Rencana kerja sama", "title:"),
        ("title: Rencana kerja sama", 'title: ""'),
        ("title: Rencana kerja sama", "title: [Rencana, kerja sama]"),
        ("title: Rencana kerja sama", "title: {teks: Rencana}"),
        ("stage: draft", "stage: nonsense"),
        ("stage: draft", "stage: Draft"),
        ("history:\n  - {date: 2026-01-02, stage: draft}\n", ""),
        ("history:\n  - {date: 2026-01-02, stage: draft}\n", "history: []\n"),
        ("history:\n  - {date: 2026-01-02, stage: draft}\n", "history: draft\n"),
        ("date: 2026-01-02, ", ""),
        ("2026-01-02", "2 Januari 2026"),
        ("2026-01-02", "2026-1-2"),
        ("parties: [{name: RSJ Contoh}]", "parties: []"),
        ("parties: [{name: RSJ Contoh}]", "parties: [RSJ Contoh]"),
        ("{name: RSJ Contoh}", "{key: rsj}"),
        ("{name: RSJ Contoh}", "{name: RSJ Contoh, key: RSJ Contoh}"),
        ("{name: RSJ Contoh}", "{name: RSJ Contoh, ours: mungkin}"),
        ("parties:", "instrument: pks\nparties:"),
        ("parties:", "sectors: kesehatan\nparties:"),
        ("parties:", "sectors: [kesehatan, ~]\nparties:"),
        ("parties:", "term: 2 years\nparties:"),
        ("parties:", "term: {length: dua tahun}\nparties:"),
        ("parties:", "reporting: yes\nparties:"),
        ("parties:", "reporting: on\nparties:"),
        ("parties:", "funding: [{amount: Rp 250.000.000}]\nparties:"),
        ("parties:", "funding: [{amount: 2.5}]\nparties:"),
        ("parties:", "corrections: [{clause: Pasal 4}]\nparties:"),
        ("parties:", "corrections: [{no: 0}]\nparties:"),
        ("parties:", "reports: [{period: 2026-S3}]\nparties:"),
        ("parties:", "signing: {copies: dua}\nparties:"),
        ("parties:", "evaluations: [{score: baik}]\nparties:"),
    ],
)
def test_plainly_wrong_files_are_refused(old: str, new: str) -> None:
    assert old in EARLY
    wrong = EARLY.replace(old, new, 1)
    for loader in (_Yaml12, _Yaml11):
        if "no: 0" not in new or loader is _Yaml12:  # YAML 1.1 reads the key `no` as false
            assert complaints(wrong, loader) != []


OFFICE_FILE = """\
office: Bagian Tata Pemerintahan Setda Kabupaten Contoh
region: Kabupaten Contoh
profile: secretariat
tier: regency
language: id
timezone: WIB
commit: no
folder: ""
notice: 3 months
last_day: eve
reminders: [180d, 90d, 0d]
stages: {draft: 90d, facilitation: 30d, corrections: 30d, registration: 14d}
replies: {offer: 30d, correction: 14d, council: 45 working days}
holidays: [2026-01-01]
register: "REG/{year}/{seq:03}"
team: null
reports:
  every: off
  since: 2026-01-01
  tiers: [{to: bupati, within: 14d}, {to: gubernur, within: 30d}]
rules: {party-number: off, long-term: 60}
"""


@pytest.mark.parametrize("loader", [_Yaml11, _Yaml12, _AsText])
@pytest.mark.parametrize("text", [OFFICE_FILE, "", "office:\nreports:\n"])
def test_office_files_are_accepted(text: str, loader: Any) -> None:
    assert complaints(text, loader, OFFICE) == []


@pytest.mark.parametrize("text", ["timezone: UTC\n", "reports: {tiers: [{within: 14d}]}\n", "reminders: 90d\n"])
def test_wrong_office_files_are_refused(text: str) -> None:
    assert complaints(text, _Yaml12, OFFICE) != []


@pytest.mark.parametrize("language", ["id", "en"])
def test_both_schemas_are_draft_07(language: str) -> None:
    for schema in (agreement_schema(language), office_schema(language)):
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        Draft7Validator.check_schema(schema)


def _keys(schema: Any) -> list[dict[str, Any]]:
    if not isinstance(schema, dict):
        return []
    here = list(schema.get("properties", {}).values())
    below = [*here, schema.get("items"), schema.get("additionalProperties")]
    return here + [one for child in below for one in _keys(child)]


def test_every_key_is_described_in_both_languages_the_chosen_one_first() -> None:
    for key in [*_keys(agreement_schema("id")), *_keys(office_schema("id"))]:
        assert key["title"]
        assert len(key["description"].split("\n\n")) == 2
    indonesian = agreement_schema("id")["properties"]["term"]["properties"]["starts"]
    english = agreement_schema("en")["properties"]["term"]["properties"]["starts"]
    assert indonesian["title"] == "Mulai berlaku / Starts"
    assert english["title"] == "Starts / Mulai berlaku"
    assert english["description"].split("\n\n") == indonesian["description"].split("\n\n")[::-1]


def test_every_fixed_value_is_explained_beside_it() -> None:
    instrument = agreement_schema("en")["properties"]["instrument"]
    assert instrument["enum"][:2] == ["KB", "PKS"]
    assert instrument["enumDescriptions"][0] == "joint agreement / Kesepakatan Bersama"
    assert instrument["enumDescriptions"][-1] == "not stated / belum diisi"
    for key in [*_keys(agreement_schema("id")), *_keys(office_schema("id"))]:
        if "enumDescriptions" in key:
            assert len(key["enum"]) == len(key["enumDescriptions"]) == len(key["markdownEnumDescriptions"])


def test_a_pattern_that_fails_is_explained_in_words() -> None:
    starts = agreement_schema("en")["properties"]["term"]["properties"]["starts"]
    assert starts["patternErrorMessage"] == "date YYYY-MM-DD / tanggal TTTT-BB-HH"
    assert ("kind", "date") in LABELS
