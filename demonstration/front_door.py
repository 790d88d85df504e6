"""What happens to a referral at the front door: it is received, shortly assessed, and ends or goes on."""

from random import Random

from demonstration import words
from demonstration.places import Place
from demonstration.planned import Planned
from prevent_cases.accounts.models import AgencyType, User
from referrals import operations
from referrals.models import (
    Deconfliction,
    GatewayRequest,
    JudgedUrgency,
    KindOfNeed,
    Referral,
    SocialCare,
    YesNo,
)
from referrals.thinking_again import reasons_to_think_again


def receive(referral: Referral, by: User, planned: Planned, place: Place, dice: Random) -> None:
    kind = JudgedUrgency.URGENT if planned.urgent else JudgedUrgency.USUAL
    social_care = SocialCare.CHILDREN if planned.is_child else SocialCare.NOT_NEEDED
    if planned.is_child and planned.age >= 10 and dice.random() < 0.3:
        social_care = SocialCare.NOT_NEEDED
    best_placed = referral.for_agency
    if planned.is_child and dice.random() < 0.2:
        best_placed = place.first_agency(AgencyType.CHILDREN)
    operations.judge_urgency(
        referral,
        by=by,
        urgency=kind,
        reason=dice.choice(words.URGENCY[kind]),
        best_placed=best_placed,
        social_care=social_care,
        social_care_reason=words.SOCIAL_CARE_NOT_NEEDED[planned.is_child] if social_care == "not_needed" else "",
    )


def assess(referral: Referral, by: User, planned: Planned, dice: Random) -> None:
    said = {name: dice.choice(texts) for name, texts in words.ASSESSED.items()}
    help_needed = words.NEEDS.get(planned.course.ends, KindOfNeed.PREVENT)
    operations.assess_referral(
        referral,
        by=by,
        kind_of_need=help_needed,
        complex_needs=dice.choice([YesNo.YES, YesNo.NO, YesNo.NO, YesNo.UNKNOWN]),
        **said,
    )


def end_with_help(referral: Referral, by: User, reason: str, dice: Random) -> None:
    rationale, released, service, arranged = dice.choice(words.ENDED_WITH_HELP[reason])
    operations.end_referral(
        referral,
        by=by,
        end_reason=reason,
        onward_service=service,
        arranged=arranged,
        rationale=rationale,
        words_for_referrer=released,
    )


def propose_no_further_action(referral: Referral, by: User, planned: Planned, dice: Random) -> None:
    rationale, released = dice.choice(words.ENDED[planned.course.ends])
    operations.propose_no_further_action(
        referral,
        by=by,
        end_reason=planned.course.ends,
        rationale=planned.explanation or rationale,
        words_for_referrer=released,
    )


def confirm(referral: Referral, by: User) -> None:
    """By the chair, who says why it is right all the same where there was cause to think again."""
    why = words.RIGHT_ALL_THE_SAME if reasons_to_think_again(referral) else ""
    operations.confirm_no_further_action(referral, by=by, why_still=why)


def ask_gateway(referral: Referral, by: User, place: Place) -> GatewayRequest:
    police = place.first_agency(AgencyType.POLICE)
    return operations.ask_gateway(referral, by=by, agency=police, asked=words.ASKED_OF_GATEWAY)


def answer_for_gateway(request: GatewayRequest, place: Place, category: str, dice: Random) -> None:
    operations.answer_for_gateway(
        request,
        by=place.gateway,
        deconfliction=Deconfliction.CLEAR,
        category=category,
        reasons=dice.choice(words.GATEWAY[category]),
        earlier_checked=True,
        no_intelligence=True,
    )
