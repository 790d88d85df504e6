"""What is asked about referrals of those who receive, triage, confirm, advise or help."""

from collections.abc import Callable

from django.db.models import Case, Exists, F, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Concat, TruncDate
from django.urls import reverse
from django.utils import timezone

from cases.models import Stage as CaseStage
from home.sections import SHOWN, Ask, FromRecords, Section, day, day_of_year, due, to_ask_for_conference
from panels.models import ConferenceRequest
from prevent_cases.accounts.models import User
from prevent_cases.accounts.posts import HANDLES_CASES
from referrals.models import LIVE as LIVE_REFERRAL
from referrals.models import (
    EndProposal,
    Enquiry,
    FoundUntrue,
    OwnWords,
    PublicConcern,
    Referral,
    ReferralTransfer,
    TransferOutcome,
    UrgencyJudgement,
    Withdrawal,
)
from referrals.models import Stage as ReferralStage

# What is asked of whom about a referral that stands here.
RECEIVE, ASSESS = "Receive referral", "Triage referral"
OFFERED = "Take on, or decline: referral"
RETURNED = "With the referrer, to answer: referral"
CONFIRM = "Confirm no further action, or send back: referral"
READ = "Read second: referral"
UNTRUE = "Found untrue? Answer as the second person: referral"
HELP = "Your agency was named to help now: referral"
TRIAGE = {
    ReferralStage.RETURNED: RETURNED,
    ReferralStage.AT_GATEWAY: "Waits for the police gateway: referral",
    ReferralStage.ENDING: CONFIRM,
}
# To the area that offers it, which answers for it until the other one does.
OFFERED_TO = Case(
    When(
        stage=ReferralStage.TRANSFERRING,
        then=Concat(
            Value("Offered to "),
            Subquery(
                ReferralTransfer.objects.filter(referral=OuterRef("pk"), outcome=TransferOutcome.WAITING).values(
                    "to_area__name"
                )
            ),
            Value(", not answered yet: referral"),
        ),
    ),
    default=Value(""),
)
# What is shown of a referral, whose table is wide.
COLUMNS = ("reference", "stage", "is_urgent", "due_on", "due_before", "due_moved_at")


def to_triage(user: User) -> tuple[QuerySet, ...]:
    """Those of one's own areas, wherever they wait, with the ends that somebody else proposed; those that other areas
    offer; those that one is asked to read second, which is asked first; and those that somebody else proposed to be
    untrue.
    """
    to_read = to_do(user, "referrals.read_second", *LIVE_REFERRAL)
    own = not_proposed_by(user, to_do(user, "referrals.triage_referral", *LIVE_REFERRAL)).exclude(
        pk__in=to_read.values("pk")
    )
    offered = to_do(user, "referrals.answer_transfer", ReferralStage.TRANSFERRING)
    return asked(own, OFFERED_TO), asked(offered, OFFERED), asked(to_read, READ), untrue_to_answer(user)


def to_receive(user: User) -> QuerySet:
    return asked(to_do(user, "referrals.receive_referral", ReferralStage.SUBMITTED), RECEIVE)


def to_confirm(user: User) -> tuple[QuerySet, ...]:
    """For those who do not triage: ends that somebody else proposed; what one is asked to read second; and what
    somebody else proposed to be untrue.
    """
    ending = not_proposed_by(user, to_do(user, "referrals.confirm_no_further_action", ReferralStage.ENDING))
    to_read = to_do(user, "referrals.read_second", *LIVE_REFERRAL)
    # Whoever was asked to read is asked that first.
    return asked(ending, CONFIRM), asked(to_read, READ), untrue_to_answer(user)


def not_proposed_by(user: User, referrals: QuerySet) -> QuerySet:
    return referrals.exclude(end_proposals__in=EndProposal.objects.filter(answered_at=None, proposed_by=user))


def untrue_to_answer(user: User) -> QuerySet:
    """What somebody else proposed to be untrue. It has been decided, so nothing is due: it presses from that day on."""
    proposed = FoundUntrue.objects.filter(agreed=None).exclude(proposed_by=user)
    on = proposed.filter(referral=OuterRef("pk")).values(day=TruncDate("proposed_at"))
    found = Referral.objects.permitted(user, "referrals.confirm_untrue").filter(pk__in=proposed.values("referral"))
    return as_listed(found.annotate(asked=Value(UNTRUE), presses_on=Subquery(on)))


