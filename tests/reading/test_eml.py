from __future__ import annotations

import io
from datetime import date

import pytest

from conspectus.errors import ArticleError
from conspectus.model.article import Certainty
from conspectus.reading import read_article, read_inputs
from conspectus.reading.eml import read_eml
from conspectus.reading.metadata import Known
from tests.support.documents import mail

TEXT = "The ferry Marigold sank on Monday with 45 people aboard, the coast guard said. " * 3
PAGE = f"<html><body><article><h1>Ferry sinks off the island</h1><p>{TEXT}</p></article></body></html>"
MIXED = b"From: a\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
NESTED = b"Content-Type: multipart/mixed; boundary=x%d\r\n\r\n--x%d\r\n"


def test_headers_are_stated() -> None:
    """Subject, sender and the day in the sender's own zone; the sender of a list is a publisher."""
    article = read_article(mail(TEXT).as_bytes(), name="a.eml", media="eml")
    assert article.text.strip() == TEXT.strip()
    assert (article.title, article.byline, article.publisher) == ("Ferry sinks", "Jane Doe", None)
    assert article.published == date(2025, 3, 3)
    stated = {field for field, found in article.provenance.items() if found.certainty is Certainty.STATED}
    assert stated == {"title", "byline", "published", "published_at"}
    listed = mail(TEXT, From="The Harbour Post <news@example.org>", List_Id="<news.example.org>")
    assert read_article(listed.as_bytes(), name="a.eml", media="eml").publisher == "The Harbour Post"


def test_who_sends_what_can_be_unsubscribed_from_is_a_publisher() -> None:
    """Whether or not the headers say that it went to many."""
    message = mail(f"{TEXT}\n\nForwarded this email? Unsubscribe", From="Harbour Morning <brief@example.org>")
    article = read_article(message.as_bytes(), name="a.eml", media="eml")
    assert (article.publisher, article.byline) == ("Harbour Morning", None)


@pytest.mark.parametrize(
    "above",
    [
        "Look at this!\n\n---------- Forwarded message ---------\nFrom: Port Journal <desk@example.org>\n"
        "Date: Fri, Mar 7, 2025 at 9:12 AM\nSubject: Ferry sinks\nTo: Bob <bob@example.org>\n\n",
        'Begin forwarded message:\n\nFrom: "Port Journal" <desk@example.org>\nSubject: Ferry sinks\n'
        "Date: 7 March 2025 at 09:12:00 GMT\n\n",
        "-----Ursprüngliche Nachricht-----\nVon: Port Journal <desk@example.org>\n"
        "Gesendet: Freitag, 7. März 2025 09:12\nBetreff: Ferry sinks\n\n",
    ],
)
def test_what_is_passed_on_is_its_senders(above: str) -> None:
    """Neither who passed it on nor when says anything of it, and the headers in the text are no text."""
    message = mail(
        f"{above}{TEXT}\n\nUnsubscribe", From="Bob <bob@example.org>", Date="Mon, 10 Mar 2025 08:00:00 +0000"
    )
    article = read_article(message.as_bytes(), name="a.eml", media="eml")
    assert (article.publisher, article.byline, article.published) == ("Port Journal", None, date(2025, 3, 7))
    assert article.sentence_text(article.body[0]).startswith("The ferry Marigold")
    quoted = read_article(mail(f"From: the harbour\n\n{TEXT}").as_bytes(), name="a.eml", media="eml")
    assert quoted.byline == "Jane Doe"


def test_the_plain_part_wins_unless_it_is_a_stub() -> None:
    """A page is read where the plain part is missing or too short to be the article."""
    both = read_article(mail(TEXT, PAGE).as_bytes(), name="a.eml", media="eml")
    assert both.text.strip() == TEXT.strip()
    for plain in (None, "Your mail program shows no pages."):
        page = read_article(mail(plain, PAGE).as_bytes(), name="a.eml", media="eml")
        assert page.text.split("\n")[0] == "Ferry sinks off the island"
        assert page.source_spans == ()


