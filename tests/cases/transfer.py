"""What tests of transfers between areas share: how the pages of an offer are found, and what somebody's home says."""

from datetime import timedelta

from django.urls import reverse

from home import asked

DAY = timedelta(days=1)


def asks_at_home(person) -> list[str]:
    return [f"{ask.text}. {ask.hint}" for section in asked.sections(person) for ask in section.asks]


def said_at_home(person, words) -> bool:
    return any(words in each for each in asks_at_home(person))


def pages_of(offer) -> list[str]:
    return [offer.get_absolute_url(), reverse("reports:transfer_pack", args=[offer.reference])]


def text(answer) -> str:
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())
