"""Of each record of a case it is said how it is put right where it is wrong: none is edited, and none is stuck with."""

from collections.abc import Iterator

from django.apps import apps

from cases.models.in_error import MayBeInError
from prevent_cases.audit.records import Record
from tests.architecture import product
from tests.architecture.product import assert_none
from tests.cases.test_ended_cases import is_of_a_case

# By which operation it is said that one was recorded in error: it stays, says so, and counts no more.
IN_ERROR = {
    "actions.Action": "actions.record_action_in_error",
    "cases.Assessment": "cases.record_assessment_in_error",
    "cases.BeingTold": "cases.record_being_told_in_error",
    "cases.CaseFile": "cases.record_file_in_error",
    "cases.Consent": "cases.record_consent_in_error",
    "cases.ExitPlan": "cases.record_exit_plan_in_error",
    "cases.InformationAnswer": "cases.record_answer_in_error",
    "cases.InterventionSession": "cases.record_session_in_error",
    "cases.Letter": "cases.record_letter_in_error",
    "cases.LoggedContact": "cases.record_contact_in_error",
    "cases.OutsideDisclosure": "cases.record_disclosure_in_error",
    "cases.OwnAccount": "cases.record_own_account_in_error",
    "cases.Section36Decision": "panels.record_section36_in_error",
    "cases.SupportPlan": "cases.record_plan_in_error",
    "cases.UrgentConcern": "cases.record_urgent_concern_in_error",
    "panels.Attendance": "panels.record_attendance_in_error",
    "panels.Decision": "panels.record_decision_in_error",
    "panels.Review": "panels.record_review_in_error",
}
# By which operation it is taken back, ended, answered or done anew, which leaves what was there.
OTHERWISE = {
    "actions.ActionDispute": "actions.answer_action_dispute",
    "cases.AgreedSession": "cases.take_back_session",
    "cases.Allocation": "cases.allocate_case",
    "cases.BrokenGlass": "cases.judge_broken_glass",
    "cases.CaseReferral": "cases.undo_same_person",
    "cases.CaseTransfer": "cases.take_back_transfer",
    "cases.Contribution": "cases.withdraw_contribution",
    "cases.Dispute": "cases.answer_dispute",
    "cases.Exclusion": "cases.end_exclusion",
    "cases.InformationRequest": "cases.recall_information_request",
    "cases.Intervention": "cases.end_intervention",
    "cases.LegalHold": "cases.end_legal_hold",
    "cases.NamedReader": "cases.remove_reader",
    "cases.PanelOffer": "cases.take_back_panel_offer",
    "cases.RequestToSee": "cases.answer_request_to_see",
    "cases.Restriction": "cases.lift_restriction",
    "cases.RetentionReview": "cases.sign_keeping",
    "cases.Share": "cases.stop_sharing_case",
    "panels.DecisionDispute": "panels.answer_decision_dispute",
    "reports.CaseSummary": "reports.remove_case_summary",
}
# Neither: why there is nothing to put right in one by itself.
NOT_BY_ITSELF = {
    "cases.FactorEntry": "of an assessment, with which it is in error",
    "cases.LegalHoldReview": "that somebody looked at a hold, which is looked at again and ended by itself",
    "cases.Purpose": "what somebody said they opened a case for, on which they are held to it",
    "cases.TransferredContribution": "of an offer to another area, which is taken back whole",
    "cases.TransferredDecision": "of an offer to another area, which is taken back whole",
    "cases.TransferredReferral": "of an offer to another area, which is taken back whole",
    "panels.AgendaItem": "that a case is listed: it ends undecided with its meeting, or deferred",
    "panels.Minutes": "made anew by themselves from what was put right",
    "reports.Acknowledgement": "that somebody read the terms: a fact about them",
    "reports.ConfirmedContribution": "of a summary, which is removed",
    "reports.ConfirmedItem": "of a summary, which is removed",
    "reports.ConfirmedReferral": "of a summary, which is removed",
    "reports.Correction": "that somebody is to be told of what was put right",
    "reports.SummarisedContribution": "of a summary, which is removed",
}


def unanswered(
    kinds: dict[str, bool], in_error: dict[str, str], otherwise: dict[str, str], by_itself: dict[str, str]
) -> Iterator[str]:
    """``kinds``: each record of a case by its label, and whether it may be said to be in error."""
    said = [*in_error, *otherwise, *by_itself]
    for label in sorted({*kinds} - {*said}):
        yield f"{label}: it is not said how it is put right"
    for label in sorted({*said} - {*kinds}):
        yield f"{label} is no record of a case"
    for label in sorted({label for label in said if said.count(label) > 1}):
        yield f"{label}: it is said twice how it is put right"
    for label, may_be in kinds.items():
        if may_be != (label in in_error) and label in said:
            yield f"{label}: whether it may be in error is said otherwise by its model"


def kinds() -> dict[str, bool]:
    """Also who was at a meeting, which is of every case taken there."""
    records = [model for model in apps.get_models() if issubclass(model, Record)]
    return {
        model._meta.label: issubclass(model, MayBeInError)
        for model in records
        if (is_of_a_case(model) and model._meta.label != "cases.Case") or issubclass(model, MayBeInError)
    }


def test_of_each_record_of_a_case_it_is_said_how_it_is_put_right():
    assert_none(unanswered(kinds(), IN_ERROR, OTHERWISE, NOT_BY_ITSELF))
    done = {operation.name: operation for operation in product.operations()}
    assert sorted({*IN_ERROR.values(), *OTHERWISE.values()} - {*done}) == []
    assert {name for name in done if name.endswith("_in_error")} == {*IN_ERROR.values()}


def test_one_of_which_it_is_not_said_is_found():
    found = list(unanswered({"a.New": False, "a.Wrong": True}, {"a.Gone": "x"}, {"a.Wrong": "x"}, {}))
    assert found == [
        "a.New: it is not said how it is put right",
        "a.Gone is no record of a case",
        "a.Wrong: whether it may be in error is said otherwise by its model",
    ]
