"""What a case that has ended keeps as it was, whoever writes, and what is kept of it even then."""

from itertools import islice

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

import panels.operations
from cases import operations
from cases.models import Case, CaseGroupPermission, CaseUserPermission
from panels.models import Meeting
from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.records import Record
from tests import factories
from tests.cases.raw import executed, refused

# What is added to a case that has ended, and why: of everything else the database refuses it.
EVEN_AFTERWARDS = {
    "actions.ActionDispute": "a person disputes what is kept of them at any time",
    "cases.Allocation": "whoever owned it may leave, and somebody answers for what is kept",
    "cases.BeingTold": "a person is told of what is kept of them at any time",
    "cases.BrokenGlass": "what is kept can be needed in an emergency",
    "cases.Dispute": "a person disputes what is kept of them at any time",
    "cases.Exclusion": "a relative may begin to work there at any time",
    "cases.Intervention": "has a stricter trigger: only of support that is agreed to",
    "cases.LegalHold": "it is of what has ended that an inquiry asks",
    "cases.LegalHoldReview": "a hold is looked at again as long as it lasts",
    "cases.LoggedContact": "somebody rings or writes at any time",
    "cases.Letter": "the outcome is written of once there is one",
    "cases.NamedReader": "who reads a restricted case changes as people leave",
    "cases.OutsideDisclosure": "what was told to others is told of as long as it is kept",
    "cases.OwnAccount": "a person says what they think of it at any time",
    "cases.Purpose": "whoever opens what is kept says what for",
    "cases.RequestToSee": "somebody may need to know what was done",
    "cases.RetentionReview": "what has ended is looked at again on its day",
    "cases.TransferredContribution": "has a stricter trigger: only until the transfer is signed off",
    "cases.TransferredDecision": "has a stricter trigger: only until the transfer is signed off",
    "cases.TransferredReferral": "has a stricter trigger: only until the transfer is signed off",
    "cases.UrgentConcern": "whoever gave support may be worried later",
    "panels.DecisionDispute": "a person disputes what was decided at any time",
    "panels.Minutes": "made of a decision that ended the case, and anew where it is disputed",
    "panels.Review": "the panel looks back 6 and 12 months after support",
    "reports.Acknowledgement": "whoever it was shared with may read on which terms later",
    "reports.CaseSummary": "a copy of what is kept",
    "reports.ConfirmedContribution": "of a copy",
    "reports.ConfirmedItem": "of a copy",
    "reports.ConfirmedReferral": "of a copy",
    "reports.Correction": "whoever had what is put right is told of it as long as it is kept",
    "reports.SummarisedContribution": "of a copy",
}


def is_of_a_case(model) -> bool:
    while model is not Case:
        above = next((each for each in model._meta.concrete_fields if each.name == model.under), None)
        if above is None:
            return False
        model = above.related_model
    return True


def test_of_each_record_of_a_case_it_is_said_whether_it_is_added_after_the_end():
    only_before = {
        model._meta.label
        for model in apps.get_models()
        if issubclass(model, Record) and any(each.name == "of_a_live_case" for each in model._meta.triggers)
    }
    of_cases = {model._meta.label for model in apps.get_models() if issubclass(model, Record) and is_of_a_case(model)}
    assert only_before | set(EVEN_AFTERWARDS) == of_cases - {"cases.Case"}
    assert not only_before & set(EVEN_AFTERWARDS)


def test_nothing_more_is_planned_reported_answered_listed_or_decided(
    given, giver, panel, chair, coordinator, police, police_representative
):
    """Each once more behind Django, as it was while the case was live."""
    case = given.case
    factories.session(given, giver)
    asked = factories.information_request(case, police, coordinator)
    factories.information_answer(asked, police_representative)
    factories.final_assessment(case, coordinator)
    operations.plan_exit(case, by=chair, **factories.EXIT_PLAN)
    meeting, later, *_ = islice(panel.meetings.filter(started_at=None).order_by("starts_at"), 2)
    panels.operations.start_meeting(meeting, by=chair)
    panels.operations.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    item = meeting.items.filter(case=case).first() or panels.operations.list_case(meeting, by=coordinator, case=case)
    panels.operations.decide_item(item, by=chair, **factories.GOES_ON)
    operations.move_case(case, by=chair, stage="police_led")
    for table, own in {
        "cases_exitplan": {},
        "cases_interventionsession": {"reference": "'ANOTHER'"},
        "cases_informationanswer": {},
        "cases_factorentry": {},
        "cases_casereferral": {},
        "panels_agendaitem": {"reference": "'ANOTHER'", "meeting_id": str(later.pk)},
        "panels_decision": {},
    }.items():
        with connection.cursor() as cursor:
            columns = [each.name for each in connection.introspection.get_table_description(cursor, table)]
        names = [f'"{name}"' for name in columns if name != "id"]
        values = [own.get(name, f'"{name}"') for name in columns if name != "id"]
        refused(
            f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(values)} FROM {table} LIMIT 1",
            match="This case has ended",
        )


