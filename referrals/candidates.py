"""Who may be the same person: the earlier individuals that a referral's description is like, and why, in words.

Nothing of this is kept. It is found anew whenever somebody reads it, so that it always follows what is known and what
the reader may see.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import BigIntegerField, Count, DateField, Exists, OuterRef, QuerySet, Subquery

from prevent_cases import clock
from prevent_cases.access import May, not_shut, rules
from prevent_cases.accounts.models import Area, User
from prevent_cases.audit.models import AuditEntry, EntryQuerySet
from prevent_cases.audit.records import Record, key_of
from prevent_cases.prepared import Given, among, prepared
from referrals import permissions  # noqa: F401
from referrals.matching.description import Description, describe
from referrals.matching.keys import asked_keys, kept_keys
from referrals.matching.likeness import Likeness, likeness
from referrals.models import (
    ANY_REFERRAL,
    TRANSITIONS,
    AnyReferral,
    FoundUntrue,
    IdentityAnswer,
    IdentityDecision,
    IdentityLink,
    Individual,
    MatchKey,
    Referral,
)
from referrals.models.transfer import as_before
from referrals.permissions.referral import RESTRICTION

SAID = ("given_names", "family_name", "other_names", "born_on", "age_given", "address", "submitted_at")
# How many are looked at more closely, those who share the most keys; and how many of them are shown.
MOST_COMPARED, MOST_SHOWN = 400, 10
# As the trail calls it that somebody was told of a record which they may not see.
HELD_ELSEWHERE = "held elsewhere"


@dataclass(frozen=True)
class Candidate:
    """An earlier individual who may be the same person. The order of candidates is their only weight."""

    individual: Individual
    why: str


@dataclass(frozen=True)
class Like:
    """Somebody found, before anybody has asked who may see them. One found untrue prompts nobody to ask elsewhere."""

    individual: int
    likeness: Likeness
    prompts: bool


def described(said: dict) -> Description:
    """What a referral says of the person, as sent."""
    return describe(
        said["given_names"],
        said["family_name"],
        other_names=said["other_names"].splitlines(),
        born_on=said["born_on"],
        age=said["age_given"],
        said_on=clock.day_of(said["submitted_at"]),
        address=said["address"],
    )


def said_in(links: QuerySet) -> QuerySet:
    """What referrals say, by individual: of what was found untrue nothing any more from its review on."""
    untrue = FoundUntrue.objects.filter(referral=OuterRef("referral"), agreed=True)
    matched = links.filter(~Exists(untrue.filter(review_on__lte=Given("day", DateField()))), ended_at=None)
    columns = ("individual", Exists(untrue), "individual__born_on", *(f"referral__{name}" for name in SAID))
    return matched.values_list(*columns)


@prepared
def said_of() -> QuerySet:
    return said_in(IdentityLink.objects.filter(individual=Given("individual", BigIntegerField())))


@prepared
def said_of_those_like() -> QuerySet:
    """Of everybody earlier who shares match keys with whom a referral is about; not of that one as it was elsewhere."""
    sharing = (
        MatchKey.objects.filter(among("key", "keys"))
        .exclude(individual__in=own_individual(ANY_REFERRAL))
        .values("individual")
        .annotate(shared=Count("key"))
        .order_by("-shared", "-individual")
    )
    links = IdentityLink.objects.filter(
        referral__lt=ANY_REFERRAL.pk, individual__in=sharing.values("individual")[:MOST_COMPARED]
    )
    return said_in(links.exclude(referral__in=as_before(ANY_REFERRAL).values("pk")))


def descriptions(rows: Iterable[tuple]) -> list[tuple[int, bool, Description]]:
    """The keys of individuals, each with what one referral about them says and whether it was found untrue."""
    return [
        (individual, is_untrue, description)
        for individual, is_untrue, known, *said in rows
        for description in as_known(dict(zip(SAID, said, strict=True)), known)
    ]


def as_known(said: dict, born_on: date | None) -> list[Description]:
    """What a referral says of a person, and what it says with the birthday that is known of them by now."""
    known = [described(said | {"born_on": born_on})] if born_on and born_on != said["born_on"] else []
    return [described(said), *known]


def write_keys(individual: Individual) -> None:
    """Make an individual's match keys those of the referrals about them; none, where none is about them any more."""
    said = descriptions(said_of(individual=individual.pk, day=clock.today()))
    wanted = set().union(*(kept_keys(description) for _, _, description in said))
    kept = set(individual.match_keys.values_list("key", flat=True))
    individual.match_keys.filter(key__in=kept - wanted).delete()
    made_at = clock.now()
    MatchKey.objects.bulk_create(
        MatchKey(key=key, individual=individual, made_at=made_at) for key in sorted(wanted - kept)
    )


def own_individual(referral: Referral | AnyReferral) -> QuerySet:
    """The key of whom a referral is about."""
    return IdentityLink.objects.filter(referral=referral.pk, ended_at=None).values("individual")


def all_like(referral: Referral) -> list[Like]:
    """Every earlier individual whom a referral's description is like, the likest first, whoever may see them.

    What it was in the areas that passed it on, the last to this one, finds nobody.
    """
    said = {name: getattr(referral, name) for name in SAID}
    known = said["born_on"] or own_individual(referral).values_list("individual__born_on", flat=True).first()
    asked = as_known(said, known)
    keys = [*set().union(*map(asked_keys, asked))]
    rows = said_of_those_like(**AnyReferral.keys_of(referral), keys=keys, day=clock.today())
    likest: dict[int, Like] = {}
    for individual, is_untrue, description in descriptions(rows):
        alike = [found for each in asked if (found := likeness(each, description))]
        if not alike:
            continue
        found, known = max(alike, key=lambda each: each.order), likest.get(individual)
        prompts = (found.strong and not is_untrue) or bool(known and known.prompts)
        best = found if known is None or found.order > known.likeness.order else known.likeness
        likest[individual] = Like(individual, best, prompts)
    return sorted(likest.values(), key=lambda like: (like.likeness.order, like.individual), reverse=True)


