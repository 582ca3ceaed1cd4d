from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from pks.domain.model.agreement import Agreement
from pks.domain.office import Office
from pks.domain.rules.rule import ALWAYS, LEVELS, REGISTER, Rule, spelled
from pks.domain.rules.surroundings import OtherFacts, Surroundings
from pks.domain.rules.table import RULES, Tuned, gate, judge, office_findings, tuned
from pks.domain.standing.facts_of import facts_of
from pks.domain.terms import Length
from pks.domain.vocabulary import STAGES
from pks.language.catalogue import Sentence
from pks.language.render import LANGUAGES, say
from pks.language.said.rules import RULES as SENTENCES
from pks.message import Message
from tests.domain.made import made_of
from tests.domain.rules import (
    test_rules_contradictions,
    test_rules_dates,
    test_rules_entries,
    test_rules_gates,
    test_rules_links,
    test_rules_numbers,
    test_rules_parties,
    test_rules_partners,
    test_rules_privacy,
)
from tests.domain.rules.rules_builders import TODAY, Given, found

CASES = {
    **test_rules_contradictions.CASES,
    **test_rules_dates.CASES,
    **test_rules_entries.CASES,
    **test_rules_gates.CASES,
    **test_rules_links.CASES,
    **test_rules_numbers.CASES,
    **test_rules_parties.CASES,
    **test_rules_partners.CASES,
    **test_rules_privacy.CASES,
}
_BLANK = re.compile(r"\{([a-z_]+)(?::[^|{}]*\|[^|{}]*)?\}")
_SOURCE = re.compile(r"practice|(?:PP|UU|Permendagri) [0-9]+/[0-9]{4}(?: Ps [0-9(), -]+)?")
_REGISTER_FOLDER = Path(__file__).parents[3] / "agreements"
_IMPORTED = {"history.0.imported": "true"}


def _rule(code: str) -> Any:
    return next(rule for rule in RULES if rule.code == code)


def _judged(given: Given, **options: bool) -> list[tuple[str, str]]:
    found = judge(given.agreement(), given.surroundings(), **options)
    return [(one.code, one.level) for one in found]


def _blanks(sentence: Sentence) -> tuple[set[str], set[str]]:
    return {one[1] for one in _BLANK.finditer(sentence.id)}, {one[1] for one in _BLANK.finditer(sentence.en)}


def test_the_complete_agreement_breaks_no_rule() -> None:
    assert _judged(Given()) == []
    advised = {
        stage: [one.code for one in gate(Given().agreement(), Given().surroundings(), stage)] for stage in STAGES
    }
    assert advised == {
        "draft": ["third-party-clauses"],
        "facilitation": [],
        "corrections": [],
        "registration": [],
        "reporting": [],
        "renewal": [],
    }


def test_every_rule_has_a_case() -> None:
    assert set(CASES) == {rule.code for rule in RULES}


def test_every_code_is_there_once_and_in_kebab_case() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) for code in codes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_level_a_scope_and_a_source(rule: Any) -> None:
    assert rule.level in LEVELS[1:]
    assert rule.partner_level in {None, *LEVELS[1:]}
    assert rule.scope in {ALWAYS, REGISTER, *(f"leaving-{stage}" for stage in STAGES[:-1])}
    assert all(_SOURCE.fullmatch(part) for part in rule.source.split("; ")), rule.source
    assert rule.parameter is None or rule.parameter.code == rule.code
    assert rule.later is None or _rule(rule.later).scope == ALWAYS


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_says_what_is_wrong_and_how_to_mend_it_in_both_languages(rule: Any) -> None:
    for key in (f"rule.{rule.code}", f"rule.{rule.code}.fix"):
        sentence = SENTENCES[key]
        assert sentence.id
        assert sentence.en


@pytest.mark.parametrize("key", SENTENCES)
def test_both_languages_have_the_same_blanks(key: str) -> None:
    indonesian, english = _blanks(SENTENCES[key])
    assert indonesian == english


def test_every_sentence_belongs_to_a_rule() -> None:
    codes = {rule.code for rule in RULES}
    owners = {key.split(".")[1] for key in SENTENCES if key.startswith("rule.")}
    assert owners == codes


@pytest.mark.parametrize("code", CASES)
def test_every_message_and_fix_can_be_said(code: str) -> None:
    for missing in found(code, CASES[code].trips):
        assert missing.source == _rule(code).source
        for language in LANGUAGES:
            assert say(missing.message, language)
            assert say(missing.fix, language)