def test_a_referral_joins_no_case_that_has_ended(case, chair, coordinator, panel, officer):
    other = factories.case(factories.referral(officer, given_names="Wren", family_name="Alder"), coordinator, panel)
    operations.move_case(case, by=chair, stage="no_further_action")
    refused(
        "UPDATE cases_casereferral SET case_id = %s WHERE case_id = %s", case.pk, other.pk, match="This case has ended"
    )


@pytest.mark.parametrize("stage", ["exited", "police_led"])
def test_only_to_look_back_after_support_it_is_listed(given, chair, coordinator, panel, stage):
    case = given.case
    factories.final_assessment(case, coordinator)
    operations.plan_exit(case, by=chair, **factories.EXIT_PLAN)
    operations.move_case(case, by=chair, stage=stage)
    meeting = Meeting.objects.exclude(items__case=case).earliest("starts_at")
    write = executed if stage == "exited" else lambda *said: refused(*said, match="This case has ended")
    write(
        "INSERT INTO panels_agendaitem (reference, meeting_id, case_id, position, listed_by_id)"
        " VALUES ('ANOTHER', %s, %s, 9, %s)",
        meeting.pk,
        case.pk,
        coordinator.pk,
    )


def test_what_is_open_of_a_case_has_when_it_ended_and_the_live_ones_are_listed_by_that_alone(
    officer, coordinator, panel, police, police_representative, nhs, nora
):
    """Whoever writes: lists of live cases read no case to know it."""
    nurse = factories.person(nhs, PostKind.OFFICER, "Nell Nurse")
    one, other = (factories.case(factories.referral(officer), coordinator, panel) for _ in range(2))
    for case in (one, other):
        factories.share(case, police, coordinator)
        factories.share(case, nhs, coordinator)
        operations.put_colleague_on_case(case, by=nora, agency=nhs, colleague=nurse, purpose="Knows him.")

    def listed(user):
        user.forget_posts()
        with CaptureQueriesContext(connection) as asked:
            keys = Case.objects.filter(ended_at=None).permitted_page(user, "cases.view_case")
        assert not any('FROM "cases_case"' in each["sql"] for each in asked)
        return keys

    assert listed(police_representative) == listed(nurse) == [other.pk, one.pk]
    factories.section36(one, police_representative, reasonable_grounds=False, end_stage="no_further_action")
    one.refresh_from_db()
    assert one.ended_at
    assert listed(police_representative) == listed(nurse) == [other.pk]
    for grants, many in ((CaseGroupPermission.grants, 2), (CaseUserPermission.grants, 1)):
        for case in (one, other):
            own = grants.filter(content_object=case)
            assert list(own.values_list("case_ended_at", flat=True)) == [case.ended_at] * many
            own.update(case_ended_at=None if case.ended_at else clock.now())
            assert list(own.values_list("case_ended_at", flat=True)) == [case.ended_at] * many
    # What is opened of it afterwards, though no further, has it too.
    share = one.shares.get(agency=nhs, colleague=None)
    operations.limit_share(share, by=coordinator, until=clock.today(), purpose="Until the review.")
    for grants in (CaseGroupPermission.grants, CaseUserPermission.grants):
        limited = grants.filter(content_object=one).exclude(until=None)
        assert list(limited.values_list("case_ended_at", flat=True)) == [one.ended_at]
    assert listed(police_representative) == listed(nurse) == listed(nora) == [other.pk]
