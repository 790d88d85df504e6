"""Search: cases by their reference or by a name across spellings, and words in what is written about them.

Nothing is found that its reader may not see, and nothing in an answer depends on what they may not: not its order, not
where it ends, not how much is left out.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib.postgres.search import SearchQuery
from django.db.models import CharField, F, Model, Q, QuerySet, Value
from django.urls import reverse

import cases.operations
from actions.models import Action
from cases.models import Assessment, Case, Contribution, LoggedContact
from home.forms import BY_NAME, SearchForm
from panels.models import Decision
from prevent_cases.accounts.models import User
from prevent_cases.audit.models import AuditEntry
from referrals.matching.description import describe
from referrals.matching.keys import asked_keys, kept_keys
from referrals.models import ConcernEntry, IdentityLink, MatchKey, Referral

SHOWN = 25
# In how many places words are found, the newest cases first, before no more are looked at.
MOST_PLACES = 400


@dataclass(frozen=True)
class Written:
    """Something that is written about a case: what of it somebody may read, its case, and the page on which it is."""

    read_by: Callable[[User], QuerySet]
    case: str
    page: str

    def places(self, user: User, query: SearchQuery, among: QuerySet) -> QuerySet:
        read = self.read_by(user).filter(**{f"{self.case}__in": among})
        found = read.alias(searched=read.model.searched).filter(searched=query).order_by()
        on = {"of_case": F(self.case), "on_page": Value(self.page, output_field=CharField())}
        return found.annotate(**on).values_list(*on)


def permitted(model: type[Model], permission: str) -> Callable[[User], QuerySet]:
    return lambda user: model.objects.permitted(user, permission)


WRITTEN = (
    # Whoever sees a case reads the concerns of the referrals that it carries.
    Written(lambda user: ConcernEntry.objects.all(), "referral__carried_by__case", "cases:concerns"),
    Written(permitted(LoggedContact, "cases.view_loggedcontact"), "case", "cases:contact_log"),
    Written(permitted(Contribution, "cases.read_contribution"), "case", "cases:information"),
    Written(permitted(Assessment, "cases.view_assessment"), "case", "cases:assessments"),
    Written(permitted(Action, "actions.view_action"), "case", "actions:case_actions"),
    Written(permitted(Decision, "panels.view_decision"), "item__case", "panels:case_meetings"),
)
PAGES = {
    "cases:concerns": "Concerns",
    "cases:contact_log": "Contact log",
    "cases:information": "Information",
    "cases:assessments": "Assessments",
    "actions:case_actions": "Actions",
    "panels:case_meetings": "Meetings and decisions",
}


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


def by_name(user: User, text: str) -> QuerySet[Case]:
    """The cases somebody may see that have this reference, or are about somebody called so or nearly so.

    The beginnings of names are enough; whoever is written otherwise is found where two names sound alike. What counts
    is what referrals say that they may see.
    """
    seen = Case.objects.permitted(user, "cases.view_case")
    named = Referral.objects.named(text).permitted(user, "referrals.view_referral").values("pk")
    links = IdentityLink.objects.filter(ended_at=None, referral__in=named).values("individual")
    about = Q(individual__in=links) | Q(individual__in=sounding_alike(user, text, seen))
    return seen.filter(Q(reference=text.strip().upper()) | about)


def sounding_alike(user: User, text: str, seen: QuerySet[Case]) -> set[int]:
    """The individuals of some cases, the newest first, of whom a referral that somebody may see has such a name."""
    given, _, family = text.strip().rpartition(" ")
    if not given:
        return set()
    asked = asked_keys(describe(given, family))
    kept = MatchKey.objects.filter(key__in=asked).values("individual")
    found = seen.filter(individual__in=kept).order_by("-pk").values_list("individual", flat=True)[:MOST_PLACES]
    read = Referral.objects.permitted(user, "referrals.view_referral").values("pk")
    links = IdentityLink.objects.filter(individual__in=list(found), ended_at=None, referral__in=read)
    said = links.values_list("individual", "referral__given_names", "referral__family_name", "referral__other_names")
    return {
        individual
        for individual, given_names, family_name, others in said
        if asked & kept_keys(describe(given_names, family_name, other_names=others.splitlines()))
    }


def in_words(user: User, text: str, among: QuerySet) -> dict[int, list[str]]:
    """Of some cases, by key, on which of their pages these words are, as far as somebody may read them."""
    query = SearchQuery(text, search_type="websearch", config="english")
    first, *others = (written.places(user, query, among.values("pk")) for written in WRITTEN)
    places: dict[int, list[str]] = {}
    for case, page in first.union(*others).order_by("-of_case")[:MOST_PLACES]:
        places.setdefault(case, []).append(page)
    return places


def found_by_name(user: User, text: str) -> list[Found]:
    read = by_name(user, text).select_related(*Case.fetch_with).order_by("-pk")[: SHOWN + 1]
    return noted(user, [Found(case) for case in read])


def found_in_words(user: User, text: str, among: QuerySet) -> list[Found]:
    """``among``: the cases in which the words are looked for."""
    places = in_words(user, text, among)
    read = Case.objects.select_related(*Case.fetch_with).in_bulk(sorted(places, reverse=True)[: SHOWN + 1])
    return noted(
        user,
        [
            Found(case, [Place(PAGES[page], reverse(page, args=[case.reference])) for page in sorted(places[case.pk])])
            for case in sorted(read.values(), key=lambda case: case.pk, reverse=True)
        ],
    )


def noted(user: User, found: list[Found]) -> list[Found]:
    """Write that somebody searched, and which cases they were shown; nothing of what they asked."""
    AuditEntry.tell(user, by=user, what="home.search", sentence="Cases searched.")
    AuditEntry.view(*(each.case for each in found[:SHOWN]), by=user, what="home.search")
    return found
