"""What a search is to find of all that somebody may see: by hand, in plain Python.

The names that are drawn are unlike each other, and the words stand in nothing but what is drawn: so that nothing is
found by another spelling, or elsewhere.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from random import Random
from typing import Any

from actions.models import Action
from cases.models import Case, CaseReferral, Contribution, LoggedContact
from prevent_cases.accounts.models import Area, User
from referrals.models import ConcernEntry, IdentityLink
from tests.architecture.asked_of_lists import is_named

GIVEN = ("Ashwin", "Siân", "Oluwaseun", "Bogdan", "Freya")
FAMILY = ("Birch", "Gwŷn", "Adeyemi", "Nowak", "Lindqvist")
WORDS = ("quernstone", "zeppelin", "xylophone", "narwhal")
BY_NAME, OWN = "name", "own"
# What is found, newest first: the reference of each case, and the pages on which the words stand.
Found = list[tuple[str, list[str]]]
# Asks the rules what somebody may see.
Seen = Callable[[str], list[Any]]


def words_drawn(dice: Random) -> str:
    first, second = dice.sample(WORDS, 2)
    return dice.choice((first, f"{first} {second}", f"{first} or {second}", f"{first} -{second}", first.upper()))


def name_drawn(dice: Random, references: list[str]) -> str:
    given, family = dice.choice(GIVEN), dice.choice(FAMILY)
    reference = dice.choice(references)
    return dice.choice(
        (given, family, f"{given} {family}", f"{family} {given}", given[:4].upper(), given[0] + family[0], reference,
         f" {reference.lower()} ", reference[:-1], "%", "Nobody Atall")
    )  # fmt: skip


def has_words(text: str, asked: str) -> bool:
    """As ``words_drawn`` writes it."""
    there, words = set(re.findall(r"\w+", text.lower())), asked.lower().split()
    if "or" in words:
        return any(word in there for word in words if word != "or")
    return all(word[1:] not in there if word.startswith("-") else word in there for word in words)


def found(reader: User, seen: Seen, words: str, where: str, purpose: str) -> Found | None:
    """None where it cannot be asked so."""
    areas = {area.slug: area for area in Area.objects.permitted(reader, "cases.search_area")}
    if not words.strip() or (where not in (BY_NAME, OWN) and not (where in areas and purpose.strip())):
        return None
    if where == BY_NAME:
        return found_by_name(seen, words)
    if where == OWN:
        return found_in_words(seen, words, seen("cases.search_case"))
    return found_in_words(seen, words, [case for case in seen("cases.view_case") if case.area == areas[where]])


def found_by_name(seen: Seen, words: str) -> Found:
    about = dict(IdentityLink.objects.filter(ended_at=None).values_list("referral", "individual"))
    called = {about.get(each.pk) for each in seen("referrals.view_referral") if is_named(each, words)}
    return [
        (case.reference, [])
        for case in newest(seen("cases.view_case"))
        if case.individual_id in called or case.reference == words.strip().upper()
    ]


def found_in_words(seen: Seen, words: str, among: list[Case]) -> Found:
    """Whoever sees a case reads the referrals that it carries; all else, who may read it itself."""
    carried = defaultdict(list)
    for each in CaseReferral.objects.all():
        carried[each.referral_id].append(each.case_id)
    on: dict[int, set[str]] = defaultdict(set)
    for entry in ConcernEntry.objects.all():
        if has_words(entry.text, words):
            for case in carried[entry.referral_id]:
                on[case].add("Concerns")
    for model, permission, title in (
        (LoggedContact, "cases.view_loggedcontact", "Contact log"),
        (Contribution, "cases.read_contribution", "Information"),
        (Action, "actions.view_action", "Actions"),
    ):
        for each in seen(permission):
            text = each.text if model is Contribution else each.what
            if has_words(text, words):
                on[each.case_id].add(title)
    order = ("Concerns", "Contact log", "Information", "Actions")
    return [
        (case.reference, [title for title in order if title in on[case.pk]]) for case in newest(among) if on[case.pk]
    ]


def newest(cases: list[Case]) -> list[Case]:
    return sorted(cases, key=lambda case: -case.pk)
