"""Deciding about a referral at the front door; accepting one opens a case and is an operation of panels."""

from prevent_cases import clock
from prevent_cases.accounts.models import Panel, PanelKind, User
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import ConcernType, onward_services
from referrals import permissions  # noqa: F401
from referrals.models import (
    NO_FURTHER_ACTION,
    WITH_HELP,
    EndProposal,
    Referral,
    Stage,
    TriageAssessment,
    TriageDecision,
    causes_for_a_reason,
    social_care_comes_first,
    suggested_row,
)
from referrals.models.second_reading import obstacle_to_going_further
from referrals.operations.gateway import refuse_before_answer
from referrals.operations.hold import refuse_if_held
from referrals.operations.news import give_news
from referrals.thinking_again import reasons_to_think_again


@operation("referrals.triage_referral")
def record_concern_type(referral: Referral, *, by: User, concern_type: ConcernType) -> None:
    """Type of concern recorded, for the returns."""
    referral.change(concern_type=concern_type)


@operation("referrals.triage_referral", unless=Referral.obstacle_to_assessment)
def assess_referral(
    referral: Referral,
    *,
    by: User,
    what_worries: str,
    what_speaks_against: str,
    what_protects: str,
    what_would_change_your_mind: str,
    kind_of_need: str,
    complex_needs: str,
) -> TriageAssessment:
    """Short assessment kept.

    No referral ends or reaches a panel without one. It is in words, on both sides; nothing is counted or added up.
    """
    referral.change(handled_by=by)
    return TriageAssessment.objects.create(
        referral=referral,
        what_worries=what_worries,
        what_speaks_against=what_speaks_against,
        what_protects=what_protects,
        what_would_change_your_mind=what_would_change_your_mind,
        kind_of_need=kind_of_need,
        complex_needs=complex_needs,
        assessed_by=by,
        assessed_at=clock.now(),
    )


@operation("referrals.triage_referral", unless=obstacle_to_going_further)
def end_referral(
    referral: Referral,
    *,
    by: User,
    end_reason: str,
    onward_service: str,
    arranged: str,
    rationale: str,
    words_for_referrer: str,
) -> None:
    """Referral ended, with help from another service.

    Which service, what was arranged and the reason are kept; the referrer is told in the words the coordinator
    released.
    """
    refuse_if_held(referral.individual, by=by)
    if end_reason not in WITH_HELP:
        raise Refused("Without help from a service this takes a second person.", field="end_reason")
    if onward_service not in dict(onward_services(referral.area_id)):
        raise Refused("Choose who helps instead.", field="onward_service")
    _decide(
        referral,
        Stage.ENDED,
        decided_by=by,
        end_reason=end_reason,
        onward_service=onward_service,
        arranged=arranged,
        rationale=rationale,
        words_for_referrer=words_for_referrer,
    )


@operation("referrals.triage_referral", unless=Referral.obstacle_to_decision)
def propose_no_further_action(
    referral: Referral, *, by: User, end_reason: str, rationale: str, words_for_referrer: str
) -> None:
    """No further action proposed. A second person confirms it or sends it back."""
    refuse_if_held(referral.individual, by=by)
    if end_reason not in NO_FURTHER_ACTION:
        raise Refused("That is an end with help: say which service helps.", field="end_reason")
    EndProposal.objects.create(
        referral=referral,
        end_reason=end_reason,
        rationale=rationale,
        words_for_referrer=words_for_referrer,
        proposed_by=by,
        proposed_at=clock.now(),
    )
    referral.become(Stage.ENDING)


@operation("referrals.confirm_no_further_action", unless=Referral.obstacle_to_confirmation)
def confirm_no_further_action(referral: Referral, *, by: User, why_still: str = "") -> None:
    """No further action confirmed. The referral has ended.

    Where there is cause to think again, the second person says why it is right all the same.
    """
    refuse_if_held(referral.individual, by=by)
    proposal = _answer(referral, by=by, confirmed=True, answer=why_still)
    if reasons_to_think_again(referral) and not why_still:
        raise Refused("Say why nothing more is right all the same.", field="why_still")
    _decide(
        referral,
        Stage.ENDED,
        decided_by=proposal.proposed_by,
        confirmed_by=by,
        end_reason=proposal.end_reason,
        rationale=proposal.rationale,
        words_for_referrer=proposal.words_for_referrer,
    )


@operation("referrals.confirm_no_further_action", unless=Referral.obstacle_to_confirmation)
def send_back_to_triage(referral: Referral, *, by: User, answer: str) -> None:
    """Sent back to triage, with your reason."""
    _answer(referral, by=by, confirmed=False, answer=answer)
    referral.become(Stage.IN_TRIAGE)


def _answer(referral: Referral, *, by: User, confirmed: bool, answer: str) -> EndProposal:
    """The proposal that waits, answered by somebody who did not make it."""
    proposal = referral.end_proposals.get(answered_at=None)
    if proposal.proposed_by == by:
        raise Refused("You proposed this yourself. A second person answers it.")
    proposal.change(answered_by=by, answered_at=clock.now(), confirmed=confirmed, answer=answer)
    return proposal


@operation("referrals.triage_referral", unless=obstacle_to_going_further)
def record_acceptance(
    referral: Referral, *, by: User, panel: Panel, rationale: str, words_for_referrer: str, panel_reason: str = ""
) -> None:
    """Referral accepted.

    It goes to ``panel``; the case is opened by the operation of panels that calls this one. Another panel than the
    area's table suggests, a panel for a young child, for somebody under supervision or against the answer of the police
    gateway needs a reason.
    """
    refuse_if_held(referral.individual, by=by)
    if panel.area_id != referral.area_id:
        raise Refused("That panel is in another area.", field="panel")
    if panel.kind == PanelKind.BOARD:
        raise Refused("A board takes no cases.", field="panel")
    told = referral.parallel_referral
    if social_care_comes_first(referral) and not (told and told.is_made_to_children):
        raise Refused(
            "So young a child goes to children's social care first. Refer there, record that, and come back.",
            field="panel",
        )
    suggested = suggested_row(referral)
    causes = causes_for_a_reason(referral, panel, suggested)
    if causes and not panel_reason:
        raise Refused(f"{' '.join(causes)} Say why this panel all the same.", field="panel_reason")
    refuse_before_answer(referral, panel)
    _decide(
        referral,
        Stage.ACCEPTED,
        decided_by=by,
        panel=panel,
        suggested_panel=suggested.panel if suggested else None,
        panel_reason=panel_reason,
        rationale=rationale,
        words_for_referrer=words_for_referrer,
    )


def _decide(referral: Referral, stage: Stage, **decision) -> None:
    TriageDecision.objects.create(referral=referral, decided_at=clock.now(), **decision)
    referral.become(stage)
    give_news(referral)
