"""What pages show of a referral, read by a program: by the same people, and nothing more."""

import pytest
from django.urls import reverse

from referrals import operations
from referrals.models import DraftReferral
from tests import factories

END = {"end_reason": "explained", "rationale": "A misunderstanding.", "words_for_referrer": "Thank you."}


@pytest.fixture
def read(client):
    def get(person, name: str, *places: str):
        client.force_login(person)
        answer = client.get(reverse(f"referrals_api:{name}", args=places))
        return answer.json() if answer.status_code == 200 else answer.status_code

    return get


@pytest.fixture
def worked_on(referral, officer, coordinator, police, other_area, stranger):
    """Asked, answered, judged, assessed, offered elsewhere and back, at the police, proposed to end; with feedback."""
    operations.add_to_referral(referral, by=officer, text="He came back.")
    factories.file(referral)
    factories.assessed(referral, coordinator)
    operations.ask_referrer(referral, by=coordinator, questions=["Where is he?"])
    operations.answer_questions(referral, by=officer, **{referral.questions.get().reference: "At home."})
    operations.give_feedback(referral, by=coordinator, what_helped="Dates.", next_time="Say who saw it.")
    operations.offer_transfer(referral, by=coordinator, to_area=other_area, reason="He lives there.")
    operations.decline_transfer(referral, by=stranger, answer="He does not.")
    request = operations.ask_gateway(referral, by=coordinator, agency=police, asked="Is he known?")
    request.refresh_from_db()
    return referral


def test_what_was_settled_is_read_by_whoever_sees_the_referral(
    read, worked_on, coordinator, second_coordinator, gateway, officer, stranger
):
    request = worked_on.gateway_requests.get()
    asked = read(gateway, "view_gatewayrequest", request.reference)
    assert (asked["referral"], asked["asked"], asked["answers"]) == (worked_on.reference, "Is he known?", [])
    assert read(gateway, "list_gateway_requests")["results"][0]["reference"] == request.reference
    answer = factories.answered(request, gateway)
    seen = read(coordinator, "view_gatewayrequest", request.reference)["answers"]
    assert seen == [read(coordinator, "view_gatewayanswer", answer.reference)]
    assert (seen[0]["category"], seen[0]["answered_by"]) == ("clear", str(gateway))
    # Whoever has answered is no longer asked.
    for name, of in (("view_gatewayrequest", request), ("view_gatewayanswer", answer), ("view_triage", worked_on)):
        assert [read(person, name, of.reference) for person in (gateway, officer, stranger)] == [404] * 3
    worked_on.refresh_from_db()
    operations.propose_no_further_action(worked_on, by=coordinator, **END)
    operations.confirm_no_further_action(worked_on, by=second_coordinator, why_still="Asked the school.")
    triage = read(coordinator, "view_triage", worked_on.reference)
    assert (triage["stage"], triage["transferred_by"], triage["second_readings"]) == ("ended", None, [])
    assert [each["judged_by"] for each in triage["urgency_judgements"]] == [str(coordinator)]
    assert triage["assessments"][0]["what_protects"] == "His form tutor and his brother."
    assert (triage["questions"][0]["text"], triage["questions"][0]["answer"]) == ("Where is he?", "At home.")
    assert (triage["feedback"]["what_helped"], triage["feedback"]["word_back"]) == ("Dates.", "")
    assert [(each["outcome"], each["answer"]) for each in triage["transfers"]] == [("declined", "He does not.")]
    assert [(each["confirmed"], each["answered_by"]) for each in triage["end_proposals"]] == [
        (True, str(second_coordinator))
    ]
    assert (triage["decision"]["end_reason"], triage["decision"]["panel"]) == ("explained", None)
    assert all("id" not in each for each in (triage, triage["decision"], triage["feedback"], seen[0]))


def test_whoever_follows_it_reads_what_their_page_shows(
    read, client, queries_of, worked_on, officer, lead, coordinator, second_coordinator, gateway
):
    followed = read(officer, "follow_referral", worked_on.reference)
    assert followed["feedback"]["next_time"] == "Say who saw it."
    assert [each["text"] for each in followed["additions"]] == ["He came back."]
    assert [each["reference"] for each in followed["files"]] == [worked_on.files.get().reference]
    assert followed["as_sent"]["given_names"] == "Ashwin"
    assert followed["as_sent"]["entries"][0]["text"]
    # No stage of the work, nothing of the police or another area, and nothing of what is said to the lead.
    text = client.get(reverse("referrals_api:follow_referral", args=[worked_on.reference])).content.decode()
    for hidden in ("stage", "gateway", "He lives there", "kept_from_lead", "rationale", "What worries"):
        assert hidden not in text
    assert read(lead, "follow_referral", worked_on.reference)["feedback"] is None
    (mine,) = read(officer, "list_own_referrals")["results"]
    assert (mine["reference"], mine["standing"], mine["waiting"], mine["sent_by"]) == (
        worked_on.reference, "with_coordinator", 0, str(officer),
    )  # fmt: skip
    at_one = queries_of(reverse("referrals_api:list_own_referrals"))
    for _ in range(5):
        factories.referral(officer)
    assert queries_of(reverse("referrals_api:list_own_referrals")) == at_one
    assert len(read(officer, "list_own_referrals")["results"]) == 6
    assert len(read(lead, "list_own_referrals")["results"]) == 6
    assert read(coordinator, "list_own_referrals")["results"] == []


def test_passed_on_it_is_followed_there(read, referral, officer, coordinator, stranger, other_area):
    factories.assessed(referral, coordinator)
    operations.offer_transfer(referral, by=coordinator, to_area=other_area, reason="He lives there.")
    begun = operations.accept_transfer(referral, by=stranger)
    assert read(officer, "follow_referral", referral.reference)["moved_to"] == begun.reference
    assert read(officer, "follow_referral", begun.reference)["moved_to"] == ""
    came = read(stranger, "view_triage", begun.reference)["transferred_by"]
    assert (came["area"], came["reference"], came["reason"]) == (
        str(referral.area), referral.reference, "He lives there.",
    )  # fmt: skip


def test_a_referral_is_begun_on_behalf_of_the_public_and_sent(client, area, school, childrens_services):
    concern = factories.public_concern(area, sender_name="Nora Neighbour")
    receiver = factories.person(area, "front_door", "Fay Frontdoor")
    client.force_login(receiver)
    begin = reverse("referrals_api:begin_referral_for_public", args=[concern.reference])
    refused = client.post(begin, {}, content_type="application/json")
    assert refused.status_code == 403
    factories.person(childrens_services, "officer", "Fay Frontdoor")
    begun = client.post(begin, {}, content_type="application/json")
    draft = DraftReferral.objects.get(owner=receiver)
    assert (begun.status_code, begun.json()["address"]) == (201, draft.get_absolute_url())
    assert client.get(begun.json()["address"]).status_code == 200