@pytest.mark.parametrize(
    ("length", "indonesian", "english"),
    [
        (Length(1, "days", "1d"), "1 hari", "1 day"),
        (Length(2, "weeks", "2 minggu"), "2 minggu", "2 weeks"),
        (Length(13, "months", "13 months"), "13 bulan", "13 months"),
        (Length(24, "months", "24 bulan"), "2 tahun", "2 years"),
        (Length(1, "years", "1 tahun"), "1 tahun", "1 year"),
        (Length(45, "working days", "45 hari kerja"), "45 hari kerja", "45 working days"),
        (Length(0, "months", "off"), "tidak pernah", "never"),
    ],
)
def test_every_length_can_be_spelled(length: Length, indonesian: str, english: str) -> None:
    assert (say(spelled(length), "id"), say(spelled(length), "en")) == (indonesian, english)


def test_a_fix_names_the_agreement() -> None:
    (hit,) = found("scope-missing", Given({"scope": None}))
    assert hit.fix == Message("rule.scope-missing.fix", id="ini")
    assert say(hit.fix, "en") == '`pks set ini "scope.+=Rujukan pasien"`, one command for each item'


def test_a_fix_with_a_map_in_it_can_be_typed_as_it_stands() -> None:
    (hit,) = found("mandate-missing", Given({"parties.0.signatory.office": "Sekretaris Daerah"}))
    assert say(hit.fix, "en") == (
        '`pks set ini "parties.dinkes.signatory.mandate={number: NUMBER OF THE LETTER, date: DATE}"`'
    )


def test_a_length_is_spelled_in_the_readers_language() -> None:
    (hit,) = found("term-over-5-years", Given({"term": {"length": "6 years"}}))
    assert say(hit.message, "id") == "jangka waktu lebih dari 5 tahun"
    assert say(hit.message, "en") == "the term is longer than 5 years"


# What `check` judges


def test_a_passed_gate_is_a_warning_and_a_gate_ahead_is_silent() -> None:
    history = [{"date": "2026-01-10", "stage": "facilitation"}]
    changes = {"scope": None, "facilitation": None, "history": history}
    assert _judged(Given(changes)) == [("scope-missing", "warning")]


def test_what_is_only_said_ahead_is_not_said_once_the_gate_is_passed() -> None:
    assert [one.level for one in found("third-party-clauses", Given())] == ["info"]
    assert _judged(Given()) == []
    assert _judged(Given(_IMPORTED), all_gates=True) == []


def test_findings_that_always_count_keep_their_level() -> None:
    history = [{"date": "2026-01-10", "stage": "draft"}]
    given = Given({"term.ends": "2026-02-11", "history": history, "parties.0.ours": None})
    assert _judged(given) == [("ends-before-start", "error"), ("no-party-ours", "info")]


def test_gates_of_an_imported_agreement_are_judged_only_when_all_are_asked_for() -> None:
    given = Given({"scope": None, **_IMPORTED})
    assert _judged(given) == []
    assert _judged(given, all_gates=True) == [("scope-missing", "warning")]


def test_an_imported_agreement_is_still_judged_on_what_always_counts() -> None:
    given = Given({"parties.0.ours": None, "renews": "tak-dikenal", **_IMPORTED})
    assert _judged(given) == [("no-party-ours", "info"), ("dangling-link", "warning")]


def test_a_forced_rule_is_not_reported_again_but_guards_its_gate() -> None:
    given = Given({"scope": None, "funding": None, "history.1.forced": ["scope-missing"]})
    assert _judged(given) == [("funding-missing", "warning")]
    assert [one.code for one in gate(given.agreement(), given.surroundings(), "draft")] == [
        "scope-missing",
        "funding-missing",
        "third-party-clauses",
    ]


def test_a_missing_day_of_signing_is_said_once_even_when_it_was_forced() -> None:
    assert _judged(Given({"parties.1.signed": None})) == [("signing-date-missing", "warning")]
    forced = {"parties.1.signed": None, "history.3.forced": ["party-unsigned", "signing-date-missing"]}
    assert _judged(Given(forced)) == [("signing-date-missing", "warning")]


def test_an_agreement_sent_back_is_judged_by_where_it_is_now() -> None:
    back = [{"date": "2026-01-10", "stage": "corrections"}, {"date": "2026-01-11", "stage": "facilitation"}]
    assert _judged(Given({"facilitation": None, "history": back})) == []


