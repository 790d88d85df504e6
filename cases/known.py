"""What one reader may know of what agencies were asked and have shared, for every page on which it stands."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.db.models import OuterRef, Q, QuerySet, Subquery, TextField

from cases import permissions  # noqa: F401
from cases.models import (
    CONFIRMED_SINGLY,
    Case,
    CaseTransfer,
    Consent,
    Contribution,
    DecidedAs,
    Dispute,
    InformationAnswer,
    InformationRequest,
    Section36Decision,
    SupportPlan,
)
from prevent_cases import clock
from prevent_cases.access import rules, view_rule
from prevent_cases.accounts.models import User
from prevent_cases.audit.models import AuditEntry, EntryQuerySet
from prevent_cases.audit.records import Record, key_of
from prevent_cases.pages.together import AskedRecords
from prevent_cases.pages.visits import done_by_others
from prevent_cases.prepared import Given, prepared_records
from referrals.candidates import told_elsewhere
from referrals.models import Referral
from referrals.operations.additions import bring_along
from referrals.permissions.triage import know_referrer


def read_requests(user: User, **which) -> QuerySet[InformationRequest]:
    """The requests that somebody may see, each with the key of the answer that counts, which they may not see."""
    last = InformationAnswer.objects.filter(request=OuterRef("pk")).order_by("-pk").values("pk")[:1]
    seen = InformationRequest.objects.permitted(user, "cases.view_informationrequest").filter(**which)
    return seen.select_related("agency", "asked_by").annotate(last_answer=Subquery(last))


def earlier_cases(user: User, **which) -> QuerySet[Case]:
    """The cases of one person in one area, as far as somebody may see them, to which a later one leads back."""
    return Case.objects.permitted(user, "cases.view_case").filter(**which).order_by("pk")


def of_trail(user: User, case: Case | Given) -> dict[str, QuerySet]:
    """With what the trail of a case is read (``entries_known``): the referrals that it carries, and what was asked of
    agencies and to which area the case was offered, where that is no matter of its reader's.
    """

    def unknown(model: type[Record]) -> QuerySet:
        seen = model.objects.permitted(user, view_rule(model).name).filter(case=case)
        return model.objects.filter(case=case).exclude(pk__in=seen.values("pk")).only("pk")

    carried = Referral.objects.filter(carried_by__case=case).only("pk")
    return {"carried": carried, "requests_unknown": unknown(InformationRequest), "areas_unknown": unknown(CaseTransfer)}


def entries_known(case: Case) -> EntryQuerySet:
    """What was done about a case that was read with what is ``of_trail``, as far as its reader may know it."""
    return entries_of_trail(**names_in_trail(case))


def names_in_trail(case: Case) -> dict[str, list[str]]:
    """What the trail calls a case that was read with what is ``of_trail``, and what is told of it or held back."""
    return {
        "case": [key_of(case)],
        "individual": [key_of(case.individual)],
        "carried": [*map(key_of, case.carried)],
        "unknown": [*map(key_of, (*case.requests_unknown, *case.areas_unknown))],
    }


def entries_of_trail(
    case: list[str] | Given, individual: list[str] | Given, carried: list[str] | Given, unknown: list[str] | Given
) -> EntryQuerySet:
    """The entries about a case, by ``names_in_trail``."""
    # What came to its referrals in the area that it came from is news of the case here.
    brought = AuditEntry.objects.filter(what=bring_along.name, about__overlap=carried)
    about = AuditEntry.objects.about_one(Case, case) | told_elsewhere(individual) | brought
    return about.exclude(about__overlap=unknown).newest_first()


@prepared_records
def done_since() -> EntryQuerySet:
    """The same that others have done since a moment (``done_by_others``): put together once (docs/adr/0018)."""
    names = ("case", "individual", "carried", "unknown")
    return done_by_others(entries_of_trail(**{name: Given(name, ArrayField(TextField())) for name in names}))


def answers_known(user: User, **which) -> QuerySet[InformationAnswer]:
    """The answers of which somebody may know what they are."""
    return InformationAnswer.objects.permitted(user, "cases.view_informationanswer").filter(**which)


def read_contributions(user: User, **which) -> QuerySet[Contribution]:
    """The contributions somebody may know of, newest first; whether they may read each, and whether it is theirs."""
    seen = Contribution.objects.permitted(user, "cases.view_contribution").filter(**which)
    return (
        seen.select_related("agency", "shared_by")
        .annotate(
            may_read=rules["cases.read_contribution"].held_by(user),
            is_own=rules["cases.mark_contribution"].held_by(user),
        )
        .order_by("-pk")
    )


def note_reading(contributions: Iterable[Contribution], user: User) -> None:
    """Write who has read what, so that its agency can be told."""
    AuditEntry.view(*(each for each in contributions if each.may_read), by=user, what="cases.read_contribution")


def disputed(reader: User | None = None) -> QuerySet[Dispute]:
    """What is disputed; on the page of a ``reader`` each says whether they may answer it."""
    said = Dispute.objects.order_by("pk")
    return said.annotate(may_answer=rules["cases.answer_dispute"].held_by(reader)) if reader else said


def lay_beside(column: str, records: Iterable[Record], said: Iterable[Dispute]) -> None:
    """Let each record say what is disputed of it (``said_against``). ``column`` is that of a dispute which names it."""
    against = defaultdict(list)
    for each in said:
        against[getattr(each, f"{column}_id")].append(each)
    for each in records:
        each.said_against = against[each.pk]


def asked_with_disputes(column: str, found: QuerySet, reader: User | None = None) -> AskedRecords:
    """Records that somebody may read, each with what is disputed of it, which they may read too (``lay_beside``)."""
    return AskedRecords(found, said_against=disputed(reader).filter(**{column: OuterRef("pk")}))


def with_disputes(column: str, found: Iterable[Record], reader: User | None = None) -> list[Record]:
    """The same at once: of a query of records disputes are read with these, otherwise by themselves."""
    if isinstance(found, QuerySet):
        return asked_with_disputes(column, found, reader).fetch()
    records = list(found)
    lay_beside(column, records, disputed(reader).filter(**{f"{column}__in": [each.pk for each in records]}))
    return records


def with_awaited(lines: QuerySet[Consent], until: datetime | None = None) -> QuerySet[Consent]:
    """Lines of the consent ledger, each with whether it says that support was asked about and the answer to that is
    still awaited (``is_awaited``): only then is it to be asked again. ``until`` is when a case was taken on
    elsewhere: nothing that came later counts.
    """
    asked = Consent.objects.unanswered_by(clock.day_of(until)) if until else Consent.objects.awaited()
    return lines.annotate(is_awaited=Q(pk=Subquery(asked.filter(case=OuterRef("case")).values("pk")[:1])))


def last_plan(case: Case) -> SupportPlan | None:
    """The plan that counts, from which another one begins, with what is disputed of it."""
    return next(iter(with_disputes("support_plan", case.support_plans.that_counts())), None)


def decided_singly(case: Case, reader: User) -> QuerySet[Section36Decision]:
    """What the police have decided about a case under section 36, as far as somebody may see it: the same of each."""
    seen = Section36Decision.objects.permitted(reader, "cases.view_section36decision").filter(case=case)
    decided = seen.standing().on_carried().filter(decided_as=DecidedAs.POLICE)
    return decided.select_related("referral", "decided_by").order_by("pk")


def referred_singly(case: Case, reader: User) -> QuerySet[Referral]:
    """What health and the police have referred of a case, as far as somebody may see it, and whether they may know who
    did: before it goes to others, each is confirmed.
    """
    seen = Referral.objects.permitted(reader, "referrals.view_referral")
    singly = seen.filter(carried_by__case=case, for_agency__type__in=CONFIRMED_SINGLY)
    named = singly.annotate(knows_referrer=know_referrer.held_by(reader))
    return named.select_related("for_agency", "referred_by").order_by("pk")
