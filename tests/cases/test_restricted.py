"""Restricted cases: who sees one, on which page, and what the others can notice."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from actions.models import Action
from cases import operations
from cases.models import Case, LegalHold, NamedReader, Restriction, RetentionReview
from panels.models import AgendaItem
from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import NotVisible, Refused
from referrals.models import Individual, Referral
from tests import factories
from tests.standing import standing

# Of each page under a case: its name, and what it is looked up by.
PAGES = {
    "cases:view_case": "case", "cases:concerns": "case", "cases:who_can_see": "case", "cases:history": "case",
    "cases:consent": "case", "cases:contact_log": "case", "actions:case_actions": "case",
    "panels:case_meetings": "case", "actions:view_action": "action", "referrals:view_referral": "referral",
}  # fmt: skip


@standing
def referral(officer):
    """About somebody whose initials no token, reference or address can hold by chance."""
    return factories.referral(officer, given_names="Åsmund", family_name="Øverby")


@pytest.fixture
def places(case, police, coordinator):
    """The addresses of everything under the case."""
    factories.share(case, police, coordinator)
    action = factories.action(case, police, coordinator)
    referral = case.carried_referrals.get().referral
    keys = {"case": case.reference, "action": action.reference, "referral": referral.reference}
    return [reverse(name, args=[keys[of]]) for name, of in PAGES.items()]


def statuses(client, person, places) -> set[int]:
    client.force_login(person)
    return {client.get(place).status_code for place in places}


def restrict(case, by, *readers) -> Restriction:
    return operations.restrict_case(case, by=by, reason="CANARY-REASON", readers=readers)


# What it does


def test_only_those_named_see_any_of_it(
    client, case, places, coordinator, second_coordinator, organiser, chair, police_representative, governance
):
    for person in (governance, second_coordinator):
        factories.purpose(case, person)
    everybody = (coordinator, second_coordinator, organiser, chair, police_representative, governance)
    # By hand: the police see no referral's own page by right of post, but by the case that carries it.
    assert [statuses(client, person, places) for person in everybody] == [{200}] * 6
    restrict(case, coordinator, police_representative)
    for person in (coordinator, police_representative):
        assert statuses(client, person, places) == {200}
    for person in (second_coordinator, organiser, chair, governance):
        assert statuses(client, person, places) == {404}, person


def test_nobody_notices_that_it_is_there(client, case, places, coordinator, second_coordinator, meeting):
    everywhere = [
        reverse("home:home"), reverse("cases:list_cases"), reverse("cases:list_cases") + "?ended",
        reverse("actions:list_actions"), reverse("referrals:list_referrals"), meeting.get_absolute_url(),
        reverse("cases:owners", args=[case.area.slug]), reverse("cases_api:list_cases"),
    ]  # fmt: skip
    referral, action = case.carried_referrals.get().referral, Action.objects.get()
    words = (case.reference, referral.reference, action.reference)
    client.force_login(second_coordinator)
    before = [client.get(place).content.decode() for place in everywhere]
    assert {word for word in words if any(word in page for page in before)} >= {case.reference, action.reference}
    restrict(case, coordinator)
    client.force_login(second_coordinator)
    pages = [client.get(place) for place in everywhere]
    assert [page.status_code for page in pages] == [200] * len(everywhere)
    for place, page in zip(everywhere, pages, strict=True):
        assert not any(word in page.content.decode() for word in words), place
    # A number says nothing either: no case is owned here, as far as they know.
    assert '<td class="numeric">1</td>' not in pages[6].content.decode()


def test_naming_opens_what_posts_open_and_removing_shuts_it_again(case, coordinator, second_coordinator, stranger):
    restriction = restrict(case, coordinator)
    named = operations.name_reader(restriction, by=coordinator, person=second_coordinator)
    seen = Case.objects.permitted
    assert seen(second_coordinator, "cases.view_case").exists()
    operations.name_reader(restriction, by=coordinator, person=stranger)
    stranger.forget_posts()
    assert not seen(stranger, "cases.view_case").exists()
    operations.remove_reader(named, by=coordinator)
    second_coordinator.forget_posts()
    assert not seen(second_coordinator, "cases.view_case").exists()
    operations.lift_restriction(restriction, by=coordinator)
    second_coordinator.forget_posts()
    assert seen(second_coordinator, "cases.view_case").exists()


def test_a_new_owner_is_named_by_owning_it(case, coordinator, second_coordinator):
    restrict(case, coordinator)
    operations.allocate_case(case, by=coordinator, owner=second_coordinator, note="Yours.")
    assert Case.objects.permitted(second_coordinator, "cases.view_case").exists()
    with pytest.raises(Refused, match="own this case"):
        operations.remove_reader(NamedReader.objects.get(person=second_coordinator), by=second_coordinator)


def test_handing_over_all_cases_leaves_what_is_shut_to_whoever_hands_over(area, case, coordinator, second_coordinator):
    restrict(case, coordinator)
    with pytest.raises(Refused, match="owns no live case"):
        operations.hand_over_cases(area, by=second_coordinator, owner=coordinator, to=second_coordinator, note="x")


def test_the_governance_lead_knows_that_it_is_there_and_no_more(client, area, case, coordinator, governance, organiser):
    restrict(case, coordinator)
    place = reverse("cases:restrictions", args=[area.slug])
    client.force_login(governance)
    page = client.get(place).content.decode()
    assert case.reference in page
    assert str(coordinator) in page
    for word in ("CANARY-REASON", case.individual.given_names, case.individual.initials):
        assert word not in page
    client.force_login(organiser)
    assert client.get(place).status_code == 403


def test_the_governance_lead_holds_it_all_the_same_and_reads_none_of_it(client, area, case, coordinator, governance):
    restriction = restrict(case, coordinator)
    words = ("CANARY-REASON", case.individual.given_names, case.individual.initials)
    listed, place = (
        reverse("cases:restrictions", args=[area.slug]),
        reverse("cases:place_legal_hold", args=[case.reference]),
    )
    client.force_login(governance)
    assert place in client.get(listed).content.decode()
    asked = client.get(place).content.decode()
    until = clock.today() + timedelta(days=30)
    said = {"matter": "LI/27", "reason": "It asks for all.", "review_on_day": until.day}
    said |= {"review_on_month": until.month, "review_on_year": until.year}
    placed = client.post(place, said)
    hold = LegalHold.objects.get()
    assert placed["Location"] == hold.get_absolute_url()
    pages = [asked, *(client.get(page).content.decode() for page in (hold.get_absolute_url(), listed))]
    assert hold.get_absolute_url() in pages[2]
    with clock.at(clock.now() + timedelta(days=30)):
        client.logout()
        client.force_login(governance)
        home = client.get("/").content.decode()
    assert "Legal holds to be reviewed" in home
    for page in (*pages, home):
        assert case.get_absolute_url() + '"' not in page
        assert not [word for word in words if word in page]
    client.force_login(coordinator)
    assert case.individual.initials in client.get(case.get_absolute_url()).content.decode()
    client.force_login(governance)
    operations.end_legal_hold(hold, by=governance, reason="Settled.")
    # Whom it is about may be somebody close to them: whoever is excluded holds nothing of it.
    operations.lift_restriction(restriction, by=coordinator)
    operations.exclude_person(case, by=coordinator, person=governance, kind="relative", reason="His uncle.")
    governance.forget_posts()
    assert client.get(place).status_code == 404


def test_the_governance_lead_is_asked_whether_it_is_still_needed_and_reads_none_of_it(
    client, area, case, coordinator, chair, governance
):
    restrict(case, coordinator, chair)
    operations.move_case(case, by=chair, stage="no_further_action")
    listed, keep = (
        reverse("cases:restrictions", args=[area.slug]),
        reverse("cases:keep_case", args=[case.reference]),
    )
    client.force_login(governance)
    assert f"Looked at on {case.retention_review_on:%-d %B %Y}" in client.get(listed).content.decode()
    with clock.at(clock.now() + (case.retention_review_on - clock.today())):
        client.logout()
        client.force_login(governance)
        section = next(each for each in client.get("/").context["sections"] if each.title == "Keeping to be reviewed")
        assert [(ask.text, ask.url) for ask in section.asks] == [(f"Still needed? Case {case.reference}", keep)]
        pages = [client.get(page).content.decode() for page in ("/", listed, keep)]
        assert keep in pages[1]
        for page in pages:
            assert case.get_absolute_url() + '"' not in page
            for word in ("No further action", case.individual.given_names, case.individual.initials):
                assert word not in page
        until = clock.today() + timedelta(days=90)
        said = factories.KEPT_FOR | {"reason": "The inquiry.", "review_on": until.isoformat()}
        address = reverse("cases_api:keep_case", args=[case.reference])
        kept = client.post(address, said, content_type="application/json")
        assert (kept.status_code, kept.json()["address"]) == (200, listed)
        assert all("aits for a second signature" in client.get(page).text for page in ("/", listed))
        client.logout()
        client.force_login(factories.person(area, PostKind.GOVERNANCE_LEAD, "Second Lead"))
        sign = reverse("cases:sign_keeping", args=[case.reference])
        assert all(sign in client.get(page).text for page in ("/", listed))
        page = client.get(sign).text
        assert ("The inquiry." in page, case.individual.initials in page) == (True, False)
        assert client.post(sign, {"seen": factories.to_sign(case), "agrees": "yes"}).url == listed
        client.logout()
        client.force_login(governance)
        assert "Keeping to be reviewed" not in client.get("/").content.decode()
        assert client.get(case.get_absolute_url()).status_code == 404
        assert not RetentionReview.objects.permitted(governance, "cases.view_retentionreview").exists()
    with clock.at(clock.now() + (until - clock.today())):
        client.logout()
        client.force_login(governance)
        later = until + timedelta(days=90)
        days = {"review_on_day": later.day, "review_on_month": later.month, "review_on_year": later.year}
        assert client.post(keep, factories.KEPT_FOR | {"reason": "It goes on."} | days)["Location"] == listed
        # Whoever can see it comes back to it, and whoever is excluded keeps nothing of it.
        operations.lift_restriction(case.restrictions.get(), by=coordinator)
        operations.exclude_person(case, by=coordinator, person=governance, kind="relative", reason="His uncle.")
        governance.forget_posts()
        assert client.get(keep).status_code == 404


def test_a_chair_who_is_not_named_signs_for_want_of_another_that_a_restricted_case_is_kept(
    client, case, coordinator, chair, governance
):
    restrict(case, coordinator, chair)
    operations.move_case(case, by=chair, stage="no_further_action")
    # The deputy is not named.
    chair = factories.person(case.panel, PostKind.DEPUTY, "Dee Deputy")
    sign = reverse("cases:sign_keeping", args=[case.reference])
    with clock.at(clock.now() + (case.retention_review_on - clock.today())):
        client.force_login(chair)
        assert client.get(sign).status_code == 404
        until = clock.today() + timedelta(days=90)
        operations.keep_case(case, by=governance, **factories.KEPT_FOR, reason="The inquiry.", review_on=until)
        assert sign in client.get("/").text
        page = client.get(sign).text
        assert ("The inquiry." in page, case.individual.initials in page) == (True, False)
        assert client.get(case.get_absolute_url()).status_code == 404
        assert client.post(sign, {"seen": factories.to_sign(case), "agrees": "yes"}).url == "/"
        assert client.get(sign).status_code == 404


def test_of_a_case_that_has_ended_its_owner_stays_named_and_is_not_told_to_hand_it_over(case, coordinator, chair):
    restriction = restrict(case, coordinator, chair)
    operations.move_case(case, by=chair, stage="no_further_action")
    with pytest.raises(Refused, match="owned this case when it ended, and stay named"):
        operations.remove_reader(restriction.named.get(person=coordinator), by=coordinator)


# When it refuses, and who may


def test_only_the_chair_and_the_owner_restrict(case, coordinator, second_coordinator, chair, organiser, representative):
    for nobody, refused in ((second_coordinator, "may see"), (organiser, "may see")):
        with pytest.raises(Exception, match=refused):
            restrict(case, nobody)
    with pytest.raises(NotVisible):
        restrict(case, representative)
    with pytest.raises(Refused, match="naming opens it to nobody new"):
        restrict(case, chair, representative)
    restriction = restrict(case, chair)
    with pytest.raises(Refused, match="restricted already"):
        restrict(case, coordinator)
    with pytest.raises(Refused, match="named on it already"):
        operations.name_reader(restriction, by=chair, person=coordinator)
    with pytest.raises(NotVisible):
        operations.lift_restriction(restriction, by=second_coordinator)


def test_the_pages_do_it_with_errors_beside_their_questions(client, case, coordinator, second_coordinator):
    client.force_login(coordinator)
    place = reverse("cases:restrict_case", args=[case.reference])
    assert client.post(place, {}).status_code == 422
    sent = {"reason": "A threat.", "readers": [second_coordinator.reference]}
    assert client.post(place, sent).status_code == 302
    restriction = Restriction.objects.get()
    page = client.get(reverse("cases:who_can_see", args=[case.reference])).content.decode()
    assert "This case is restricted" in page
    assert "Cem Coordinator" in page
    named = restriction.named.get(person=second_coordinator)
    for name, reference in (("remove_reader", named.reference), ("lift_restriction", restriction.reference)):
        assert client.get(reverse(f"cases:{name}", args=[reference])).status_code == 200
        answered = client.post(reverse(f"cases_api:{name}", args=[reference]), {}, content_type="application/json")
        assert answered.status_code == 200
    restriction.refresh_from_db()
    assert restriction.lifted_by == coordinator


def test_the_database_keeps_it_whole(case, coordinator, second_coordinator):
    restriction = restrict(case, coordinator)
    keys = {"case": case.pk, "restriction": restriction.pk, "other": second_coordinator.pk, "now": clock.now()}
    for refused, change in (
        ("Cannot update", "UPDATE cases_restriction SET reason = 'x' WHERE id = %(restriction)s"),
        ("is named on it", "UPDATE cases_case SET owner_id = %(other)s WHERE id = %(case)s"),
        (
            "is named on it",
            "UPDATE cases_namedreader SET removed_at = %(now)s, removed_by_id = %(other)s"
            " WHERE restriction_id = %(restriction)s",
        ),
        (
            "whoever_lifts_a_restriction_is_known",
            "UPDATE cases_restriction SET lifted_at = %(now)s WHERE id = %(restriction)s",
        ),
        (
            "one_restriction_of_a_case_at_a_time",
            "INSERT INTO cases_restriction (reference, case_id, reason, restricted_by_id, restricted_at)"
            " VALUES ('BCDFGHJKLM', %(case)s, 'x', %(other)s, %(now)s)",
        ),
    ):
        wrong = pytest.raises((IntegrityError, Exception), match=refused)
        with wrong, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change, keys)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


# How often it queries


def test_the_list_of_them_asks_the_same_however_many_there_are_and_are_held(
    client, area, case, officer, coordinator, panel, governance, queries_of
):
    restrict(case, coordinator)
    factories.legal_hold(case, governance)
    client.force_login(governance)
    listed = reverse("cases:restrictions", args=[area.slug])
    at_one = queries_of(listed)
    for name in ("Rowan", "Hazel"):
        another = factories.case(factories.referral(officer, given_names=name), coordinator, panel)
        restrict(another, coordinator)
        for matter in ("LI/1", "LI/2"):
            factories.legal_hold(another, governance, matter=matter)
    assert queries_of(listed) == at_one <= 12


def test_those_for_whom_nothing_is_shut_are_asked_nothing_more(
    client, case, coordinator, second_coordinator, queries_of, organiser
):
    client.force_login(second_coordinator)
    pages = [reverse("cases:list_cases"), reverse("home:home")]
    before = [queries_of(page) for page in pages]
    statement = str(Case.objects.permitted(second_coordinator, "cases.view_case").query)
    restrict(case, coordinator)
    client.force_login(organiser)
    # Whoever has something shut to them is asked no query more, either: the keys came with the posts.
    client.force_login(second_coordinator)
    assert [queries_of(page) for page in pages] <= before
    second_coordinator.forget_posts()
    shut = str(Case.objects.permitted(second_coordinator, "cases.view_case").query)
    assert ("NOT" in statement, "NOT" in shut) == (False, True)
    with suppress(Individual.DoesNotExist):
        assert not Individual.objects.permitted(second_coordinator, "referrals.view_individual").exists()
    assert not Referral.objects.permitted(second_coordinator, "referrals.view_referral").exists()
    assert not AgendaItem.objects.permitted(second_coordinator, "panels.view_agendaitem").exists()


def test_whoever_cannot_see_the_case_of_a_person_accepts_nothing_into_it(
    client, case, coordinator, second_coordinator, officer
):
    restrict(case, coordinator)
    again = factories.assessed(factories.referral_about(case.individual, officer), coordinator)
    place = reverse("panels:accept_referral", args=[again.reference])
    accepted = {"panel": case.panel.slug, "rationale": "A pattern.", "words_for_referrer": "Thank you."}
    client.force_login(second_coordinator)
    assert "has a live case" not in client.get(place).content.decode()
    refused = client.post(place, accepted)
    assert (refused.status_code, "restricted to named people" in refused.content.decode()) == (409, True)
    client.force_login(coordinator)
    assert "has a live case" in client.get(place).content.decode()
    assert client.post(place, accepted)["Location"] == case.get_absolute_url()