# What the office may tune


@pytest.mark.parametrize(
    ("wish", "levels"), [("off", []), ("info", ["info"]), ("warning", ["warning"]), ("error", ["error"])]
)
def test_the_office_sets_the_level_of_a_gate(wish: str, levels: list[str]) -> None:
    given = Given({"scope": None}, rules={"scope-missing": wish})
    assert [one.level for one in found("scope-missing", given)] == levels


def test_the_level_of_a_rule_is_looked_up_only_where_it_says_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def counted(rule: Rule, office: Office) -> Tuned:
        looked.append(rule.code)
        return tuned(rule, office)

    monkeypatch.setattr("pks.domain.rules.table.tuned", counted)
    assert _judged(Given({"funding": None})) == [("funding-missing", "warning")]
    assert looked == ["funding-missing"]


def test_check_never_makes_more_than_a_warning_of_a_passed_gate() -> None:
    assert _judged(Given({"funding": None}, rules={"funding-missing": "error"})) == [("funding-missing", "warning")]
    assert _judged(Given({"funding": None}, rules={"funding-missing": "info"})) == [("funding-missing", "info")]


def test_the_offices_level_goes_before_that_of_its_profile() -> None:
    given = Given({"facilitation": None}, rules={"meeting-missing": "error"})
    assert [one.level for one in found("meeting-missing", given, profile="partner")] == ["error"]


def test_a_level_leaves_the_parameter_as_it_was() -> None:
    rule = _rule("term-over-5-years")
    assert tuned(rule, Office(rules={rule.code: "error"})) == ("error", Length(60, "months", "60 months"))


def test_a_parameter_leaves_the_level_as_it_was() -> None:
    rule = _rule("signed-late")
    assert tuned(rule, Office(rules={rule.code: "6 weeks"})) == ("warning", Length(6, "weeks", "6 weeks"))


@pytest.mark.parametrize("wish", ["sometimes", ["off"], None])
def test_a_wish_that_cannot_be_read_changes_nothing(wish: object) -> None:
    rule = _rule("umbrella-unused")
    assert tuned(rule, Office(rules={rule.code: wish})) == ("warning", Length(14, "months", "14 months"))


def test_a_rule_without_a_parameter_has_none() -> None:
    assert tuned(_rule("scope-missing"), Office()) == ("error", None)


def test_what_is_wrong_with_the_offices_rules_is_said() -> None:
    rules = {
        "scope-mising": "off",
        "quux": "off",
        "scope-missing": "60 months",
        "unread": ["off"],
        "signed-late": "soon",
        "umbrella-unused": "2 years",
        "term-over-5-years": ["off"],
        "funding-missing": "error",
    }
    assert office_findings(Office(rules=rules)) == [
        Message("rules.unknown-code-near", code="scope-mising", near="scope-missing"),
        Message("rules.unknown-code", code="quux", near=""),
        Message("rules.bad-level", code="scope-missing", value="60 months", example="error"),
        Message("rules.bad-level", code="unread", value="['off']", example="warning"),
        Message("rules.bad-parameter", code="signed-late", value="soon", example=Length(30, "days", "30d")),
        Message(
            "rules.bad-parameter",
            code="term-over-5-years",
            value="['off']",
            example=Length(60, "months", "60 months"),
        ),
    ]


# The register that comes with the program


def test_the_agreements_at_hand_have_no_errors() -> None:
    agreements = {
        path.stem: made_of(Agreement, yaml.load(path.read_text("utf-8"), yaml.BaseLoader))  # noqa: S506  # types nothing
        for path in sorted(_REGISTER_FOLDER.glob("*.yaml"))
    }
    office = Office()
    others: dict[str, OtherFacts] = {name: facts_of(name, one, office) for name, one in agreements.items()}
    found = {
        name: [(missing.code, missing.level) for missing in judge(one, Surroundings(name, office, TODAY, others))]
        for name, one in agreements.items()
    }
    assert found == {
        "2022-banten-rs-bhayangkara": [("sinergi-advised", "info")],
        "2023-ketapang-rsj-kalbar": [("term-unknown", "warning"), ("signing-date-missing", "warning")],
        "2025-ketapang-rsj-kalbar": [
            ("terms-of-reference-missing", "warning"),
            ("offer-missing", "warning"),
            ("funding-missing", "warning"),
            ("umbrella-missing", "warning"),
        ],
    }
