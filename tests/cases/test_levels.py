"""How far a case is shared: to know of it, to contribute, to read. What each opens, and what no lower one tells."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases import operations
from cases.models import Case, CaseGroupPermission, CaseUserPermission, Level
from cases.permissions.case import know_of_case, view_case
from panels import operations as panels
from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import NotVisible, Refused
from tests import factories
from tests.cases.raw import refused
from tests.standing import standing

LEVELS = ("nothing", "know", "contribute", "read")


@standing
def nurse(nhs):
    """Works for the NHS and handles no cases."""
    return factories.person(nhs, PostKind.OFFICER, "Nell Nurse")


@standing
def whole(case, meeting, coordinator, chair, police, police_representative, childrens_services, representative, nhs,
          nora, version):  # fmt: skip
    """A case with a canary in what anybody but the NHS has said; read by the NHS, who has its own part in it."""
    for agency in (police, childrens_services, nhs):
        factories.share(case, agency, coordinator, purpose=f"CANARYPURPOSE of {agency.type}")
    factories.section36(case, police_representative, grounds="CANARYGROUNDS")
    asked = factories.information_request(case, childrens_services, coordinator, asked="CANARYASKED")
    factories.information_answer(asked, representative, "not_shared", why_not="CANARYWHYNOT")
    factories.information_request(case, nhs, coordinator, asked="Is he seen by your crisis team?")
    factories.contribution(case, childrens_services, representative, text="CANARYSAID")
    factories.contribution(case, nhs, nora, text="He keeps his appointments.")
    operations.log_contact(
        case, by=coordinator, way="call", contact_with="parent", name="CANARYNAME", reached=True,
        contacted_on=clock.today(), what="CANARYCALL",
    )  # fmt: skip
    operations.record_being_told(case, by=coordinator, whom="person", told=True, on=clock.today(), what="CANARYTOLD")
    factories.assessment(case, coordinator, version, summary="CANARYSUMMARY", plan="CANARYAIM")
    factories.action(case, childrens_services, coordinator, what="CANARYACTION")
    factories.action(case, nhs, coordinator, what="See him on Monday.")
    panels.start_meeting(meeting, by=chair)
    panels.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    plan = factories.PLAN | {"support": "CANARYSUPPORT"}
    panels.decide_item(
        meeting.items.get(), by=chair, judgement="enter", reached="majority", dissent="CANARYDISSENT",
        rationale="CANARYRATIONALE", **plan,
    )  # fmt: skip
    panels.end_meeting(meeting, by=chair)
    case.refresh_from_db()
    factories.consent(case, coordinator, what_was_explained="CANARYCONSENT")
    case.refresh_from_db()
    return case


CANARIES = {
    "CANARYPURPOSE of police", "CANARYGROUNDS", "CANARYSAID", "CANARYNAME", "CANARYCALL", "CANARYTOLD",
    "CANARYSUMMARY", "CANARYAIM", "CANARYACTION", "CANARYSUPPORT", "CANARYDISSENT", "CANARYRATIONALE", "CANARYCONSENT",
    "Larkfield School", "Rosa Representative",
}  # fmt: skip
# What one agency is asked and answers is no other's matter, at whatever level.
NO_MATTER = {"CANARYASKED", "CANARYWHYNOT"}

ALL, BELOW = (200, 200, 200, 200), (404, 404, 404)
FROM_KNOWING, FROM_CONTRIBUTING, READING = (404, 200, 200, 200), (404, 404, 200, 200), (*BELOW, 200)
NOT_FOR_READERS = (*BELOW, 403)
# By hand: what the NHS's representative is answered at each level, page by page and endpoint by endpoint.
PAGES = {
    "cases:know_of_case case": FROM_KNOWING, "cases_api:know_of_case case": FROM_KNOWING,
    "cases:put_colleague_on_case case": FROM_KNOWING,
    "cases:add_contribution case": FROM_CONTRIBUTING,
    "actions:view_action own_action": FROM_CONTRIBUTING, "actions_api:view_action own_action": FROM_CONTRIBUTING,
    "actions:complete_action own_action": FROM_CONTRIBUTING, "actions:hand_over_action own_action": FROM_CONTRIBUTING,
    # What they are asked opens by itself, and what they shared stays theirs.
    "cases:view_informationrequest own_request": ALL, "cases_api:view_informationrequest own_request": ALL,
    "cases:answer_information_request own_request": ALL,
    "cases:view_contribution own_contribution": ALL, "cases_api:view_contribution own_contribution": ALL,
    "cases:mark_contribution own_contribution": ALL, "cases:withdraw_contribution own_contribution": ALL,
    "cases:view_case case": READING, "cases_api:view_case case": READING,
    "cases:concerns case": READING, "cases:who_can_see case": READING, "cases:history case": READING,
    "cases:contact_log case": READING, "cases_api:contact_log case": READING, "cases:log_contact case": READING,
    "cases:support case": READING, "cases_api:support case": READING,
    "cases:consent case": READING, "cases_api:consent case": READING,
    "cases:information case": READING,
    "cases:assessments case": READING, "cases_api:assessments case": READING,
    "cases:view_assessment assessment": READING, "cases_api:view_assessment assessment": READING,
    "cases:view_contribution other_contribution": READING, "cases_api:view_contribution other_contribution": READING,
    "actions:case_actions case": READING, "actions:view_action other_action": READING,
    "actions_api:view_action other_action": READING,
    "panels:case_meetings case": READING, "panels:view_agendaitem item": READING,
    "panels_api:view_agendaitem item": READING,
    "reports:statutory_sheet case": READING, "reports_api:statutory_sheet case": READING,
    "reports:request_case_summary case": READING, "referrals:view_referral referral": READING,
    "cases:share_case case": NOT_FOR_READERS, "cases:change_share share": NOT_FOR_READERS,
    "cases:stop_sharing_case share": NOT_FOR_READERS, "cases:limit_share share": NOT_FOR_READERS,
    "cases:explain_access case": NOT_FOR_READERS,
    "cases:ask_for_information case": NOT_FOR_READERS, "reports:record_disclosure case": NOT_FOR_READERS,
    "reports:disclosures case": NOT_FOR_READERS, "reports_api:disclosures case": NOT_FOR_READERS,
    "reports:hand_out_case_summary case": NOT_FOR_READERS, "actions:agree_action case": NOT_FOR_READERS,
    "panels:record_withdrawal case": READING,
    "panels:record_consent case": NOT_FOR_READERS, "cases:view_informationrequest other_request": (404,) * 4,
    "panels:conference meeting": (403,) * 4, "panels:view_meeting meeting": ALL,
    "panels:take_item item": NOT_FOR_READERS,
}  # fmt: skip
# And what has no address of a case, but might tell of one.
LISTS = (
    "home:home", "cases:list_cases", "cases_api:list_cases", "cases:list_known_cases", "cases_api:list_known_cases",
    "cases:list_informationrequests", "cases:list_contributions", "cases_api:list_contributions",
    "actions:list_actions", "actions_api:list_actions", "panels:list_meetings",
)  # fmt: skip


@pytest.fixture
def addresses(whole, nhs, childrens_services, meeting):
    def of(manager, agency):
        return manager.get(agency=agency)

    records = {
        "case": whole,
        "own_action": of(whole.actions, nhs), "other_action": of(whole.actions, childrens_services),
        "own_request": of(whole.information_requests, nhs),
        "other_request": of(whole.information_requests, childrens_services),
        "own_contribution": of(whole.contributions, nhs),
        "other_contribution": of(whole.contributions, childrens_services),
        "assessment": whole.assessments.get(), "item": meeting.items.get(), "meeting": meeting,
        "referral": whole.carried_referrals.get().referral, "share": of(whole.shares, childrens_services),
    }  # fmt: skip
    keys = {name: record.reference for name, record in records.items()}
    return {name: reverse(name.split()[0], args=[keys[name.split()[1]]]) for name in PAGES}


def at_level(case, agency, level, by):
    share = case.shares.filter(agency=agency, colleague=None, ended_at=None).first()
    if level == "nothing":
        operations.stop_sharing_case(share, by=by)
    elif share.level != level:
        operations.change_share(share, by=by, level=level, purpose="To help him.")


# What it opens, and to whom


def test_each_level_opens_its_own_pages_and_tells_nothing_of_the_rest(client, whole, addresses, nhs, nora, coordinator):
    """From reading down to nothing; every address has its positive control at the level that opens it."""
    client.force_login(nora)
    case = whole
    for place in reversed(range(4)):
        level = LEVELS[place]
        at_level(case, nhs, level, coordinator)
        answers = {name: client.get(url) for name, url in addresses.items()}
        said = {name: answer.status_code for name, answer in answers.items()}
        assert said == {name: codes[place] for name, codes in PAGES.items()}, level
        answers |= {name: client.get(reverse(name)) for name in LISTS}
        text = " ".join(answer.content.decode() for answer in answers.values() if answer.status_code == 200)
        assert {word for word in NO_MATTER if word in text} == set(), level
        told = {word for word in CANARIES if word in text}
        if level == "read":
            assert told == CANARIES
            continue
        assert told == set(), level
        assert "Receiving support" not in text.replace(case.get_stage_display(), "Receiving support"), level
        known = answers["cases:know_of_case case"].content.decode()
        lists = {name: case.reference in answers[name].content.decode() for name in LISTS}
        assert {lists["cases:list_cases"], lists["cases_api:list_cases"]} == {False}, level
        is_known = level != "nothing"
        assert lists["cases:list_known_cases"] == lists["cases_api:list_known_cases"] == is_known, level
        assert lists["home:home"] == is_known, level
        assert ("See him on Monday." in text) == (level == "contribute"), level
        if is_known:
            for words in (case.reference, case.individual.initials, str(case.owner), case.owner.email):
                assert words in known, (level, words)
            # Whom it is about, and what for, is known to those who contribute.
            for words in (case.individual.given_names, "To help him."):
                assert (words in known) == (level == "contribute"), (level, words)
            as_json = answers["cases_api:know_of_case case"].json()
            assert (as_json["family_name"] is None) == (level == "know")
    # Whoever reads it finds all of it from there.
    client.force_login(coordinator)
    assert case.get_absolute_url() in client.get(addresses["cases:know_of_case case"]).content.decode()


def test_who_contributes_does_their_part_from_the_page_they_have(client, case, coordinator, nhs, nora):
    factories.share(case, nhs, coordinator, level="contribute")
    action = factories.action(case, nhs, coordinator)
    client.force_login(nora)
    known = reverse("cases:know_of_case", args=[case.reference])
    page = client.get(known).content.decode()
    assert reverse("cases:add_contribution", args=[case.reference]) in page
    said = {"agency": nhs.slug, "text": "He keeps his appointments.", "mark": "all_members", "no_intelligence": "on"}
    said |= factories.CONFIDENTIALITY
    assert client.post(reverse("cases:add_contribution", args=[case.reference]), said).url == known
    assert case.contributions.get().agency == nhs
    page = client.get(action.get_absolute_url()).content.decode()
    assert known in page
    assert case.get_absolute_url() + '"' not in page
    done = client.post(reverse("actions:complete_action", args=[action.reference]), {"outcome": "They met."})
    assert done.status_code == 302
    # Where they are looked for by reference, it leads there and not to broken glass.
    look = reverse("cases:look_for_case", args=[case.area.slug])
    assert client.post(look, {"reference": case.reference}).url == known


def test_no_action_is_agreed_with_an_agency_that_only_knows_of_it(case, coordinator, nhs, nora):
    factories.share(case, nhs, coordinator, level="know")
    with pytest.raises(Refused, match="so that they could do it"):
        factories.action(case, nhs, coordinator)
    with pytest.raises(NotVisible):
        factories.contribution(case, nhs, nora)


def test_the_chair_is_told_who_is_in_the_room_and_may_not_read_it(
    client, case, meeting, coordinator, chair, nhs, police, school
):
    for agency, level in ((nhs, "contribute"), (police, "read")):
        factories.share(case, agency, coordinator, level=level)
    said = {"whose": "parent", "how": "visit", "said_on": clock.today(), "words": "He sleeps badly."}
    operations.note_own_account(case, by=coordinator, **said)
    panels.start_meeting(meeting, by=chair)
    fold = f"What they say: case {case.reference}"
    conference = reverse("panels:take_item", args=[case.agenda_items.get(meeting=meeting).reference])
    client.force_login(chair)
    assert fold not in client.get(conference).text
    for agency, presence in (
        (nhs, "present"),
        (police, "present"),
        (school, "apologies"),
    ):
        panels.record_attendance(meeting, by=chair, agency=agency, name="Robin Example", presence=presence)
    page = client.get(conference).text
    assert "Here, but not to read this case: Harrowmere NHS." in page
    # What the person or a parent says is not on the screen for them.
    assert fold in page


def test_a_colleague_has_no_more_than_the_agency_and_loses_it_with_it(case, coordinator, nhs, nora, nurse):
    share = factories.share(case, nhs, coordinator, level="contribute")
    put = {"agency": nhs, "colleague": nurse, "purpose": "Knows him."}
    with pytest.raises(Refused, match="not shared with your agency so far"):
        operations.put_colleague_on_case(case, by=nora, level="read", **put)
    on_it = operations.put_colleague_on_case(case, by=nora, **put)
    assert (on_it.level, know_of_case.permits(nurse, case), view_case.permits(nurse, case)) == (
        "contribute",
        True,
        False,
    )
    share = operations.change_share(share, by=coordinator, level="read", purpose="To help.")
    assert case.shares.get(colleague=nurse, ended_at=None).level == "contribute"
    operations.change_share(share, by=coordinator, level="know", purpose="To know.")
    assert case.shares.get(colleague=nurse, ended_at=None).level == "know"
    held = CaseUserPermission.objects.filter(user=nurse).values_list("permission__codename", flat=True)
    assert list(held) == ["know_of_case"]


def test_of_two_agencies_a_colleague_keeps_what_one_still_gives(
    case, coordinator, nhs, nora, nurse, childrens_services, representative
):
    factories.post(childrens_services, PostKind.OFFICER, "Nell Nurse")
    shares = [factories.share(case, agency, coordinator) for agency in (nhs, childrens_services)]
    for by, agency in ((nora, nhs), (representative, childrens_services)):
        operations.put_colleague_on_case(case, by=by, agency=agency, colleague=nurse, purpose="Knows him.")
    operations.stop_sharing_case(shares[0], by=coordinator)
    nurse.forget_posts()
    assert view_case.permits(nurse, case)
    operations.stop_sharing_case(shares[1], by=coordinator)
    assert not view_case.permits(nurse, case)


def test_a_restriction_and_an_exclusion_shut_it_below_reading_too(client, case, coordinator, nhs, nora, second_nurse):
    factories.share(case, nhs, coordinator, level="know")
    known = reverse("cases:know_of_case", args=[case.reference])
    operations.restrict_case(case, by=coordinator, reason="A threat.", readers=[nora])
    for person, status in ((nora, 200), (second_nurse, 404)):
        client.force_login(person)
        assert client.get(known).status_code == status
        assert (case.reference in client.get("/").content.decode()) == (status == 200)
    operations.exclude_person(case, by=coordinator, person=nora, kind="relative", reason="An aunt.")
    client.force_login(nora)
    assert client.get(known).status_code == 404
    assert case.reference not in client.get(reverse("cases:list_known_cases")).content.decode()


# Changing it


def test_a_change_is_an_act_of_its_own(client, case, coordinator, chair, nhs, nora):
    share = factories.share(case, nhs, coordinator, level="know", until=clock.today() + timedelta(days=9))
    client.force_login(coordinator)
    page = reverse("cases:change_share", args=[share.reference])
    assert page in client.get(reverse("cases:who_can_see", args=[case.reference])).content.decode()
    assert client.post(page, {"level": "know", "purpose": "So that they help."}).status_code == 422
    done = client.post(page, {"level": "contribute", "purpose": "So that they help."})
    assert done.url == reverse("cases:who_can_see", args=[case.reference])
    old, new = case.shares.order_by("pk")
    assert (old.ended_by, old.followed_by, new.level, new.until) == (coordinator, new, "contribute", old.until)
    grant = CaseGroupPermission.objects.get(group=nhs.group)
    assert (grant.permission.codename, grant.until) == ("contribute_to_case", new.until)
    shown = " ".join(client.get(done.url).content.decode().split())
    assert "They contribute to it, and cannot read it." in shown
    assert "Nora Nhs" in shown
    # The chair may too, by the endpoint; nobody else, and not what has ended.
    client.force_login(chair)
    again = reverse("cases_api:change_share", args=[new.reference])
    raised = client.post(again, {"level": "read", "purpose": "To prepare."}, content_type="application/json")
    assert raised.status_code == 201
    with pytest.raises(Refused, match="ended already"):
        operations.change_share(new, by=chair, level="know", purpose="Too far.")
    with pytest.raises(PermissionDenied):
        operations.change_share(new.followed_by, by=nora, level="know", purpose="Too far.")


def test_an_ended_case_is_opened_no_further_but_may_be_closed_to_somebody(
    case, coordinator, police, police_representative, nhs
):
    factories.share(case, police, coordinator)
    share = factories.share(case, nhs, coordinator, level="contribute")
    factories.section36(case, police_representative, reasonable_grounds=False, end_stage="no_further_action")
    with pytest.raises(Refused, match="has ended"):
        operations.change_share(share, by=coordinator, level="read", purpose="To read.")
    assert operations.change_share(share, by=coordinator, level="know", purpose="To know.").level == "know"


# Behind Django's back


def test_nothing_opens_more_than_a_share_says_whoever_writes(case, coordinator, nhs, nora, nurse, police):
    share = factories.share(case, nhs, coordinator, level="know", until=clock.today() + timedelta(days=9))
    operations.put_colleague_on_case(case, by=nora, agency=nhs, colleague=nurse, purpose="Knows him.")
    permission = "(SELECT id FROM auth_permission WHERE codename = %s)"
    for table, holder, key in (
        ("cases_casegrouppermission", "group_id", nhs.group_id),
        ("cases_caseuserpermission", "user_id", nurse.pk),
    ):
        for code in ("contribute_to_case", "view_case"):
            refused(
                f"INSERT INTO {table} ({holder}, content_object_id, permission_id) VALUES (%s, %s, {permission})",
                key, case.pk, code, match="opened by a share",
            )  # fmt: skip
            refused(f"UPDATE {table} SET permission_id = {permission}", code, match="opened by a share")
        refused(f"UPDATE {table} SET until = NULL", match="opened by a share")
        refused(f"UPDATE {table} SET until = until + 1", match="opened by a share")
    refused("UPDATE cases_casegrouppermission SET group_id = %s", police.group_id, match="opened by a share")
    refused("UPDATE cases_share SET level = 'read'", match="Cannot update")
    end = "UPDATE cases_share SET ended_at = now() WHERE colleague_id IS"
    refused(f"{end} NULL", match="opens nothing|no more of a case|opened by a share")
    refused(f"{end} NOT NULL", match="opens nothing|opened by a share")
    columns = "case_id, agency_id, colleague_id, purpose, lawful_basis, despite_agreement, shared_by_id, shared_at"
    operations.stop_sharing_case(share, by=coordinator)
    refused("UPDATE cases_share SET ended_at = NULL, ended_by_id = NULL", match="Cannot update")
    refused(
        f"INSERT INTO cases_share (reference, level, {columns}) SELECT 'RAWRAWRAWR', 'read', {columns} "
        "FROM cases_share WHERE colleague_id IS NOT NULL",
        match="no more of a case",
    )
    refused(
        f"INSERT INTO cases_share (reference, level, {columns}) SELECT 'RAWRAWRAWR', 'all', {columns} "
        "FROM cases_share WHERE colleague_id IS NULL",
        match="a_share_has_its_level",
    )


# How often it queries


def test_as_many_queries_at_one_case_as_at_several(client, officer, coordinator, panel, nhs, nora, queries_of):
    client.force_login(nora)
    places = [reverse("cases:list_known_cases"), "/"]

    def shared(level: Level) -> Case:
        case = factories.case(factories.referral(officer), coordinator, panel)
        factories.share(case, nhs, coordinator, level=level)
        return case

    first = shared(Level.CONTRIBUTE)
    places.append(reverse("cases:know_of_case", args=[first.reference]))
    at_one = [queries_of(place) for place in places]
    for level in (Level.KNOW, Level.CONTRIBUTE, Level.KNOW):
        shared(level)
    factories.contribution(first, nhs, nora)
    factories.information_request(first, nhs, coordinator)
    assert [queries_of(place) for place in places] == at_one
    assert max(at_one) <= 12
