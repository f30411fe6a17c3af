"""Reasons in words: at most thirty templates, read in three languages, and nothing else said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import Formatter

import pytest
import yaml

import otseula
from otseula.present import reasoned
from otseula.present.explained import render_explanation
from otseula.present.templates import templates, told
from otseula.rulebase.model import Period
from otseula.screening.explained import Explained, explained
from otseula.screening.goals import Goal
from otseula.text import LANGUAGES, Text
from tests.present.reading import squeezed
from tests.present.snapshots import CASES, DAY, SNAPSHOTS, rendered
from tests.present.snapshots import told as told_of
from tests.vignettes import whole

KINDS = {
    "safety", "duties", "eligibility", "situation", "criterion", "rule",
    "expertise", "channels", "notices",
}  # fmt: skip


@pytest.fixture(scope="module")
def bundled() -> otseula.RuleBase:
    return otseula.load(engines=["lanes"])


def test_there_are_at_most_thirty_templates_whole_in_three_languages() -> None:
    assert len(templates()) <= 30
    for key, texts in templates().items():
        slots = [
            sorted({name for _, name, _, _ in Formatter().parse(form) if name} - {"n"})
            for forms in texts.values()
            for form in forms
        ]
        assert all(each == slots[0] for each in slots), key
        for at in (0, 1):
            assert len({texts[language][at] for language in LANGUAGES}) == 3, key


@pytest.fixture(scope="module")
def anew() -> dict[str, dict[str, str]]:
    return dict(rendered())


def test_the_snapshots_are_what_is_told(anew: dict[str, dict[str, str]]) -> None:
    assert anew == yaml.safe_load(SNAPSHOTS.read_text("utf-8"))


def test_every_form_of_every_template_has_a_snapshot(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[tuple[str, bool]] = set()

    def watched(key: str, language: str, count: int = 1, **slots: object) -> object:
        seen.add((key, count != 1))
        return told(key, language, count, **slots)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(reasoned, "told", watched)
    dict(rendered())
    wanted = {
        (key, many)
        for key, texts in templates().items()
        for many in {False, texts["fi"][0] != texts["fi"][1]}
    }
    assert wanted - {(key, many and (key, True) in wanted) for key, many in seen} == set()


def test_every_kind_of_node_has_a_snapshot_of_each_truth() -> None:
    from tests.present.snapshots import small_base

    seen = set()
    for case in CASES:
        _, found = told_of(small_base(), case)
        if found.node is not None:
            seen.add((found.node.kind, found.node.truth))
    assert seen == {(kind, truth) for kind in KINDS for truth in otseula.Truth}


def texts_of(period: Period) -> Iterator[Text]:
    """Every text of a rule base that a reason may name, and the words for what is never named."""
    for table in (
        period.questions, period.criteria, period.situations, period.rules, period.safety_actions,
        period.duties, period.expertise, period.channels, period.notices,
    ):  # fmt: skip
        for item in table.values():  # type: ignore[attr-defined]  # tables of items
            yield item.text
            yield from (o.text for o in getattr(item, "options", ()))


def literals(language: str) -> Iterator[str]:
    """The fixed parts of the templates, where they are long enough to be of one language."""
    for texts in templates().values():
        for form in texts[language]:
            yield from (part for part, _, _, _ in Formatter().parse(form) if len(part.strip()) > 7)


def ids_of(period: Period) -> set[str]:
    """The ids that no word of a text is."""
    named = [*period.conditions.nodes, *period.questions]
    options = [o.id for q in period.questions.values() for o in q.options]
    given = [
        *period.safety_actions, *period.duties, *period.expertise, *period.channels,
        *period.notices,
    ]  # fmt: skip
    return {name for name in (*named, *options, *given) if "_" in name} | {"dont_know", "not_asked"}


def foreign(text: str, language: str, own: Iterable[str], others: Iterable[str]) -> list[str]:
    """What stands in the text of another language. Longest first is taken out what is its own."""
    for each in sorted({*own}, key=len, reverse=True):
        text = text.replace(each, " | ")
    return [each for each in others if len(each) > 7 and each in text]


def check(rulebase: otseula.RuleBase, result: otseula.Recommendation, found: Explained) -> None:
    period = rulebase.period(result.as_of)
    texts = [*texts_of(period)]
    titles = {source.text.fi for source in rulebase.content.sources.values()}
    for language in LANGUAGES:
        said = squeezed(render_explanation(result, found, language))
        assert not ids_of(period) & set(re.findall(r"[a-z0-9_]+", said))
        own = {squeezed(t.in_language(language)) for t in texts} | titles | {*literals(language)}
        others = {
            each
            for other in LANGUAGES
            if other != language
            for each in [*(squeezed(t.in_language(other)) for t in texts), *literals(other)]
        }
        assert foreign(said, language, own, others - own) == []
        for name in ("{", "}", "Text(", "Truth."):
            assert name not in said


def test_no_snapshot_holds_an_id_or_a_word_of_another_language() -> None:
    from tests.present.snapshots import small_base

    for case in CASES:
        rulebase = small_base()
        check(rulebase, *told_of(rulebase, case))


def test_no_vignette_is_explained_with_an_id_or_a_word_of_another_language(
    bundled: otseula.RuleBase, pytestconfig: pytest.Config
) -> None:
    every = pytestconfig.getoption("--benchmark", default=False)
    for vignette in whole(bundled)[:: 1 if every else 24]:
        result = bundled.screen(vignette.answers, as_of=vignette.as_of)
        check(bundled, result, explained(result))


def test_every_node_of_every_vignette_is_explained(
    bundled: otseula.RuleBase, pytestconfig: pytest.Config
) -> None:
    every = pytestconfig.getoption("--benchmark", default=False)
    for vignette in whole(bundled)[:: 1 if every else 48]:
        result = bundled.screen(vignette.answers, as_of=vignette.as_of)
        assert result.reasoner is not None
        for node in result.reasoner.ids:
            found = explained(result, node)
            for language in LANGUAGES:
                assert len(render_explanation(result, found, language).splitlines()) > 4
        for kind in ("safety", "duties", "expertise", "channels", "notices"):
            for each in getattr(result, kind):
                assert result.reasoner(Goal(kind, each.id)).truth is each.truth


def test_the_foreign_words_would_be_found() -> None:
    """The test above can fail."""
    assert foreign("One answer; Tämä pätisi, jos", "en", ["One answer"], ["Tämä pätisi, jos"]) != []
    assert DAY.year == 2026


def test_an_unknown_template_or_slot_is_an_error() -> None:
    with pytest.raises(KeyError):
        told("no_such_template", "fi")
    with pytest.raises(KeyError):
        told("change", "fi")
