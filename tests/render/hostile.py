"""Hostile strings, and a briefing that has one wherever an article or a model could have put it."""

from __future__ import annotations

from hypothesis import strategies as st

from conspectus.model.briefing import Briefing
from conspectus.model.evidence import Evidence

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](javascript:alert(1))",
    "[click](https://evil.example)",
    "[^1]: a footnote of my own",
    "[1]: https://evil.example",
    "see [^1]",
    "`code` and ``more``",
    "a | b | c",
    "# Heading",
    "- item",
    "+ item",
    "1. item",
    "1) item",
    "> quote",
    "---",
    "===",
    "***bold*** __strong__ ~~gone~~",
    "https://evil.example/path?x=1&y=2",
    "www.evil.example",
    "evil.example",
    "mail me@evil.example now",
    "<https://evil.example>",
    "javascript:alert(1)",
    "&lt;script&gt; &#60;",
    "\u202eesrever\u202c",
    "\x1b[31mred\x1b[0m \x1b]8;;http://evil.example\x07link\x1b]8;;\x07",
    "line\n\n# heading after a blank line",
    "trailing backslash\\",
    "$x^2$ and ==marked==",
    "\u200b\u2066hidden\u2069 \U000e0041\U000e0042",
    "http://a`b`.example [x](y)",
    "`@`a",
    "a\\`b@c.example",
    ": definition",
    "[red]markup[/red]",
]
hostile = st.one_of(
    st.sampled_from(HOSTILE),
    st.lists(
        st.sampled_from([*HOSTILE, *"\\`*_{}[]()<>#+-.!|~&^:@=\n\t 1a", "://", "www."]), max_size=12
    ).map("".join),
    st.text(max_size=40),
)


def everywhere(briefing: Briefing, text: str) -> Briefing:
    """The briefing with the text after every title, name, sentence, quote and detail."""

    def worse(value: str) -> str:
        return f"{text}{value}{text}"

    def piece(evidence: Evidence) -> Evidence:
        return evidence.model_copy(update={"quote": worse(evidence.quote)})

    events = []
    for event in briefing.events:
        prose = {
            name: tuple(s.model_copy(update={"text": worse(s.text)}) for s in getattr(event, name))
            for name in ("lead", "points", "context", "timeline")
        }
        prose["timeline"] = tuple(
            entry.model_copy(update={"when": worse(entry.when)}) for entry in prose["timeline"]
        )
        conflicts = tuple(
            conflict.model_copy(
                update={
                    "question": worse(conflict.question),
                    "sides": tuple(
                        side.model_copy(update={"position": worse(side.position)}) for side in conflict.sides
                    ),
                }
            )
            for conflict in event.conflicts
        )
        events.append(
            event.model_copy(
                update={
                    **prose,
                    "conflicts": conflicts,
                    "title": worse(event.title),
                    "when": worse(event.when or ""),
                    "where": worse(event.where or ""),
                }
            )
        )
    return briefing.model_copy(
        update={
            "title": worse(briefing.title),
            "articles": tuple(
                a.model_copy(
                    update={
                        "title": worse(a.title or ""),
                        "publisher": worse(a.publisher or ""),
                        "path": worse(a.path or ""),
                    }
                )
                for a in briefing.articles
            ),
            "origins": tuple(o.model_copy(update={"name": worse(o.name)}) for o in briefing.origins),
            "events": tuple(events),
            "claims": tuple(
                c.model_copy(update={"evidence": tuple(piece(e) for e in c.evidence)})
                for c in briefing.claims
            ),
            "ledger": tuple(
                e.model_copy(update={"detail": worse(e.detail), "text": worse(e.text or "")})
                for e in briefing.ledger
            ),
            "run": briefing.run.model_copy(update={"model": worse(briefing.run.model)}),
        }
    )