@dataclass(frozen=True)
class Found:
    """What one reader may know: the candidates they may see, and the areas whose coordinator to ask."""

    candidates: list[Candidate]
    ask_in: list[Area]


def find(referral: Referral, user: User, may: May | None = None) -> Found:
    """Who may be the person of a referral, for ``user``; those said to be somebody else are left out.

    A page passes what ``user`` may do with the referral, which it knows.

    "Held elsewhere" is for a coordinator at triage and says no more than whom to ask; whoever is told of somebody
    leaves an entry on that record.
    """
    like = {each.individual: each for each in all_like(referral)}
    people = with_what_is_known(referral, user).filter(pk__in=like).in_bulk() if like else {}
    asked = [(people[key], each) for key, each in like.items() if key in people and not said_different(people[key])]
    seen = [Candidate(individual, each.likeness.words) for individual, each in asked if individual.may_see]
    elsewhere = [
        individual
        for individual, each in asked
        if each.prompts and not individual.may_see and individual.area_id != referral.area_id
    ]
    return Found(seen[:MOST_SHOWN], tell_where_held(referral, user, elsewhere, may))


def may_have_been_referred_before(referral: Referral) -> bool:
    """Whether somebody referred earlier in this area is much like the person, and nobody has said who they are."""
    prompting = [each.individual for each in all_like(referral) if each.prompts]
    people = with_what_was_said(referral).filter(pk__in=prompting, area=referral.area_id) if prompting else []
    return any(not said_different(individual) for individual in people)


def with_what_is_known(referral: Referral, user: User) -> QuerySet:
    """Individuals with what was said, each with their area and whether ``user`` may see them.

    Not those from whose casework they are excluded, of whom no coordinator elsewhere tells them either.
    """
    may_see = rules["referrals.view_individual"].held_by(user)
    known = with_what_was_said(referral).filter(not_shut(user, Individual, (RESTRICTION,)))
    return known.select_related("area").annotate(may_see=may_see)


def with_what_was_said(referral: Referral) -> QuerySet:
    """Individuals, each with when somebody last said that they are somebody else (of a referral of this person or of
    one of theirs), and when a match key of either was last made.
    """
    own = own_individual(referral)
    links = IdentityLink.objects.filter(ended_at=None)
    different = IdentityDecision.objects.exclude(answer=IdentityAnswer.SAME).order_by("-pk").values("decided_at")
    newest = MatchKey.objects.order_by("-made_at").values("made_at")
    asked = {
        "different_here": different.filter(
            individual=OuterRef("pk"), referral__in=links.filter(individual__in=own).values("referral")
        ),
        "different_there": different.filter(
            individual__in=own, referral__in=links.filter(individual=OuterRef("pk")).values("referral")
        ),
        "newest_here": newest.filter(individual__in=own),
        "newest_there": newest.filter(individual=OuterRef("pk")),
    }
    return Individual.objects.annotate(**{name: Subquery(query[:1]) for name, query in asked.items()})


def said_different(individual: Individual) -> bool:
    """Whether it was said that this is somebody else, and nothing new has become known of either since.

    New is what made a match key that was not there: another referral, another spelling, a date of birth.
    """
    answers = [at for at in (individual.different_here, individual.different_there) if at]
    made = [at for at in (individual.newest_here, individual.newest_there) if at]
    return bool(answers) and max(made, default=max(answers)) <= max(answers)


def tell_where_held(referral: Referral, user: User, elsewhere: list[Individual], may: May | None) -> list[Area]:
    if not (elsewhere and TRANSITIONS[referral.stage] and (may or May.on(user, referral)).triage_referral):
        return []
    told = AuditEntry.objects.filter(what=HELD_ELSEWHERE, by=key_of(user), at__gte=referral.submitted_at)
    known = {key for about in told.values_list("about", flat=True) for key in about}
    for individual in elsewhere:
        if key_of(individual) not in known:
            sentence = f"A coordinator of {referral.area.name} was told that this person may be known here."
            AuditEntry.tell(individual, by=user, what=HELD_ELSEWHERE, sentence=sentence)
    return sorted({individual.area for individual in elsewhere}, key=lambda area: area.name)


def entries_about(record: Record, individual: Individual) -> EntryQuerySet:
    """The entries about a record, and those that somebody elsewhere was told that its person may be known here."""
    return (AuditEntry.objects.about(record) | told_elsewhere([key_of(individual)])).newest_first()


def told_elsewhere(individual: list[str] | Given) -> EntryQuerySet:
    """That somebody elsewhere was told that this person, by the one name in the trail, may be known here."""
    return AuditEntry.objects.filter(about__contains=individual, what=HELD_ELSEWHERE)


def earlier_referrals(referral: Referral | AnyReferral) -> QuerySet:
    """The earlier referrals of the same person that count: not this one in other areas, nor one found untrue."""
    about = IdentityLink.objects.filter(individual__in=own_individual(referral), ended_at=None)
    untrue = FoundUntrue.objects.filter(agreed=True)
    others = Referral.objects.filter(pk__in=about.values("referral"), pk__lt=referral.pk)
    return others.exclude(pk__in=untrue.values("referral")).exclude(pk__in=as_before(referral).values("pk"))
