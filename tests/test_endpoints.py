"""The endpoints of the main job: the same operations, permissions and words as the pages."""

import pytest
from django.urls import reverse

from actions.models import Action
from cases.models import Case
from panels.models import Decision
from prevent_cases import clock
from referrals.models import POINTS, STEPS, Referral
from reports.models import BoardReport, CaseSummary, Section
from tests import factories

REFERRAL = {
    "given_names": "Ashwin",
    "age_given": 15,
    "gender": "male",
    "lives_here": "here",
    "under_supervision": "no",
    "lives_with_children": "unknown",
    "entries": [{"text": "He has stopped talking to his friends.", "how_known": "seen", "happened_on": "2026-11-02"}],
    "support_needs": [{"kind": "adjustment", "fact": "Meetings in the morning.", "source": "person"}],
    "person_told": "yes",
    "parent_told": "yes",
    "source_at_risk": "no",
    **dict.fromkeys((*POINTS, *STEPS), "no"),
    "in_danger": "no",
    "urgency": "normal",
    "feedback_wanted": "unknown",
    "completed_on": "2026-11-03",
    "no_intelligence": True,
    "as_far_as_known": True,
}


@pytest.fixture
def post(client):
    def send(url_name, reference, user, **sent):
        client.force_login(user)
        return client.post(reverse(url_name, args=[reference]), sent, content_type="application/json")

    return send


def test_the_whole_job_over_the_endpoints(
    client,
    post,
    area,
    officer,
    school,
    coordinator,
    panel,
    meeting,
    police,
    police_representative,
    gateway,
    chair,
    do_errands,
    text_of,
):
    sent = post("referrals_api:submit_referral", area.slug, officer, for_agency=school.slug, **REFERRAL)
    assert sent.status_code == 201
    assert sent.json()["sentence"] == "Referral submitted. The coordinator of the area has it now."
    referral = Referral.objects.get()
    assert (str(referral.completed_on), referral.mappa_marac) == ("2026-11-03", "no")
    words = {"rationale": "A pattern.", "words_for_referrer": "Thank you."}
    judged = {
        "urgency": "usual",
        "reason": "Nobody is in danger.",
        "best_placed": school.slug,
        "social_care": "children",
    }
    assert post("referrals_api:judge_urgency", referral.reference, coordinator, **judged).status_code == 200
    sides = ("what_worries", "what_speaks_against", "what_protects", "what_would_change_your_mind")
    assessed = dict.fromkeys(sides, "A word.") | {"kind_of_need": "prevent", "complex_needs": "no"}
    assert post("referrals_api:assess_referral", referral.reference, coordinator, **assessed).status_code == 201
    asked = {"agency": police.slug, "asked": "Would support cut across police work?"}
    assert post("referrals_api:ask_gateway", referral.reference, coordinator, **asked).status_code == 201
    answer = {
        "deconfliction": "clear",
        "category": "clear",
        "proposes_end": "no",
        "reasons": "Nothing that support would cut across.",
        "earlier_checked": True,
        "no_intelligence": True,
    }
    request = referral.gateway_requests.get().reference
    assert post("referrals_api:answer_for_gateway", request, gateway, **answer).status_code == 201
    assert (
        post("panels_api:accept_referral", referral.reference, coordinator, panel=panel.slug, **words).status_code
        == 201
    )
    case = Case.objects.get()
    share = {
        "agency": police.slug,
        "purpose": "To decide.",
        "lawful_basis": "public_task",
        "level": "read",
        "until": "2099-12-31",
    }
    assert post("cases_api:share_case", case.reference, coordinator, **share).status_code == 201
    decision = {"referral": referral.reference, "reasonable_grounds": "yes", "grounds": "What he wrote."}
    assert post("cases_api:decide_section36", case.reference, police_representative, **decision).status_code == 201
    assert post("panels_api:start_meeting", meeting.reference, chair, chaired_for="council").status_code == 200
    attendance = {"agency": police.slug, "name": "Perry", "presence": "present"}
    assert post("panels_api:record_attendance", meeting.reference, chair, **attendance).status_code == 201
    item = meeting.items.get()
    said = factories.ADOPTED | {"review_on": "2099-01-31"}
    assert post("panels_api:decide_item", item.reference, chair, **said).status_code == 201
    assert Decision.objects.get().item == item
    answer = factories.answer(case) | {"answered_on": clock.today().isoformat()}
    assert post("panels_api:record_consent", case.reference, coordinator, **answer).status_code == 201
    action = {"what": "Meet weekly.", "agency": police.slug, "due_on": "2099-01-31"}
    assert post("actions_api:agree_action", case.reference, chair, **action).status_code == 201
    done = post("actions_api:complete_action", Action.objects.get().reference, police_representative, outcome="Met.")
    assert done.status_code == 200
    read = client.get(reverse("cases_api:view_case", args=[case.reference])).json()
    assert (read["stage"], read["initials"]) == ("active", "A")
    assert post("panels_api:end_meeting", meeting.reference, chair).status_code == 200
    chosen = {"sections": list(Section.values)}
    assert post("reports_api:request_case_summary", case.reference, coordinator, **chosen).status_code == 201
    year = {"since": "2026-04-01", "until": "2027-03-31"}
    assert post("reports_api:request_board_report", area.slug, coordinator, **year).status_code == 201
    do_errands()

    def pdf(name, reference):
        answer = client.get(reverse(name, args=[reference]), headers={"accept": "application/pdf"})
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
        return text_of(answer.content)

    summary = CaseSummary.objects.get().reference
    assert client.get(reverse("reports_api:view_casesummary", args=[summary])).json()["state"] == "ready"
    assert "He has stopped talking to his friends." in pdf("reports_api:open_casesummary", summary)
    (minutes,) = client.get(reverse("panels_api:view_agendaitem", args=[item.reference])).json()["minutes"]
    assert factories.ADOPTED["rationale"] in pdf("panels_api:open_minutes", minutes["reference"])
    assert f"Board report of {area}" in pdf("reports_api:open_boardreport", BoardReport.objects.get().reference)
    client.force_login(police_representative)
    assert client.get(reverse("reports_api:open_casesummary", args=[summary])).status_code == 404


