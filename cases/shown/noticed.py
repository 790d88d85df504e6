"""What is to be looked at where somebody opened a case on which they do not work. It stops nobody."""

from collections.abc import Iterable

from cases.models import BrokenGlass, Purpose
from prevent_cases.accounts.models import Post
from referrals.matching.alike import PARTICLES
from referrals.models.people import plain_words

SAME_NAME = "Same family name"
OWN_AGENCY = "Referred by their own agency"


def lay_noticed(opened: Iterable[Purpose | BrokenGlass], opened_by: str) -> None:
    """Lay ``noticed`` beside each: what tells that whoever opened it may know the person. ``opened_by`` is their field.

    It is told from the names and posts of today, so nothing is kept of it.
    """
    by_person = {(getattr(each, f"{opened_by}_id"), each.case_id) for each in opened}
    of_their_agency = "agency__referrals__carried_by__case"
    posts = Post.objects.current().filter(
        **{"user__in": {user for user, _ in by_person}, f"{of_their_agency}__in": {case for _, case in by_person}}
    )
    own = set(posts.values_list("user", of_their_agency)) if by_person else set()
    for each in opened:
        person = getattr(each, opened_by)
        facts = {
            SAME_NAME: family_words(each.case.individual.family_name) & set(plain_words(person.name)[1:]),
            OWN_AGENCY: (person.pk, each.case_id) in own,
        }
        each.noticed = [words for words, is_so in facts.items() if is_so]


def family_words(name: str) -> set[str]:
    return set(plain_words(name)) - PARTICLES