def asked(referrals: QuerySet, words: str | Case) -> QuerySet:
    """Those that wait for a decision, asked in these words if not by where they stand."""
    words = Value(words) if isinstance(words, str) else words
    return as_listed(referrals.annotate(asked=words, presses_on=F("due_on")))


def as_listed(referrals: QuerySet) -> QuerySet:
    return referrals.select_related("for_agency").only(*COLUMNS).order_by("presses_on", "-is_urgent", "pk")


def conferences_to_call(user: User) -> QuerySet:
    """Urgent conferences that members asked for, the first to be held first."""
    waiting = (
        ConferenceRequest.objects.permitted(user, "panels.call_conference")
        .waiting()
        .exclude(referral__carried_by__case__ended_at__isnull=False)
        .filter(referral__stage__in=[*LIVE_REFERRAL, ReferralStage.ACCEPTED])
    )
    return waiting.select_related("referral", "agency", "asked_by").order_by("due_at", "pk")


def conferences(user: User, requests: list[ConferenceRequest]) -> Section:
    asks = [
        Ask(
            f"Call an urgent conference{', or say why not' if request.first_asked_at else ''}: "
            f"referral {request.referral.reference}",
            reverse("panels:call_conference", args=[request.reference]),
            f"{who_asks(request)}. To be held by {day(request.due_at)} at {timezone.localtime(request.due_at):%H:%M}",
            badge="Urgent",
        )
        for request in requests
    ]
    return Section("Urgent conferences to call", asks, "Nobody has asked for one.", reverse("panels:list_meetings"))


def who_asks(request: ConferenceRequest) -> str:
    if request.first_asked_at is None:
        return f"{request.asker} asks for it"
    return f"Asked for on {day(request.first_asked_at)} where its case came from, and not held"


def to_help_now(user: User) -> QuerySet:
    """Referrals for which their agency was named as best placed."""
    judgements = UrgencyJudgement.objects.filter(
        superseded_at=None, best_placed__in=user.posts.agencies(*HANDLES_CASES)
    )
    at = (ReferralStage.IN_TRIAGE, ReferralStage.AT_GATEWAY, ReferralStage.TRANSFERRING)
    return asked(to_do(user, "referrals.view_referral", *at).filter(urgency_judgements__in=judgements), HELP)


def to_do(user: User, permission: str, *stages: str) -> QuerySet:
    # A day is set until it is decided: that, and not the stage, is what the index of the worklist has.
    return Referral.objects.permitted(user, permission).filter(stage__in=stages, due_on__isnull=False)


def referrals(title: str, further: Callable[[], list] = list) -> Callable[[User, list[Referral]], Section]:
    """What is said of referrals found, what presses longest first."""

    def shown(user: User, found: list[Referral]) -> Section:
        found = sorted(found, key=lambda referral: (referral.presses_on, not referral.is_urgent, referral.pk))
        asks = [
            Ask(
                f"{referral.asked or TRIAGE.get(referral.stage, ASSESS)} {referral.reference}",
                referral.get_absolute_url(),
                f"From {referral.for_agency}, {when(referral)}",
                badge="Urgent" if referral.is_urgent else "Overdue" if referral.is_overdue else "",
            )
            for referral in found[: SHOWN + 1]
        ]
        more = reverse("referrals:list_referrals")
        return Section(title, asks, "No referral waits for you.", more, further_links=further())

    return shown


def when(referral: Referral) -> str:
    if referral.due_on:
        return f"to be decided by {due(referral)}"
    return f"proposed on {day_of_year(referral.presses_on)}"


