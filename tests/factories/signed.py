"""The section 36 decision, and what keeps a case that has ended: signed by a second person, where it takes two; and
what is acknowledged.
"""

from datetime import timedelta

import reports.operations
from cases import operations as cases
from cases.models import Case, LegalHold, Section36Decision
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, User
from prevent_cases.accounts.posts import PostKind
from reports.forms import terms_to_acknowledge
from tests.factories.people import person

NO_GROUNDS = {
    "reasonable_grounds": False,
    "grounds": "What he wrote.",
    "end_reason": "managed_elsewhere",
    "health_or_care_considered": True,
    "health_or_care": "The clinic was asked; it is not needed.",
}


def section36(case: Case, by: User, **said) -> Section36Decision:
    """The decision on the first referral of a case that has none: reasonable grounds, unless said otherwise.

    One with which the case ends is signed by the supervisor of the same police.
    """
    referral = case.carried_referrals.to_decide().order_by("pk").first().referral
    grounds = {"reasonable_grounds": True, "grounds": "What he wrote."}
    if said.get("end_stage"):
        grounds |= NO_GROUNDS
    decision = cases.decide_section36(case, by=by, referral=referral, **grounds | said)
    if decision.is_to_sign:
        police = Agency.objects.distinct().get(posts__user=by, type=AgencyType.POLICE)
        supervisor = User.objects.filter(
            held_posts__agency=police, held_posts__kind=PostKind.GATEWAY_SUPERVISOR
        ).first()
        supervisor = supervisor or person(police, PostKind.GATEWAY_SUPERVISOR, "Signing Supervisor")
        cases.sign_section36(case, by=supervisor, seen=decision.pk, agrees=True)
    return decision


def legal_hold(case: Case, by: User, **said) -> LegalHold:
    """Nothing of a case is let go of; looked at again in a quarter of a year, unless said otherwise."""
    until = clock.today() + timedelta(days=90)
    words = {"matter": "Larkfield Inquiry LI/27", "reason": "It asks for what agencies knew.", "review_on": until}
    return cases.place_legal_hold(case, by=by, **words | said)


# What is said of a case that is kept, beside why and until when.
KEPT_FOR = {"because": "linked", "child_weighed": "He was asked, and it is read by nobody meanwhile."}


def kept(case: Case, by: User, **said) -> Case:
    """A case that has ended, and is needed for another year, as two people say on the day of its review."""
    words = KEPT_FOR | {"reason": "His brother's case draws on it.", "review_on": clock.today() + timedelta(days=365)}
    cases.keep_case(case, by=by, **words | said)
    second = person(case.area, PostKind.GOVERNANCE_LEAD, "Second Lead")
    cases.sign_keeping(case, by=second, seen=to_sign(case), agrees=True)
    return case


def to_sign(case: Case) -> int:
    """The key of what waits of a case to be signed, as it stands on the page of whoever signs."""
    waits = case.retention_reviews if case.ended_at else case.section36_decisions
    return waits.to_sign().get().pk


def acknowledged(case: Case, by: User) -> None:
    """All that somebody has of a case and has not acknowledged."""
    seen = [each.reference for each in terms_to_acknowledge(case, by)]
    reports.operations.acknowledge_case(case, by=by, seen=seen)
