"""The feeds of labelled articles, and how they are sorted."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from textwrap import dedent

import pytest

from conspectus.errors import InputError
from conspectus.evaluation.feeds import FEEDS, Sorted, load_feed, main, report, sort

KEPT = Path(__file__).parents[2] / "eval" / "feeds"
FEED = """
    events:
    - {id: tram, what: A tram derails, when: 2025-02-04, where: Velmouth}
    - {id: vote, what: A vote on rents, when: 2025-02-04, where: Orlen}
    articles:
    - id: a
      event: tram
      language: en
      outlet: One
      published: 2025-02-04
      title: Tram derails in Velmouth
      text: A tram derailed in Velmouth on Tuesday. Eleven people were hurt, said Karla Ostrow of the fire service.
    - id: b
      event: tram
      language: en
      outlet: Two
      published: 2025-02-04
      title: Eleven hurt as tram derails in Velmouth
      text: Eleven people were hurt on Tuesday when a tram derailed in Velmouth, the fire service's Karla Ostrow said.
    - id: c
      event: vote
      language: de
      outlet: Drei
      published: 2025-02-04
      title: Rat von Orlen deckelt Mieten
      text: Der Rat von Orlen hat mit 21 gegen 9 Stimmen die Mieten gedeckelt. Das teilte Bürgermeister Ivo Rabe mit.
    """


def _kept(tmp_path: Path, text: str = FEED) -> Path:
    for name in FEEDS:
        (tmp_path / f"{name}.yaml").write_text(dedent(text), encoding="utf-8")
    return tmp_path


def test_the_report_that_is_kept_is_that_of_the_code() -> None:
    """Figures are never older than the code."""
    assert report(KEPT) == (KEPT / "results.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("one", "other"), list(combinations(FEEDS, 2)))
def test_no_event_is_in_two_feeds(one: str, other: str) -> None:
    """What is tuned on one is not in another: no outlet's title, no place on a day."""
    dev, held = (load_feed(KEPT / f"{name}.yaml") for name in (one, other))
    assert not {each.title for each in dev.articles} & {each.title for each in held.articles}
    assert not {(each.where, each.when) for each in dev.events} & {
        (each.where, each.when) for each in held.events
    }


def test_a_feed_is_sorted_by_the_code_alone(tmp_path: Path) -> None:
    """Two reports of one event are together, a third of another apart, and the report says so."""
    feed = load_feed(_kept(tmp_path) / "dev.yaml")
    assert sort(feed).made == (frozenset("ab"), frozenset("c"))
    assert main(["--root", str(tmp_path)]) == 0
    lines = (tmp_path / "results.md").read_text(encoding="utf-8").splitlines()
    assert "| dev | 100.0% | 100.0% | 100.0% | 100.0% | 100.0% | 100.0% | 2 | 2 |" in lines
    assert not any(line.startswith("- ") for line in lines)


def test_pairs_across_languages_are_counted_alone(tmp_path: Path) -> None:
    """A wrong join across languages is all that is seen there; one within a language is not."""
    feed = load_feed(_kept(tmp_path) / "dev.yaml")
    wrong = Sorted(feed, (frozenset("abc"),))
    assert wrong.b_cubed() == pytest.approx((5 / 9, 1.0))
    assert wrong.b_cubed(abroad=True) == (0.0, 1.0)
    apart = Sorted(feed, tuple(map(frozenset, "abc")))
    assert apart.b_cubed() == pytest.approx((1.0, 2 / 3))
    assert apart.b_cubed(abroad=True) == (1.0, 1.0)


def test_what_is_wrong_with_dev_is_told(tmp_path: Path) -> None:
    """With the event, the article and the language of each; of what is held out only figures are."""
    mislabelled = FEED.replace(
        "event: tram\n      language: en\n      outlet: Two",
        "event: vote\n      language: en\n      outlet: Two",
    )
    text = report(_kept(tmp_path, mislabelled))
    assert text.count("- tram (a, en), vote (b, en)\n") == 1


@pytest.mark.parametrize(
    ("wrong", "instead", "complaint"),
    [
        ("id: b", "id: a", "twice"),
        ("event: vote", "event: tram", "without articles"),
        ("outlet: Two", "outlet: ''", "outlet"),
        ("published: 2025-02-04", "published: soon", "published"),
        ("events:", "events: [", "no feed"),
    ],
)
def test_a_damaged_file_says_so(tmp_path: Path, wrong: str, instead: str, complaint: str) -> None:
    """With its name and what is wrong, and no traceback."""
    folder = _kept(tmp_path, FEED.replace(wrong, instead))
    with pytest.raises(InputError, match=complaint):
        load_feed(folder / "dev.yaml")
    assert main(["--root", str(folder)]) != 0
    with pytest.raises(InputError, match="can't be read"):
        load_feed(folder / "none.yaml")