def test_a_page_without_article_leaves_the_stub() -> None:
    """Two words and a menu: the two words are the message."""
    data = mail("It sank.", "<html><body><nav>Home</nav></body></html>").as_bytes()
    assert read_article(data, name="a.eml", media="eml").text.strip() == "It sank."


def test_attachments_are_passed_over_and_named(tmp_path: object) -> None:
    """Each stands in what was passed over, with its name and type; a second text is one too."""
    message = mail(TEXT)
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="report.pdf")
    message.add_attachment("More text.")
    assert read_eml(message.as_bytes(), name="a.eml", known=Known()).passed_over == (
        "a.eml: the attachment report.pdf (application/pdf) was not read",
        "a.eml: the attachment without a name (text/plain) was not read",
    )


def test_a_signature_is_marked() -> None:
    """What stands below "-- " is junk, and kept."""
    article = read_article(
        mail(f"{TEXT}\n-- \nJane Doe\nHarbour Post\n").as_bytes(), name="a.eml", media="eml"
    )
    assert [article.sentence_text(s)[:9] for s in article.body] == ["The ferry"] * 3
    assert article.junk[-1].span.of(article.text).startswith("-- ")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (mail("").as_bytes(), "no text"),
        (mail(None, "<html><body><nav>Home</nav></body></html>").as_bytes(), "no article found"),
        (
            b"From: a\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
            + b"--x\r\nContent-Type: a/b\r\n\r\n\r\n" * 5000,
            "more than 200 parts",
        ),
        (
            b"From: a\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\na\r\n" * 5000,
            "more than 200 parts",
        ),
        (
            b"".join(
                b"Content-Type: multipart/mixed; boundary=x%d\r\n\r\n--x%d\r\n" % (n, n) for n in range(190)
            ),
            "no text",
        ),
        (b"".join(b"Content-Type: message/rfc822\r\n\r\n" for _ in range(190)), "no text|can't be read"),
    ],
    ids=["empty", "menu", "parts", "bare parts", "nested", "messages in messages"],
)
def test_what_can_not_be_read_says_why(data: bytes, said: str) -> None:
    """Nothing to read, or built to be endless: one clear error each, at once."""
    with pytest.raises(ArticleError, match=rf"a\.eml: .*({said})"):
        read_article(data, name="a.eml", media="eml")


def test_broken_headers_and_charsets_cost_no_more_than_themselves() -> None:
    """An unknown charset and an impossible date: the text is read, the date is not known."""
    data = mail(TEXT, Date="yesterday").as_bytes().replace(b'charset="utf-8"', b'charset="x-none"')
    article = read_article(data, name="a.eml", media="eml")
    assert article.text.strip() == TEXT.strip()
    assert article.published is None


def test_a_message_on_standard_input_is_told_from_a_text() -> None:
    """Three of the headers that every message has make a message; a "From:" alone does not."""
    assert read_inputs(["-"], stdin=io.BytesIO(mail(TEXT).as_bytes())).articles[0].title == "Ferry sinks"
    text = b"From: the board\n\nThe ferry sank on Monday."
    assert read_inputs(["-"], stdin=io.BytesIO(text)).articles[0].text == text.decode()


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("FW: PRESS RELEASE - for immediate release - Lido sold", "Lido sold"),
        ("Re: Fwd: [desk] Lido sold", "Lido sold"),
        ("Embargoed until 9am: Rates rise", "Rates rise"),
        ("TR : Communiqué de presse : La piscine est vendue", "La piscine est vendue"),
        ("Reactor restarts after leak", "Reactor restarts after leak"),
        ("Press release misled readers, court says", "Press release misled readers, court says"),
        ("Fwd:", "Fwd:"),
    ],
)
def test_what_stands_in_front_of_a_subject_is_no_headline(subject: str, title: str) -> None:
    """What mail programs and press offices put there; the same words within it stay."""
    article = read_article(mail(TEXT, Subject=subject).as_bytes(), name="a.eml", media="eml")
    assert article.title == title
