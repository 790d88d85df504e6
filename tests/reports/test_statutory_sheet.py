"""The statutory sheet: each thing the law asks of a case, with its day and name, and the gaps in plain words."""

from datetime import timedelta

import pytest
from django.urls import reverse

import actions.operations
import cases.operations
import panels.operations as panels
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import Refused
from tests import factories


def words_on(client, case, who) -> str:
    client.force_login(who)
    page = client.get(reverse("reports:statutory_sheet", args=[case.reference]))
    assert page.status_code == 200
    return " ".join(page.content.decode().split())


def by_reference(case) -> str:
    return f"Provider {case.interventions.get().agency.provider_reference}"


def test_a_case_that_has_just_begun_says_what_is_outstanding(client, case, coordinator):
    text = words_on(client, case, coordinator)
    assert "A decision on a referral of this case is outstanding." in text
    assert "No panel has decided about this case yet." in text
    assert "Support has not been offered." in text
    assert text.count("Missing.") == 2


def test_a_case_that_receives_support_says_who_did_what_when(client, whole_case, coordinator, police_representative):
    text = words_on(client, whole_case, police_representative)
    for said in (
        "There are reasonable grounds.<br>Grounds: What he wrote.",
        f"{police_representative}, for the chief officer of police",
        "Enter: offer support. By majority.",
        "Chaired by Charles Chair, for the council",
        "The police of the person’s home area were there.",
        f"Who gives it: {by_reference(whole_case)}.",
        f"{by_reference(whole_case)}: accepted. Sessions commissioned: 8, delivered: 1, missed: 0, reported: 1.",
        "Given: a parent or guardian, spoken, in person. Who answered: Una Birch. Who asked: Connie of the council.",
        "Support has not ended.",
    ):
        assert said in text, said
    assert "Missing." not in text
    # The sheet goes from hand to hand: whoever gives support is not named in it.
    assert "Mentoring" not in text
    assert "Gil Giver" not in text
    client.force_login(coordinator)
    read = client.get(reverse("reports_api:statutory_sheet", args=[whole_case.reference])).json()
    assert [part["gaps"] for part in read["parts"]] == [[]] * 8
    assert read["parts"][2]["said"][2]["words"] == f"Who gives it: {by_reference(whole_case)}."
    # What was recorded in error is no consent: the sheet says so.
    consent = whole_case.consents.get()
    cases.operations.record_consent_in_error(consent, by=coordinator, reason="It was his aunt.")
    assert "is still to be asked" in words_on(client, whole_case, coordinator)


def test_after_exit_the_two_reviews_are_counted_from_the_data(client, whole_case, panel, chair, police, coordinator):
    with clock.at(clock.now() + timedelta(days=20)):
        meeting = panel.meetings.filter(started_at=None).order_by("starts_at").first()
        panels.list_case(meeting, by=coordinator, case=whole_case)
        panels.start_meeting(meeting, by=chair, chaired_for="council")
        panels.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
        said = {"change_since_start": "reduced", "change_reason": "He says so."}
        item = meeting.items.get(case=whole_case)
        with pytest.raises(Refused, match="neither done nor handed over: 1"):
            panels.decide_item(
                item,
                by=chair,
                judgement="exit",
                end_reason="moved",
                reached="unanimous",
                rationale="He is well.",
                **said,
            )
        actions.operations.hand_over_action(
            whole_case.actions.get(), by=coordinator, handed_over_to="The school", outcome="They go on."
        )
        with pytest.raises(Refused, match="Assess first"):
            panels.decide_item(
                item,
                by=chair,
                judgement="exit",
                end_reason="moved",
                reached="unanimous",
                rationale="He is well.",
                **said,
            )
        factories.final_assessment(whole_case, coordinator)
        said |= factories.EXIT_PLAN
        panels.decide_item(
            item, by=chair, judgement="exit", end_reason="moved", reached="unanimous", rationale="He is well.", **said
        )
        text = words_on(client, whole_case, coordinator)
        assert "After 6 months: due on" in text
        for words in ("Against the start of support: reduced", "A final assessment was made.", "Ms Okoro"):
            assert words in text, words
    with clock.at(clock.now() + timedelta(days=20 + 200)):
        client.logout()
        text = words_on(client, whole_case, coordinator)
    assert "After 6 months: it was due on" in text
    assert "After 12 months: due on" in text


