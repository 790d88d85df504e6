"""Who told, and who added and answered: for those who receive a referral or follow it; where somebody could come to
harm if it became known, for nobody else on any page, in any endpoint or PDF.
"""

import pytest
from django.urls import reverse

from prevent_cases.accounts.models import system_user
from prevent_cases.accounts.posts import PostKind
from referrals import operations
from referrals.models import Door
from reports.operations import request_case_summary
from tests import factories
from tests.referrals.test_kept_apart import shown_to

SAID = {
    "noticed_by": "Nessa Noticer",
    "referrer_role": "Roleword teacher",
    "referrer_telephone": "01632 960 777",
    "relationship": "Relationword of his",
    "safeguarding_lead": "Ledaword, room 4",
}
ASKED, ANSWERED, ADDED = "Who else was there?", "His cousin was.", "He came back on Monday."
CHOOSE_SOMEBODY = ("/exclude/", "/access/why/", "/restrict/")
HELD_BACK = "Held back: somebody could come to harm if it became known."


@pytest.fixture
def teller(school):
    return factories.person(school, PostKind.OFFICER, "Wanda Whistle")


@pytest.fixture
def everybody() -> bool:
    """Whether all look who may see the referral, as for `run.py prove kept-apart`, or one of each kind of reader."""
    return False


def told(teller, lead, coordinator, **said):
    """A referral that was answered about by whoever sent it, and added to by their safeguarding lead, with a file."""
    referral = factories.referral(teller, **SAID | said)
    operations.ask_referrer(referral, by=coordinator, questions=[ASKED, "Since when?"])
    operations.answer_questions(referral, by=teller, **{referral.questions.first().reference: ANSWERED})
    operations.add_to_referral(referral, by=lead, text=ADDED)
    factories.file(referral)
    return referral


def page_for(client, person, url) -> str:
    client.force_login(person)
    answer = client.get(url)
    assert answer.status_code == 200, f"{url}, to {person}"
    return " ".join(answer.content.decode().split())


def test_where_it_could_do_harm_nobody_else_is_shown_who_told(
    client, area, teller, lead, coordinator, second_coordinator, front_door, organiser, chair, representative,
    childrens_services, police, gateway, police_representative, panel, meeting, do_errands, text_of, everybody,
    todays,
):  # fmt: skip
    """On a third of what each may see, by turns; everybody looks everywhere."""
    referral = told(teller, lead, coordinator, source_at_risk="yes", rests_on_lawful_expression=True)
    secrets = [*SAID.values(), teller.name, teller.email, lead.name, lead.email]
    reader = factories.person(childrens_services, PostKind.SAFEGUARDING_LEAD, "Rita Reader")
    governance = factories.person(area, PostKind.GOVERNANCE_LEAD, "Gita Governance")
    offered, looked = [], []

    def look(*people, about):
        for person in people:
            client.force_login(person)
            urls = list(shown_to(person, [referral, *about]))
            urls += [f"{url}?views=yes" for url in urls if url.endswith("/history/")]
            # Not where somebody of the area is chosen: everybody who works there is, whoever told.
            urls = [url for url in urls if not url.endswith(CHOOSE_SOMEBODY)]
            offered.extend(urls)
            for address in urls if everybody else todays(urls, 3):
                answer = client.get(address)
                shown = b"".join(answer).decode(errors="replace")
                assert [each for each in secrets if each in shown] == [], f"{address}, to {person}"
                looked.append(address)
        for person in people:
            assert HELD_BACK in page_for(client, person, referral.get_absolute_url())

    factories.received(referral, coordinator, best_placed=childrens_services)
    factories.assessed(referral, coordinator)
    operations.ask_second_reader(referral, by=coordinator, reader=reader)
    others = [representative, organiser] if everybody else []
    look(reader, governance, *others, about=referral.files.all())
    second = reverse("referrals:give_second_reading", args=[referral.reference])
    assert HELD_BACK in page_for(client, reader, second)
    assert ADDED in page_for(client, reader, second)
    operations.give_second_reading(referral, by=reader, remains="yes", reasons="He speaks of harm.")
    asked = factories.at_gateway(referral, coordinator, police)
    look(gateway, about=[asked, *referral.files.all()])
    national = reverse("referrals:national_form", args=[referral.reference])
    assert national in offered
    for person in (gateway, coordinator):
        page = page_for(client, person, national)
        assert "These blocks leave out who told and who refers" in page
        assert [each for each in secrets if each in page] == []
        assert [each in page for each in (ADDED, ASKED, ANSWERED)] == [True] * 3
    factories.answered(asked, gateway)
    case = factories.case(referral, coordinator, panel)
    factories.share(case, police, coordinator)
    summaries = [request_case_summary(case, by=each) for each in (coordinator, police_representative)]
    why = {"to_whom": "Duty", "purpose": "Help.", "lawful_basis": "public_task"}
    leaves = [operations.disclose_copy(referral, by=coordinator, door=door, **why) for door in Door]
    do_errands()
    others = [organiser] if everybody else []
    look(chair, police_representative, *others, about=[case, meeting, panel, *referral.files.all()])
    for person in (chair, police_representative):
        page = page_for(client, person, reverse("cases:concerns", args=[case.reference]))
        assert [each in page for each in (HELD_BACK, ADDED, ASKED, ANSWERED)] == [True] * 4
    for document in (*summaries, *leaves):
        document.refresh_from_db()
        text = " ".join(text_of(document.read()).split())
        assert [each for each in secrets if each in text] == []
        assert [each in text for each in (ADDED, ASKED, ANSWERED)] == [True] * 3
    assert len(looked) > (80 if everybody else 50)

    # Who receives it, and who follows it, is shown all of it.
    for person, page in ((coordinator, "view"), (front_door, "view"), (teller, "follow"), (lead, "follow")):
        shown = page_for(client, person, reverse(f"referrals:{page}_referral", args=[referral.reference]))
        assert [each for each in secrets if each not in shown and each != lead.email] == [], str(person)
        assert HELD_BACK not in shown
    assert "by Lee Lead" in page_for(client, coordinator, reverse("cases:concerns", args=[case.reference]))
    for person, names in ((coordinator, True), (chair, False)):
        client.force_login(person)
        given = client.get(reverse("referrals_api:view_referral", args=[referral.reference])).json()
        assert given["noticed_by"] == ("Nessa Noticer" if names else "")
        assert given["source_held_back"] is not names
        assert [each["text"] for each in given["said_since"]] == [ANSWERED, ADDED]
        assert [each["by"] for each in given["said_since"]] == (
            ["Wanda Whistle, the referrer", "Lee Lead"] if names else ["", ""]
        )
        triage = client.get(reverse("referrals_api:view_triage", args=[referral.reference])).json()
        assert triage["questions"][0]["answered_by"] == ("Wanda Whistle" if names else None)


