"""What a statement affirms and what it denies, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Statement
from conspectus.consolidate.language.senses import keys, plain
from conspectus.text.caseless import Caseless
from conspectus.text.concepts import concepts

_BREAK = re.compile(
    r"[;:]\s|\s[–—-]\s|,\s(?=(?:but|while|whereas|although|and|which|who|where|as|aber|und|mais|et|pero|mas)\b)"
    r"|\s(?=(?:but|while|whereas|although|because|after which|and that|aber|mais|pero)\b)"
    # What somebody says in several sentences is as many clauses.
    r"|(?<=[^\W\d_]{4}[.!?])\s(?=[“\"«]?[A-ZÀ-Þ])"
)
_NEGATION = {
    "en": Caseless(
        r"\b(?:not|never|no|none|nobody|nothing|no one|neither|nor|without|cannot|den(?:y|ies|ied|ying)|"
        r"(?:reject|dispute|refute|contradict)(?:s|ed|ing)?|ruled out|rul(?:es|ing) out|dismiss(?:es|"
        r"ed) (?=(?:the |a |any |all )?"
        r"(?:reports?|claims?|suggestions?|rumou?rs?|allegations?|accusations?|talk))|(?:refused|refuses|"
        r"failed|fails|declined) to|"
        r"untrue|no truth|nothing of the)\b|n[’']t\b",
    ),
    "de": Caseless(r"\b(?:nicht|kein\w*|nie(?:mals)?|niemand\w*|nichts|ohne|weder|bestreitet|bestritt|dementier\w+|"
                   r"(?:weist|wies) .{0,60} zurück)\b"),
    "fr": Caseless(r"\b(?:pas|jamais|aucune?|rien|sans|personne n|ni|dément\w*|nie|nient|conteste\w*)\b"),
    "es": Caseless(r"\b(?:no|nunca|jamás|nadie|nada|ning[uú]n\w*|sin|tampoco|niegan?|negó|desmiente\w*|desmintió)\b"),
    "pt": Caseless(r"\b(?:não|nunca|jamais|ninguém|nenhum\w*|sem|nem|negam?|negou|desment\w+)\b"),
    "it": Caseless(r"\b(?:non|mai|nessun\w*|niente|senza|né|nega\w*|smentisc\w+|smentit\w+)\b"),
    "nl": Caseless(r"\b(?:niet|geen|nooit|niemand|niets|zonder|ontken\w+)\b"),
}  # fmt: skip
# "Not only", "no fewer than": nothing is denied.
_NO_DENIAL = Caseless(
    r"\b(?:not (?:only|worth|seen|least|just|even|the first|the only|until|always|all|every|alone|yet)|(?:did|does|"
    r"do|has|have|had|would)(?: not|n[’']t) (?:immediately |yet )?(?:answer|respond|reply|comment|return|"
    r"say)|no (?:fewer|less|more|later|longer|"
    r"doubt|comment|matter|wonder|idea|sooner)|never (?:before|mind)|nothing (?:but|more)|not more than|"
    r"without (?:delay|doubt|naming|"
    r"giving|saying)|not (?:how|why|what|when|where|who|whether|which)|"
    r"(?:in|under|beyond|without|the|an?|this|that|their) (?:dispute|question)|"
    r"nicht nur|pas seulement|no sólo|não só|non solo)\b",
)
_OPEN = Caseless(
    r"\b(?:may|might|could|if|whether|unless|perhaps|possibly|should|wants?|wanted|hopes?|hoped|plans? to|planned to|"
    r"threatened to|asked to|asks|demands?|demanded|would)\b",
)
# "Would not have come without her call": what is told is what did not happen.
_UNREAL = Caseless(r"\b(?:would|could|might)(?: not|n[’']t)? have\b")
# "X is not Y": of something else than X, Y may hold.
_IS = re.compile(r"\b(?:is|are|was|were) not$")
# "One train in twenty did not run": the others did.
_SOME = re.compile(
    r"\b(?:one (?:\w+ )?in|per cent of|most|some|half(?: of)? the|a (?:third|quarter) of)\b", re.IGNORECASE
)
_DENYING = re.compile(r"den|reject|disput|refut|contradict|ruled|dismiss", re.IGNORECASE)
_YET = Caseless(r"\b(?:yet|so far|noch nicht|pas encore|todavía|ainda)\b")
_LEFT_OUT = re.compile(r"(?:not|n[’']t)\W*$", re.IGNORECASE)
_FEW = 2
_PAIR = 2
_NEAR = 4
_ASIDE = 25


@dataclass(frozen=True)
class Proposition:
    """One clause: what it is about, and how much of that is denied.

    `scope` are the keys that its negation reaches, empty where nothing is denied; `near` those right
    behind it and `head` the first of them, `subject` those before it, which have to be what is spoken of where `bound`
    is true.
    `open` is true where the clause only says what may be.
    """

    text: str
    about: frozenset[str]
    scope: frozenset[str]
    near: frozenset[str]
    head: frozenset[str]
    subject: frozenset[str]
    bound: bool
    denies: bool
    open: bool


def propositions(statement: Statement, scene: Scene) -> list[Proposition]:
    """The statement's clauses, what names its speaker left out."""
    spoken = scene.spoken(statement)
    return [_proposition(clause, statement, spoken) for clause in clauses(statement.text)]