def from_referrers(user: User) -> tuple[QuerySet, ...]:
    """What came from referrers since: withdrawals first, which wait for an answer; then what nobody has read yet of
    what was added or answered, also after the decision.
    """
    open_ones = Withdrawal.objects.filter(referral=OuterRef("pk"), answered_at=None)
    withdrawn = to_do(user, "referrals.receive_referral", *LIVE_REFERRAL).filter(Exists(open_ones))
    unread = Referral.objects.permitted(user, "referrals.receive_referral").filter(unread_at__isnull=False)
    triaged = Referral.objects.permitted(user, "referrals.triage_referral").filter(pk=OuterRef("pk"))
    return tuple(
        part.annotate(may_answer=Exists(triaged)).only("reference", "stage").order_by("-came_at", "-pk")
        for part in (
            withdrawn.annotate(withdrawn=Value(True), came_at=Subquery(open_ones.values("withdrawn_at"))),
            unread.exclude(Exists(open_ones)).annotate(withdrawn=Value(False), came_at=F("unread_at")),
        )
    )


def what_came(user: User, referrals: list[Referral]) -> Section:
    asks = [
        Ask(
            f"{'Withdrawn by its referrer' if referral.withdrawn else 'Read what was added or answered'}: "
            f"referral {referral.reference}",
            referral.get_absolute_url(),
            words_of_withdrawal(referral) if referral.withdrawn else words_of_addition(referral),
        )
        for referral in referrals[: SHOWN + 1]
    ]
    return Section("From referrers", asks, "Nothing new.", reverse("referrals:list_referrals"))


def words_of_addition(referral: Referral) -> str:
    came = f"{referral.get_stage_display()}. The last of it came on {day(referral.came_at)}"
    return came if referral.may_answer else f"{came}. The coordinator says when it has been read"


def words_of_withdrawal(referral: Referral) -> str:
    return "Confirm it, or go on" if referral.may_answer else "The coordinator confirms it, or goes on"


def to_answer(user: User) -> QuerySet:
    """What the person or a parent disputes, the first to be answered first."""
    disputed = OwnWords.objects.permitted(user, "referrals.answer_dispute").to_answer()
    # What went to another area with its case is answered there.
    disputed = disputed.exclude(referral__carried_by__case__stage=CaseStage.TRANSFERRED)
    return disputed.select_related("referral").order_by("due_on", "pk")


def disputes(user: User, disputed: list[OwnWords]) -> Section | None:
    asks = [
        Ask(
            f"Answer what is disputed: referral {each.referral.reference} ({each.reference})",
            reverse("referrals:answer_dispute", args=[each.reference]),
            f"To be answered by {day_of_year(each.due_on)}",
            badge="Overdue" if each.is_overdue else "",
        )
        for each in disputed
    ]
    return Section("What is disputed", asks, "") if asks else None


def from_outside(user: User) -> tuple[QuerySet, ...]:
    """What waits for an answer that is no referral: questions about nobody, and what the public sent."""
    questions = Enquiry.objects.permitted(user, "referrals.answer_enquiry").filter(answered_at=None, forgotten_at=None)
    concerns = PublicConcern.objects.permitted(user, "referrals.answer_public_concern").filter(outcome="")
    return (
        questions.annotate(came_at=F("asked_at")).only("reference", "sector").order_by("came_at"),
        concerns.annotate(came_at=F("sent_at")).only("reference").order_by("came_at"),
    )


def advice_to_give(user: User, found: list[Enquiry | PublicConcern]) -> Section:
    asks = [
        Ask(
            f"Answer {'question' if isinstance(each, Enquiry) else 'concern'} {each.reference}",
            each.get_absolute_url(),
            f"Asked on {day(each.came_at)}, from this sector: {each.get_sector_display()}"
            if isinstance(each, Enquiry)
            else f"Sent on {day(each.came_at)}",
        )
        for each in sorted(found, key=lambda each: each.came_at)[: SHOWN + 1]
    ]
    return Section("Advice to give, and from the public", asks, "Nothing waits.", reverse("referrals:list_enquiries"))


CONFERENCES_TO_CALL = FromRecords(conferences_to_call, conferences)
TO_RECEIVE = FromRecords(to_receive, referrals("Referrals to receive", lambda: [to_ask_for_conference()]))
TO_TRIAGE = FromRecords(to_triage, referrals("Referrals to triage"))
TO_CONFIRM = FromRecords(to_confirm, referrals("For a second person"))
TO_HELP_NOW = FromRecords(to_help_now, referrals("Referrals where you could help now"))
FROM_REFERRERS = FromRecords(from_referrers, what_came)
FROM_OUTSIDE = FromRecords(from_outside, advice_to_give)
DISPUTES = FromRecords(to_answer, disputes)
