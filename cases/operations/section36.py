"""The section 36 decision, and the second signature where a case ends with it."""

import referrals.operations
from cases.models import Case, DecidedAs, Section36Decision, Stage
from cases.operations.moving import go_to
from cases.operations.signing import as_seen, sign
from cases.permissions.case import shared_with_police
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import after_which_nothing_follows, end_reasons
from referrals.models import Referral


@operation("cases.decide_section36", unless=Case.obstacle_to_section36)
def decide_section36(
    case: Case,
    *,
    by: User,
    referral: Referral,
    reasonable_grounds: bool,
    grounds: str,
    end_stage: str = "",
    end_reason: str = "",
    health_or_care_considered: bool | None = None,
    health_or_care: str = "",
) -> Section36Decision:
    """Section 36 decision made.

    With reasonable grounds the case goes to its panel, unless an earlier referral has brought it there. When no
    referral of it has any, it is to end at ``end_stage`` as by a panel, and it is said why and whether health or social
    care was considered, and what was arranged or why not: it ends once a second person has signed that. Not where it is
    only offered to a panel acting as Channel, and stays with the one it is with.
    """
    referrals.operations.refuse_if_held(case.individual, by=by)
    if not case.carried_referrals.to_decide().filter(referral=referral).exists():
        raise Refused("Choose a referral of this case on which there is no decision yet.", field="referral")
    ends = not reasonable_grounds and case.ends_without(referral)
    if ends:
        _refuse_incomplete_end(case, end_stage, end_reason, health_or_care_considered, health_or_care)
    police = shared_with_police(by).filter(content_object=case).exists()
    decision = Section36Decision.objects.create(
        case=case,
        referral=referral,
        reasonable_grounds=reasonable_grounds,
        grounds=grounds,
        health_or_care_considered=health_or_care_considered if ends else None,
        health_or_care=health_or_care if ends else "",
        end_reason=end_reason if ends else "",
        end_stage=end_stage if ends else "",
        decided_as=DecidedAs.POLICE if police else DecidedAs.COUNCIL,
        decided_by=by,
        decided_at=clock.now(),
        stands=None if ends else True,
    )
    case.change(awaits_section36=case.is_due_section36)
    if reasonable_grounds and case.stage == Stage.INFORMATION_GATHERING:
        case.become(Stage.AWAITING_PANEL)
    return decision


@operation("cases.sign_section36", unless=Case.obstacle_to_signing_section36)
def sign_section36(case: Case, *, by: User, seen: int, agrees: bool, why_not: str = "") -> None:
    """Section 36 decision with which this case is to end checked by a second person.

    Signed, the case ends as it says; not signed, it is decided anew. It is nobody who made it (process, 2C).
    ``seen`` is the key of the decision that they have read.
    """
    referrals.operations.refuse_if_held(case.individual, by=by)
    decision = as_seen(case.section36_decisions.to_sign(), seen)
    if agrees and not decision.ends_its_case:
        raise Refused("The case has changed since, and does not end like this. Send the decision back.", field="agrees")
    sign(decision, by=by, agrees=agrees, why_not=why_not)
    if agrees:
        after = decision.end_reason not in after_which_nothing_follows(case.area_id)
        go_to(case, decision.end_stage, field="agrees", nothing_follows=not after)
    else:
        case.change(awaits_section36=case.is_due_section36)


def _refuse_incomplete_end(
    case: Case, end_stage: str, end_reason: str, considered: bool | None, health_or_care: str
) -> None:
    if end_stage not in (Stage.NO_FURTHER_ACTION, Stage.REFERRED_ELSEWHERE, Stage.POLICE_LED):
        raise Refused("No referral is left to carry this case. Choose what happens instead.", field="end_stage")
    if not case.may_become(end_stage):
        raise Refused(
            "Support has begun, so it ends by its panel's decision. Only the police can take the case over.",
            field="end_stage",
        )
    if obstacle := case.obstacle_to_ending():
        raise Refused(obstacle, field="end_stage")
    if end_reason not in dict(end_reasons(case.area_id, end_stage)):
        raise Refused("Choose why the case ends: a reason that goes with what happens instead.", field="end_reason")
    if considered is None:
        raise Refused("Say whether health or social care was considered.", field="health_or_care_considered")
    if not health_or_care:
        raise Refused("Say what was considered and arranged, or why it was not.", field="health_or_care")
