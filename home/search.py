"""Search: cases by their reference or by a name across spellings, and words in what is written about them.

Nothing is found that its reader may not see, and nothing in an answer depends on what they may not: not its order, not
where it ends, not how much is left out.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q, QuerySet
from django.urls import reverse

import cases.operations
from cases.models import Case
from home.forms import BY_NAME, SearchForm
from home.written import FEW, PAGES, WRITTEN, anywhere, cases_with_words, keys_of, places, places_of_words, union
from prevent_cases.accounts.models import User
from prevent_cases.audit.models import AuditEntry
from referrals.matching.description import describe
from referrals.matching.keys import asked_keys, kept_keys
from referrals.models import IdentityLink, MatchKey, Referral

SHOWN = 25
# After how many words of a name its family names are looked for.
MOST_PARTINGS = 4
# The database takes each as another "not", and more than thirty-two with no word between them as an error.
HYPHENS = re.compile(r"-\W*-")


@dataclass(frozen=True)
class Place:
    """A page of a case on which the words are."""

    title: str
    address: str


@dataclass(frozen=True)
class Found:
    case: Case
    places: list[Place] = field(default_factory=list)


def search(user: User, form: SearchForm) -> list[Found]:
    """What is found as a form asks, one more than are shown where there are more. All cases of an area are searched
    by an operation, which keeps the purpose.
    """
    text = form.cleaned_data["words"]
    if form.cleaned_data["where"] == BY_NAME:
        return found_by_name(user, text)
    if form.area is None:
        return found_in_words(user, text, Case.objects.permitted(user, "cases.search_case"))
    cases.operations.search_area(form.area, by=user, purpose=form.cleaned_data["purpose"])
    return found_in_words(user, text, Case.objects.permitted(user, "cases.view_case").filter(area=form.area))


def found_by_name(user: User, text: str) -> list[Found]:
    """The cases somebody may see that have this reference, or are about somebody called so or nearly so.

    The beginnings of names are enough; whoever is written otherwise is found where two names sound alike. What counts
    is what referrals say that they may see.
    """
    reference, asked = text.strip().upper(), keys_asked_by(text)
    named = Referral.objects.named(text).values("pk")
    about = union(
        [
            Case.objects.filter(reference=reference).values_list("individual"),
            IdentityLink.objects.filter(ended_at=None, referral__in=named).values_list("individual"),
            MatchKey.objects.filter(key__in=asked).values_list("individual"),
        ]
    )
    read = Referral.objects.permitted(user, "referrals.view_referral").values("pk")

    def found(likely: list[Case]) -> list[Found]:
        individuals = {case.individual_id for case in likely}
        links = IdentityLink.objects.filter(ended_at=None, individual__in=individuals, referral__in=read)
        names = ("referral__given_names", "referral__family_name", "referral__other_names")
        called = {
            individual
            for individual, given_names, family_name, others, is_named in links.values_list(
                "individual", *names, Q(referral__in=named)
            )
            if is_named or asked & kept_keys(describe(given_names, family_name, other_names=others.splitlines()))
        }
        return [Found(case) for case in likely if case.reference == reference or case.individual_id in called]

    return noted(
        user, newest(Case.objects.permitted(user, "cases.view_case").filter(individual__in=listed(about)), found)
    )


def keys_asked_by(text: str) -> set[int]:
    """The keys of a name in one piece: where its given names end is not said, before or after a particle."""
    words = text.split()
    parted = ((" ".join(words[:end]), " ".join(words[end:])) for end in range(1, len(words)))
    return set().union(*(asked_keys(describe(*names)) for names in islice(parted, MOST_PARTINGS)))


def found_in_words(user: User, text: str, among: QuerySet[Case]) -> list[Found]:
    """Of some cases those in which somebody may read these words, and on which pages."""
    text = HYPHENS.sub("-", text)
    query = SearchQuery(text, search_type="websearch", config="english")
    with_words = [key for (key,) in cases_with_words(words=text)]
    anywhere_at_all = with_words if len(with_words) <= FEW else anywhere(query)

    def found(likely: list[Case]) -> list[Found]:
        keys = [case.pk for case in likely]
        # Only of the kinds that have the words is it asked, which takes longer, what may be read.
        kinds = {kind for _, kind in places_of_words(words=text, cases=keys)}
        read = union(places(kind, query, keys_of(likely), read_by=user) for kind in kinds) if kinds else ()
        pages: dict[int, set[str]] = defaultdict(set)
        for case, kind in read:
            pages[case].add(WRITTEN[kind].page)
        return [Found(case, places_in(case, pages[case.pk])) for case in likely if case.pk in pages]

    return noted(user, newest(among.filter(pk__in=anywhere_at_all), found))


def places_in(case: Case, pages: set[str]) -> list[Place]:
    return [Place(title, reverse(page, args=[case.reference])) for page, title in PAGES.items() if page in pages]


def listed(query: QuerySet) -> QuerySet | list[int]:
    """The keys that a query finds, where they are few.

    The database cannot know how rare a word is. It would walk through all cases, the newest first, until enough have
    the word: right for many, far too long for few.
    """
    found = [key for (key,) in query[: FEW + 1]]
    return found if len(found) <= FEW else query


def newest(likely: QuerySet[Case], found: Callable[[list[Case]], list[Found]]) -> list[Found]:
    """What is found among likely cases, the newest first: as many as are shown, and one more where there are more."""
    likely = likely.select_related(*Case.fetch_with).order_by("-pk")
    all_found, at_once = [], SHOWN + 1
    batch = list(likely[:at_once])
    while batch:
        all_found += found(batch)
        if len(all_found) > SHOWN or len(batch) < at_once:
            break
        at_once *= 4
        batch = list(likely.filter(pk__lt=batch[-1].pk)[:at_once])
    return all_found[: SHOWN + 1]


def noted(user: User, found: list[Found]) -> list[Found]:
    """Write that somebody searched, and which cases they were shown; nothing of what they asked."""
    AuditEntry.tell(user, by=user, what="home.search", sentence="Cases searched.")
    AuditEntry.view(*(each.case for each in found[:SHOWN]), by=user, what="home.search")
    return found