def test_what_was_to_be_looked_at_and_what_has_no_further_day(client, whole_case, panel, chair, police, coordinator):
    with clock.at(clock.now() + timedelta(days=20)):
        soon = clock.today() + timedelta(days=5)
        cases.operations.plan_support(whole_case, by=chair, **factories.PLAN | {"review_on": soon})
    with clock.at(clock.now() + timedelta(days=30)):
        client.logout()
        assert "It was to be looked at on" in words_on(client, whole_case, coordinator)
        meeting = panel.meetings.filter(started_at=None, starts_at__gt=clock.now()).order_by("starts_at").first()
        panels.list_case(meeting, by=coordinator, case=whole_case)
        panels.start_meeting(meeting, by=chair, chaired_for="council")
        panels.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
        item = meeting.items.get(case=whole_case)
        panels.decide_item(item, by=chair, **factories.DEFERRED)
        text = words_on(client, whole_case, coordinator)
        assert "and has set no further day" in text
        assert f"{by_reference(whole_case)}: contact has stopped: no session since" in text
        factories.session(whole_case.interventions.get(), User.objects.get(name="Gil Giver"))
        meeting = panel.meetings.filter(started_at=None, starts_at__gt=clock.now()).order_by("starts_at").first()
        item = panels.list_case(meeting, by=coordinator, case=whole_case)
        panels.start_meeting(meeting, by=chair, chaired_for="council")
        panels.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
        panels.decide_item(item, by=chair, **factories.GOES_ON)
        assert "Missing." not in words_on(client, whole_case, coordinator)


def test_it_says_who_sat_there_besides_the_police_and_who_sent_apologies_did_not(
    client, whole_case, panel, chair, police, coordinator, childrens_services, school
):
    provider = whole_case.interventions.get().agency
    with clock.at(clock.now() + timedelta(days=30)):
        meeting = panel.meetings.filter(started_at=None, starts_at__gt=clock.now()).order_by("starts_at").first()
        item = panels.list_case(meeting, by=coordinator, case=whole_case)
        panels.start_meeting(meeting, by=chair, chaired_for="council")
        for agency, presence in (
            (police, "present"), (childrens_services, "present"), (provider, "present"), (school, "apologies"),
        ):  # fmt: skip
            panels.record_attendance(meeting, by=chair, agency=agency, name=f"One of {agency}", presence=presence)
        panels.decide_item(item, by=chair, **factories.GOES_ON)
        client.force_login(coordinator)
        read = client.get(reverse("reports_api:statutory_sheet", args=[whole_case.reference])).json()["parts"][1]
    others = f"Also there: {childrens_services}, One of {childrens_services}; {by_reference(whole_case)}, Not named."
    assert [line["words"] for line in read["said"]][-2:] == ["The police of the person’s home area were there.", others]
    assert read["said"][-2]["by"] == f"One of {police}"


def test_whoever_chaired_it_is_named_with_those_for_whom_they_sat_and_that_it_was_not_the_council(
    client, whole_case, panel, chair, coordinator
):
    deputy = factories.person(panel, PostKind.DEPUTY, "Dev Deputy")
    with clock.at(clock.now() + timedelta(days=20)):
        called, silent = panel.meetings.filter(started_at=None, starts_at__gt=clock.now()).order_by("starts_at")[:2]
        for meeting, whom in ((called, {"chaired_for": "police"}), (silent, {})):
            item = panels.list_case(meeting, by=coordinator, case=whole_case)
            panels.start_meeting(meeting, by=deputy, **whom)
            panels.record_attendance(
                meeting, by=deputy, agency=whole_case.area.agencies.get(type="police"), name="Pat", presence="present"
            )
            panels.decide_item(item, by=deputy, **factories.GOES_ON)
        client.force_login(deputy)
        conference = client.get(reverse("panels:conference", args=[called.reference])).content.decode()
        text = words_on(client, whole_case, coordinator)
    for said in ("Chaired by Charles Chair, for the council", "Chaired by Dev Deputy, for the police"):
        assert said in text
    gap = " was chaired for the police. By law the council chairs this panel."
    assert gap in conference
    assert gap in text
    assert ": it was not said for whom it was chaired." in text


def test_what_was_decided_stands_when_it_steps_down_from_channel(
    client, case, police, police_representative, coordinator, chair, youth, yara
):
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    offer = factories.panel_offer(case, youth, chair, "step_down")
    panels.answer_panel_offer(offer, by=yara, accepted=True)
    text = words_on(client, case, coordinator)
    assert 0 < text.index("There are reasonable grounds.") < text.index("No more are asked for: Youth Panel")


@pytest.mark.parametrize(("who", "answer"), [("stranger", 404), ("officer", 404), ("chair", 200), ("organiser", 200)])
def test_who_may(client, request, case, who, answer):
    client.force_login(request.getfixturevalue(who))
    assert client.get(reverse("reports:statutory_sheet", args=[case.reference])).status_code == answer


def test_it_asks_as_often_with_a_long_history(whole_case, coordinator, chair, client, queries_of):
    client.force_login(coordinator)
    page = reverse("reports:statutory_sheet", args=[whole_case.reference])
    one = queries_of(page)
    for _ in range(5):
        cases.operations.plan_support(whole_case, by=chair, **factories.PLAN)
    assert queries_of(page) == one <= 12
