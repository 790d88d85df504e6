"""What tests of information and contributions share: what is said in them, and how it is looked for."""

import re

import weasyprint  # noqa: F401  Loaded before a PDF's child is forked, as the PDF worker does.
from django.urls import reverse

from cases.models import Contribution, InformationAnswer
from tests import factories

# What is shared, by a name of the test's own: its mark, and whether co-chair and deputies are among the chairs.
SHARED = {
    "for all": ("all_members", False),
    "for police and chairs": ("police_and_chairs", False),
    "for the chair": ("chair_only", False),
    "for chair and co-chair": ("chair_only", True),
}
EVERYTHING = set(SHARED)


ANSWERS = {
    "shared": {"text": "He has a key worker whom he trusts.", "mark": "all_members"},
    "nothing_held": {},
    "not_shared": {"why_not": "It would cut across a court case."},
    "by_word": {"who_tells": "Sister Whisper"},
}


def canary(name: str) -> str:
    return "Canary" + re.sub(r"\W", "", name.title())


def contribute(case, nhs, nora, name, **more) -> Contribution:
    mark, with_deputies = SHARED[name]
    words = {
        "text": f"{canary(name)}Text: he has missed three appointments.",
        "confidentiality_by": f"{canary(name)}By, Caldicott guardian",
        "confidentiality_words": f"{canary(name)}Words: somebody could come to harm.",
    }
    return factories.contribution(case, nhs, nora, mark, with_deputies=with_deputies, **words | more)


def found(text: str) -> set[str]:
    """Of which contributions a text holds a word; every one of their fields begins with its own."""
    return {name for name in SHARED if canary(name) in text}


def address(name, record) -> str:
    return reverse(f"cases:{name}", args=[record.reference])


def opened(client, url) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return " ".join(answer.content.decode().split())


def recipients(mailoutbox) -> list[str]:
    return sorted(address for message in mailoutbox for address in message.to)


def answered(request, by, answer, **more) -> InformationAnswer:
    return factories.information_answer(request, by, answer, **ANSWERS[answer] | more)


def opened_readers(client, contribution) -> str:
    client.force_login(contribution.shared_by)
    return opened(client, contribution.get_absolute_url()).partition("Who has read it")[2]