def _proposition(clause: str, statement: Statement, spoken: frozenset[str]) -> Proposition:
    text = plain(clause) if statement.language == "en" else clause
    cues = [
        cue
        for cue in _NEGATION.get(statement.language, _NEGATION["en"]).finditer(text)
        if not any(each.start() <= cue.start() < each.end() for each in _NO_DENIAL.finditer(text))
    ]
    # What is not so yet may be so at any moment; "so much that isn't": what is denied stands elsewhere.
    denies = bool(cues) and not _cancel(cues) and not _YET.search(text)
    denies = denies and not _LEFT_OUT.match(text, cues[-1].start())
    nothing = frozenset[str]()
    said = Proposition(
        text,
        about=keys(text, statement.language) - spoken,
        scope=nothing,
        near=nothing,
        head=nothing,
        subject=nothing,
        bound=False,
        denies=denies,
        open=_is_open(text, statement, cues),
    )
    return _scoped(said, cues[-1], statement.language) if denies else said


def _scoped(said: Proposition, cue: re.Match[str], language: str) -> Proposition:
    """The clause with how much of it the cue denies."""
    before, after = said.text[: cue.start()], said.text[cue.end() :]
    scope = keys(after, language) & said.about
    if len(scope) < _FEW and (scope or not concepts(after)):  # "the alarm did not sound"
        scope = said.about
    subject = keys(before, language) & said.about
    # What is denied at length ("denied a report that …") is all of it meant.
    words = after.split()
    words = words if _DENYING.search(cue[0]) else words[:_NEAR]
    close = keys(" ".join(words), language)
    near = close & said.about if close else subject
    heads = (keys(word, language) & said.about for word in words)
    return replace(
        said,
        scope=scope,
        near=near,
        head=next(filter(None, heads), near),
        subject=subject,
        bound=_IS.search(said.text[: cue.end()]) is not None,
    )


def _cancel(cues: Sequence[re.Match[str]]) -> bool:
    """True for "did not deny": of two that stand apart, each denies something of its own."""
    return len(cues) == _PAIR and cues[1].start() - cues[0].end() <= _ASIDE


def _is_open(text: str, statement: Statement, cues: Sequence[re.Match[str]]) -> bool:
    """True where the clause says what may be, or denies it of some.

    "Said that it would" promises, and a relative clause is an aside.
    """
    if _UNREAL.search(text) or (cues and _SOME.search(text, 0, cues[-1].start())):
        return True
    found = _OPEN.search(text)
    if found is None or (found[0].lower() == "would" and statement.voice):
        return False
    return not (cues and found.start() > cues[0].end() + _ASIDE)


def clauses(text: str) -> tuple[str, ...]:
    """The text's clauses; one that says next to nothing stays with the one before it."""
    parts: list[str] = []
    start = 0
    for found in (*_BREAK.finditer(text), None):
        end = len(text) if found is None else found.start()
        part = text[start:end]
        start = end if found is None else found.end()
        if parts and len(keys(part)) < _FEW:
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    return tuple(parts)