def test_without_a_grant_a_case_is_404_and_in_no_list(
    client, post, case, representative, childrens_services, coordinator
):
    client.force_login(representative)
    one = client.get(reverse("cases_api:view_case", args=[case.reference]))
    assert (one.status_code, one["Content-Type"]) == (404, "application/problem+json")
    assert client.get(reverse("cases_api:list_cases")).json() == {"results": [], "next": ""}
    factories.share(case, childrens_services, coordinator)
    assert [row["reference"] for row in client.get(reverse("cases_api:list_cases")).json()["results"]] == [
        case.reference
    ]
    assert post("cases_api:share_case", case.reference, representative).status_code == 403


def test_what_is_wrong_is_said_beside_its_field(post, area, officer, school):
    answer = post("referrals_api:submit_referral", area.slug, officer, for_agency=school.slug, gender="male")
    assert answer.status_code == 422
    assert "Enter first names" in answer.json()["errors"]["given_names"]


def test_an_obstacle_is_409_with_its_sentence(post, assessed, coordinator):
    words = {"end_reason": "signposted", "rationale": "x", "words_for_referrer": "y"}
    words |= {"onward_service": "school", "arranged": "A mentor."}
    assert post("referrals_api:end_referral", assessed.reference, coordinator, **words).status_code == 200
    again = post("referrals_api:end_referral", assessed.reference, coordinator, **words)
    assert again.status_code == 409
    assert again.json()["detail"] == "This referral has been decided: ended."


def test_the_type_of_concern_is_in_no_list_and_not_shown_to_the_referrer(client, referral, coordinator, officer):
    client.force_login(coordinator)
    assert "concern_type" not in client.get(reverse("referrals_api:list_referrals")).json()["results"][0]
    client.force_login(officer)
    followed = client.get(reverse("referrals_api:follow_referral", args=[referral.reference]))
    assert b"concern_type" not in followed.content
    assert followed.json().keys() == {
        "reference", "standing", "submitted_at", "sent_by", "waiting", "words_for_referrer", "questions", "additions",
        "withdrawals", "files", "moved_to", "feedback", "as_sent",
    }  # fmt: skip
