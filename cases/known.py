"""What one reader may know of what agencies were asked and have shared, for every page on which it stands."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Concat

from cases import permissions  # noqa: F401
from cases.models import (
    CONFIRMED_SINGLY,
    Case,
    CaseTransfer,
    Contribution,
    Dispute,
    InformationAnswer,
    InformationRequest,
)
from prevent_cases.access import rules, view_rule
from prevent_cases.accounts.models import User
from prevent_cases.audit.models import AuditEntry, EntryQuerySet
from prevent_cases.audit.records import Record
from prevent_cases.pages.together import fetched_with
from referrals.candidates import entries_about
from referrals.models import Referral
from referrals.operations.additions import bring_along
from referrals.permissions.triage import know_referrer


def read_requests(user: User, **which) -> QuerySet[InformationRequest]:
    """The requests that somebody may see, each with the key of the answer that counts, which they may not see."""
    last = InformationAnswer.objects.filter(request=OuterRef("pk")).order_by("-pk").values("pk")[:1]
    seen = InformationRequest.objects.permitted(user, "cases.view_informationrequest").filter(**which)
    return seen.select_related("agency", "asked_by").annotate(last_answer=Subquery(last))


def entries_known(user: User, case: Case) -> EntryQuerySet:
    """What was done about a case, without what was asked of agencies, and to which area the case was offered, where
    that is no matter of its reader's.
    """
    carried = Referral.objects.filter(carried_by__case=case).annotate(key=key_in_trail(Referral))
    # What came to its referrals in the area that it came from is news of the case here.
    brought = AuditEntry.objects.filter(what=bring_along.name, about__overlap=ArraySubquery(carried.values("key")))
    entries = (entries_about(case, case.individual) | brought).newest_first()
    for model in (InformationRequest, CaseTransfer):
        seen = model.objects.permitted(user, view_rule(model).name).filter(case=case)
        unseen = model.objects.filter(case=case).exclude(pk__in=seen.values("pk"))
        keys = unseen.annotate(key=key_in_trail(model)).values("key")
        entries = entries.exclude(about__overlap=ArraySubquery(keys))
    return entries


def key_in_trail(model: type[Record]) -> Concat:
    return Concat(Value(f"{model._meta.label}:"), Cast("pk", TextField()), output_field=TextField())


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


def with_disputes(column: str, found: Iterable[Record], reader: User | None = None) -> list[Record]:
    """Records that somebody may read, each with what is disputed of it (``said_against``), which they may read too.

    ``column`` is that of a dispute which names them. On the page of a ``reader`` each says whether they may answer it.
    Of a query of records they are read with these, otherwise by themselves.
    """
    said = Dispute.objects.order_by("pk")
    if reader:
        said = said.annotate(may_answer=rules["cases.answer_dispute"].held_by(reader))
    if isinstance(found, QuerySet):
        return fetched_with(found, said_against=said.filter(**{column: OuterRef("pk")}))
    records, against = list(found), defaultdict(list)
    for each in said.filter(**{f"{column}__in": [each.pk for each in records]}):
        against[getattr(each, f"{column}_id")].append(each)
    for each in records:
        each.said_against = against[each.pk]
    return records


def referred_singly(case: Case, reader: User) -> QuerySet[Referral]:
    """What health and the police have referred of a case, as far as somebody may see it, and whether they may know who
    did: before it goes to others, each is confirmed.
    """
    seen = Referral.objects.permitted(reader, "referrals.view_referral")
    singly = seen.filter(carried_by__case=case, for_agency__type__in=CONFIRMED_SINGLY)
    named = singly.annotate(knows_referrer=know_referrer.held_by(reader))
    return named.select_related("for_agency", "referred_by").order_by("pk")
