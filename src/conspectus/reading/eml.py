"""The article in an email."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from conspectus.errors import ArticleError
from conspectus.model.article import Junk, JunkReason, Span
from conspectus.reading.extracted import Extracted
from conspectus.reading.html import read_html
from conspectus.reading.limits import MOST_PARTS
from conspectus.reading.metadata import Known
from conspectus.reading.moments import read_posted, read_when

_PART = re.compile(rb"^Content-(?:Type|Disposition|Transfer-Encoding):", re.IGNORECASE | re.MULTILINE)
_HEADERS_A_PART = 3
_FEWEST_WORDS = 30
_SIGNATURE = re.compile(r"^-- ?\r?$", re.MULTILINE)
_LONGEST_HEADER = 1000
# What every mailing to many offers, whether or not its headers say that it is one.
_LEAVES = re.compile(
    r"\b(?:unsubscribe|abbestellen|abmelden|se désabonner|désinscri\w+|dar(?:se|me) de baja|"
    r"cancelar (?:la |tu )?suscripción|annulla l[’']iscrizione|disiscri\w+|uitschrijven|afmelden)\b",
    re.IGNORECASE,
)
_PREFIXES = re.compile(
    r"(?:\s*(?:(?:re|fwd?|aw|wg|tr|rv|antw|i)\s*:|\[[^\]]{1,40}\]"
    r"|(?:(?:press|media|news) release|pressemitteilung|medienmitteilung|communiqué de presse|nota de prensa"
    r"|for immediate release|embargo(?:ed)?\b[^:–—-]{0,40}|urgent|breaking)\s*[:|–—-]))+\s*(?=\S)",
    re.IGNORECASE,
)

# What programs put above a message that they pass on: a line, and below it the message's own headers.
_PASSED_ON = re.compile(
    r"^(?:-{2,} ?(?:Forwarded message|Original Message|Weitergeleitete Nachricht|Ursprüngliche Nachricht"
    r"|Message transféré|Message d'origine|Mensaje reenviado|Mensaje original) ?-{2,}"
    r"|Begin forwarded message:|Anfang der weitergeleiteten Nachricht:|Début du message transféré :)[ \t]*\r?\n\s*"
    r"(?P<headers>(?:\*?[^\W\d_][\w -]{1,20}\*?[ \u00a0]?:[^\n]{0,500}\n){2,8})",
    re.IGNORECASE | re.MULTILINE,
)
_SENDER = re.compile(
    r"^\*?(?:From|Von|De)\*?[ \u00a0]?:\*?\s*(?P<value>[^\n]+)", re.IGNORECASE | re.MULTILINE
)
_SENT = re.compile(
    r"^\*?(?:Date|Sent|Datum|Gesendet|Envoyé|Fecha|Enviado)\*?[ \u00a0]?:\*?\s*(?P<value>[^\n]+)",
    re.IGNORECASE | re.MULTILINE,
)


def read_eml(data: bytes, *, name: str, known: Known) -> Extracted:
    """The message's own text: its plain part, or its page where the plain part is missing or a stub.

    Subject, sender and date are stated by the headers, without what stands in front of a subject ("Fwd:"). Of a plain
    message that is passed on, sender and date are those that stand above it; that and what stands above it is marked
    as junk. The sender of a mailing list, or of what can be unsubscribed from, is the publisher, any other the author.
    Attachments are passed over and named. A signature below "-- " is marked as junk.
    Raises ArticleError for what has no text or more than 200 parts.
    """
    if len(_PART.findall(data)) > _HEADERS_A_PART * MOST_PARTS:
        raise ArticleError(f"the message has more than {MOST_PARTS} parts", where=name, hint="save its text")
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        parts = list(_parts(message, name))
        bodies = {kind: _text(part) for part, kind in parts if kind in ("plain", "html")}
        passed_on = _PASSED_ON.search(bodies.get("plain", ""))
        mailing = any(_LEAVES.search(body) for body in bodies.values())
        if passed_on is not None:
            _learn_passed_on(passed_on["headers"], known, mailing=mailing)
        _learn_headers(message, known, mailing=mailing, sender=passed_on is None)
    except (
        MessageError,
        ValueError,
        LookupError,
        RecursionError,
        AttributeError,
        IndexError,
        TypeError,
    ) as error:
        # The standard library's parser raises all of these for headers that break the rules.
        raise ArticleError(
            f"the message can't be read ({error})", where=name, hint="save its text"
        ) from error
    passed_over = tuple(f"{name}: {_attachment(part)}" for part, kind in parts if kind == "attachment")
    plain = bodies.get("plain", "")
    if "html" in bodies and len(plain.split()) < _FEWEST_WORDS:
        try:
            page = read_html(bodies["html"], name=name, known=known)
        except ArticleError:
            if not plain.strip():
                raise
        else:
            # Its offsets would count in a part of the message, not in the file.
            return Extracted(page.text, page.known, passed_over=passed_over)
    if not plain.strip():
        raise ArticleError("the message has no text", where=name)
    above = () if passed_on is None else (_above(plain, passed_on.end()),)
    return Extracted(plain, known, junk=(*above, *_signature(plain)), passed_over=passed_over)


def _above(text: str, end: int) -> Junk:
    start = len(text) - len(text.lstrip())
    return Junk(span=Span(start=start, end=len(text[:end].rstrip())), reason=JunkReason.FRONT_MATTER)


def _parts(message: EmailMessage, name: str) -> Iterator[tuple[EmailMessage, str]]:
    """The leaves of the message, each "plain" or "html" (the first of its kind) or "attachment"."""
    seen: set[str] = set()
    for count, part in enumerate(message.walk(), 1):
        if count > MOST_PARTS:
            raise ArticleError(
                f"the message has more than {MOST_PARTS} parts", where=name, hint="save its text"
            )
        if part.is_multipart() or not isinstance(part, EmailMessage):
            continue
        kind = {"text/plain": "plain", "text/html": "html"}.get(part.get_content_type(), "attachment")
        if part.get_content_disposition() == "attachment" or part.get_filename() or kind in seen:
            kind = "attachment"
        else:
            seen.add(kind)
        yield part, kind


def _text(part: EmailMessage) -> str:
    try:
        content = part.get_content()
    except (LookupError, UnicodeError, ValueError, KeyError):
        payload = part.get_payload(decode=True)
        content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return str(content).encode("utf-8", "replace").decode("utf-8")


def _learn_passed_on(headers: str, known: Known, *, mailing: bool) -> None:
    """Takes sender and day of the message that is passed on; of a time without a zone nobody knows when it was."""
    if (sender := _SENDER.search(headers)) is not None:
        name = parseaddr(sender["value"])[0].strip("* ")
        known.learn("publisher" if mailing else "byline", name, "mail header", stated=True)
    if (sent := _SENT.search(headers)) is not None:
        known.learn("published", read_when(sent["value"]), "mail header", stated=True)


def _learn_headers(message: EmailMessage, known: Known, *, mailing: bool, sender: bool) -> None:
    known.learn("title", _headline(_header(message, "Subject") or ""), "mail header", stated=True)
    if sender:
        name = parseaddr(_header(message, "From") or "")[0]
        mailing = mailing or any(field in message for field in ("List-Id", "List-Unsubscribe", "List-Post"))
        known.learn("publisher" if mailing else "byline", name, "mail header", stated=True)
    sent = _header(message, "Date")
    if sent:
        known.learn("published", read_posted(sent), "mail header", stated=True)


def _headline(subject: str) -> str:
    """The subject without what programs and press offices put in front: "Fwd: PRESS RELEASE: …"."""
    found = _PREFIXES.match(subject)
    return subject[found.end() :] if found else subject


def _header(message: EmailMessage, field: str) -> str | None:
    value = message.get(field)
    words = " ".join(str(value or "")[:_LONGEST_HEADER].split())
    return words.encode("utf-8", "replace").decode("utf-8") or None


def _attachment(part: EmailMessage) -> str:
    named = " ".join((part.get_filename() or "without a name").split())[:200]
    return f"the attachment {named} ({part.get_content_type()}) was not read"


def _signature(text: str) -> tuple[Junk, ...]:
    found = list(_SIGNATURE.finditer(text))
    end = len(text.rstrip())
    if not found or not text[: found[-1].start()].strip():
        return ()
    return (Junk(span=Span(start=found[-1].start(), end=end), reason=JunkReason.BYLINE),)