def test_where_it_does_no_harm_who_noticed_is_shown_and_who_said_what_to_those_who_receive_it(
    client, teller, lead, coordinator, second_coordinator, front_door, chair, panel, meeting, text_of
):
    referral = told(teller, lead, coordinator, source_at_risk="unknown")
    view = referral.get_absolute_url()
    receives = page_for(client, front_door, view)
    assert "by Lee Lead" in receives
    assert "by Wanda Whistle, the referrer" in receives
    assert SAID["referrer_telephone"] in receives
    # Whoever goes on reads what came since, where they judge, assess and answer.
    factories.received(referral, coordinator)
    for name in ("judge_urgency", "assess_referral"):
        page = page_for(client, coordinator, reverse(f"referrals:{name}", args=[referral.reference]))
        assert page.index(ASKED) < page.index(ANSWERED) < page.index(ADDED)
    factories.assessed(referral, coordinator)
    propose = {"end_reason": "explained", "rationale": "It is a film.", "words_for_referrer": "Thank you."}
    operations.propose_no_further_action(referral, by=coordinator, **propose)
    for name in ("confirm_no_further_action", "send_back_to_triage"):
        page = page_for(client, chair, reverse(f"referrals:{name}", args=[referral.reference]))
        assert page.index(ASKED) < page.index(ANSWERED) < page.index(ADDED)
        assert "Nessa Noticer" in page
        assert "Wanda Whistle" not in page
    operations.send_back_to_triage(referral, by=second_coordinator, answer="Ask again.")
    case = factories.case(referral, coordinator, panel)
    page = page_for(client, chair, reverse("cases:concerns", args=[case.reference]))
    assert [each in page for each in ("Nessa Noticer", ADDED, ASKED, ANSWERED)] == [True] * 4
    assert [each in page for each in ("Wanda Whistle", "Lee Lead")] == [False, False]
    copy = operations.request_own_copy(referral, by=teller)
    operations.make_own_copy(copy, by=system_user())
    text = " ".join(text_of(copy.read()).split())
    assert text.index(ASKED) < text.index(ANSWERED) < text.index(ADDED)
    assert "by Lee Lead" in text
    assert "by Wanda Whistle, the referrer" in text
    assert "Since when?" not in text


def test_the_front_door_reads_who_referred_and_not_why_it_is_kept_from_the_lead(client, officer, front_door):
    kept = {"lead_may_know": "no", "kept_from_lead_because": "Canaryword: it is about his son."}
    page = page_for(client, front_door, factories.referral(officer, **kept).get_absolute_url())
    assert officer.email in page
    assert "Canaryword" not in page
