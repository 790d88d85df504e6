"""Counting referrals by where they stood at a moment: one query, whatever the number of rows."""

from collections import Counter
from datetime import datetime
from typing import NamedTuple

from django.db.models import Case, CharField, Count, Exists, F, Func, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Concat, TruncDate

from cases.models import Consent, ConsentAnswer, Section36Decision
from cases.models import Stage as CaseStage
from panels.judgements import Judgement
from panels.models import Decision
from prevent_cases.accounts.models import Area
from referrals.models import FoundUntrue, Referral, ReferralTransfer, TransferOutcome, Withdrawal

# Ages on the day of referral, as in the returns since 2023/24: the oldest of each band.
BANDS = {
    "10 and under": 10,
    "11 to 15": 15,
    "16 and 17": 17,
    "18 to 20": 20,
    "21 to 25": 25,
    "26 to 30": 30,
    "31 to 40": 40,
    "41 to 50": 50,
    "Over 50": 150,
}
UNKNOWN_AGE = ""
NOT_ENDED = ""
# Before the reason for which a referral ended, which is another than that for which a case ends, whatever it is called.
BEFORE_ANY_CASE = "referral:"

# Where a referral can stand; each stands at one of these.
OUTCOMES = (
    "ended", "passed_on", "waiting", "elsewhere", "police_led", "nothing_more", "undecided", "unanswered", "refused",
    "withdrawn", "supported", "exited", "taken_over", "transferred",
)  # fmt: skip

# What two people found untrue stands at none of them: it is counted apart, and said to be left out.
UNTRUE = "untrue"

# Which of them add up to what, from the top.
SPLITS = {
    "referrals": ("before_panel", "discussed"),
    "before_panel": ("ended", "passed_on", "waiting"),
    "discussed": ("not_offered", "adopted"),
    "adopted": ("unanswered", "refused", "withdrawn", "given"),
    "given": ("supported", "exited", "taken_over", "transferred"),
    "not_offered": ("elsewhere", "police_led", "nothing_more", "undecided"),
}


class Group(NamedTuple):
    """Referrals that are alike in everything a report asks."""

    sector: str
    band: str
    concern_type: int
    end_reason: str
    outcome: str


class Counted(NamedTuple):
    """The referrals that count, and how many do not, because two people found them untrue."""

    groups: Counter[Group]
    untrue: int


def count(area: Area, since: datetime, before: datetime, *, untrue_by: datetime) -> Counted:
    """The referrals that an area received from one moment to another, by where they stood at the second.

    One that another area passed on, by itself or with its case, is received when it is taken on, and has left that one
    then: no period that is over changes, and nobody waits or is supported in two areas. What two people had found
    untrue by ``untrue_by`` is left out.
    """
    untrue = FoundUntrue.objects.filter(referral=OuterRef("pk"), agreed=True, answered_at__lt=untrue_by)
    decisions = Decision.objects.filter(item__case=OuterRef("carried_by__case"), decided_at__lt=before).exclude(
        in_error_at__lt=before
    )
    answers = (
        Consent.objects.filter(case=OuterRef("carried_by__case"), recorded_at__lt=before)
        .exclude(in_error_at__lt=before)
        .exclude(answer=ConsentAnswer.ASKED)
        .order_by("-answered_on", "-pk")
    )
    grounds = Section36Decision.objects.filter(case=OuterRef("carried_by__case")).counted_before(before)
    reason = Concat(Value(BEFORE_ANY_CASE), "decision__end_reason", output_field=CharField())
    at_front_door = When(decision__decided_at__lt=before, decision__panel=None, then=reason)
    passed_on = ReferralTransfer.objects.filter(referral=OuterRef("pk"), outcome=TransferOutcome.ACCEPTED)
    groups = (
        Referral.objects.alias(received_at=Coalesce("came_with_case_at", "transferred_by__answered_at", "submitted_at"))
        .filter(area=area, received_at__gte=since, received_at__lt=before)
        .alias(
            age=age_at_referral(),
            untrue=Exists(untrue),
            discussed=Exists(decisions),
            adopted=Exists(decisions.filter(judgement=Judgement.ENTER)),
            answer=Subquery(answers.values("answer")[:1]),
            taken_back=Exists(
                Withdrawal.objects.filter(referral=OuterRef("pk"), goes_on=False, answered_at__lt=before)
            ),
            passed_on=Exists(passed_on.filter(answered_at__lt=before)),
        )
        .annotate(
            band=Case(
                *(When(age__lte=oldest, then=Value(band)) for band, oldest in BANDS.items()),
                default=Value(UNKNOWN_AGE),
                output_field=CharField(),
            ),
            end_reason=Coalesce(
                Case(at_front_door),
                *(Subquery(each.exclude(end_reason="").values("end_reason")[:1]) for each in (decisions, grounds)),
                Value(NOT_ENDED),
            ),
            outcome=Case(
                *(When(condition, then=Value(outcome)) for outcome, condition in conditions(before).items()),
                default=Value("waiting"),
                output_field=CharField(),
            ),
        )
        .values_list("for_agency__sector", "band", "concern_type", "end_reason", "outcome")
        .annotate(Count("pk"))
        .order_by()
    )
    numbers = Counter({Group(*group): number for *group, number in groups})
    counts = Counter({group: number for group, number in numbers.items() if group.outcome != UNTRUE})
    return Counted(counts, numbers.total() - counts.total())


def age_at_referral() -> Case:
    """In SQL what ``Referral.age_at_referral`` says of one."""
    years = Func(
        TruncDate("submitted_at"),
        F("born_on"),
        template="extract(year from age(%(expressions)s))::integer",
        output_field=IntegerField(),
    )
    return Case(When(born_on__isnull=False, then=years), default=F("age_given"), output_field=IntegerField())


def conditions(moment: datetime) -> dict[str, Q]:
    """Where a referral stood at a moment, the first that holds."""
    adopted = Q(adopted=True)
    given = adopted & Q(answer=ConsentAnswer.GIVEN)
    case_ended = Q(carried_by__case__ended_at__lt=moment)

    def ended_as(stage: CaseStage) -> Q:
        return case_ended & Q(carried_by__case__stage=stage)

    discussed, transferred = Q(discussed=True), ended_as(CaseStage.TRANSFERRED)
    return {
        UNTRUE: Q(untrue=True),
        # Also where its panel withdrew it, and others help instead.
        "exited": given & (ended_as(CaseStage.EXITED) | ended_as(CaseStage.REFERRED_ELSEWHERE)),
        "taken_over": given & ended_as(CaseStage.POLICE_LED),
        "transferred": given & transferred,
        "supported": given,
        "refused": adopted & Q(answer=ConsentAnswer.REFUSED),
        "withdrawn": adopted & Q(answer=ConsentAnswer.WITHDRAWN),
        "unanswered": adopted,
        "elsewhere": discussed & ended_as(CaseStage.REFERRED_ELSEWHERE),
        "police_led": discussed & ended_as(CaseStage.POLICE_LED),
        "nothing_more": discussed & ended_as(CaseStage.NO_FURTHER_ACTION),
        "undecided": discussed,
        "passed_on": Q(passed_on=True) | transferred,
        "ended": Q(decision__decided_at__lt=moment, decision__panel=None) | case_ended | Q(taken_back=True),
    }


def along_splits(outcomes: Counter[str]) -> dict[str, int]:
    """Every count of the journey, from where each referral stands."""
    counts = {outcome: outcomes[outcome] for outcome in OUTCOMES}
    for whole, parts in reversed(SPLITS.items()):
        counts[whole] = sum(counts[part] for part in parts)
    return counts
