"""Legal holds: a fact about a case with a day of review, told to whom it concerns; and a case that is kept."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases import operations
from cases.models import LegalHold, RetentionReview
from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import NotVisible, Refused
from tests import factories
from tests.cases.raw import refused
from tests.cases.test_keeping import titles_at_home

DAY = timedelta(days=1)


def of_case(name, case, app="cases") -> str:
    return reverse(f"{app}:{name}", args=[case.reference])


def day_fields(day) -> dict:
    return {"review_on_day": day.day, "review_on_month": day.month, "review_on_year": day.year}


def test_a_governance_lead_places_looks_at_and_ends_one_and_the_work_goes_on(
    client, with_two, governance, coordinator, police
):
    page, today = of_case("place_legal_hold", with_two), clock.today()
    client.force_login(governance)
    factories.purpose(with_two, governance)
    assert page in client.get(with_two.get_absolute_url()).content.decode()
    wrong = client.post(page, {"matter": "Canary-kept"} | day_fields(today))
    assert (wrong.status_code, sorted(wrong.context["form"].errors)) == (422, ["reason"])
    said = {"matter": "Canary-matter LI/27", "reason": "Canary-reason."}
    past = client.post(page, said | day_fields(today))
    assert (past.status_code, past.context["form"].errors["review_on"]) == (409, ["Choose a day to come."])
    until = today + 30 * DAY
    assert client.post(page, said | day_fields(until)).status_code == 302
    hold = LegalHold.objects.get()
    with pytest.raises(Refused, match="already"):
        factories.legal_hold(with_two, governance, matter=hold.matter)
    shown = client.get(with_two.get_absolute_url()).content.decode()
    assert "On legal hold." in shown
    assert "Canary-matter" in shown
    assert f"To be looked at again by {until:%-d %B %Y}" in shown
    factories.action(with_two, police, coordinator)  # A live case goes on as it would.
    assert "Legal holds to be reviewed" not in titles_at_home(governance)
    with clock.at(clock.now() + 30 * DAY):
        due = f"Still needed? Legal hold on case {with_two.reference}"
        assert titles_at_home(governance)["Legal holds to be reviewed"] == [due]
        assert "Legal holds to be reviewed" not in titles_at_home(coordinator)
        client.logout()
        client.force_login(governance)
        review = reverse("cases:review_legal_hold", args=[hold.reference])
        later = clock.today() + 60 * DAY
        sent = client.post(review, {"reason": "It sits until March."} | day_fields(later))
        assert sent.status_code == 302
        assert "Legal holds to be reviewed" not in titles_at_home(governance)
        read = client.get(hold.get_absolute_url()).content.decode()
        assert all(words in read for words in ("It sits until March.", f"By {later:%-d %B %Y}", "Canary-reason."))
        as_json = client.get(reverse("cases_api:view_legalhold", args=[hold.reference])).json()
        assert (as_json["next_review_on"], as_json["matter"]) == (later.isoformat(), hold.matter)
        end = reverse("cases:end_legal_hold", args=[hold.reference])
        assert client.post(end, {"reason": ""}).status_code == 422
        assert client.post(end, {"reason": "The inquiry has reported."}).status_code == 302
        assert "The inquiry has reported." in client.get(hold.get_absolute_url()).content.decode()
        assert "On legal hold." not in client.get(with_two.get_absolute_url()).content.decode()
    hold.refresh_from_db()
    for again in (
        lambda: operations.end_legal_hold(hold, by=governance, reason="x"),
        lambda: operations.review_legal_hold(hold, by=governance, reason="x", review_on=until),
    ):
        with pytest.raises(Refused, match="has ended"):
            again()


def test_whoever_runs_the_case_knows_that_there_is_one_and_not_of_what_and_nobody_else_does(
    client, with_two, governance, coordinator, chair, organiser, police_representative, stranger
):
    client.force_login(police_representative)
    before = client.get(with_two.get_absolute_url()).content.decode()
    hold = factories.legal_hold(with_two, governance, matter="Canary-matter", reason="Canary-reason.")
    operations.review_legal_hold(hold, by=governance, reason="Canary-again.", review_on=clock.today() + DAY)
    addresses = [reverse(f"cases:{name}_legal_hold", args=[hold.reference]) for name in ("review", "end")]
    pages = [hold.get_absolute_url(), *addresses, of_case("place_legal_hold", with_two)]
    endpoints = [each.replace("/cases/", "/api/cases/", 1) for each in pages]
    for person, answers in {
        governance: [200, 200, 200, 200],
        coordinator: [200, 403, 403, 403],
        chair: [200, 403, 403, 403],
        organiser: [404, 404, 404, 403],
        police_representative: [404, 404, 404, 403],
        stranger: [404, 404, 404, 404],
    }.items():
        client.logout()
        client.force_login(person)
        assert [client.get(page).status_code for page in pages] == answers, person
        got = [client.get(endpoints[0]).status_code]
        got += [client.post(each, {}, content_type="application/json").status_code for each in endpoints[1:]]
        assert got == [answers[0], *(422 if each == 200 else each for each in answers[1:])], person
    for person in (coordinator, chair):
        client.logout()
        client.force_login(person)
        seen = [client.get(each).content.decode() for each in (with_two.get_absolute_url(), pages[0], endpoints[0])]
        assert "On legal hold." in seen[0]
        assert not any("Canary-" in each for each in seen), person
    client.logout()
    client.force_login(police_representative)
    for each in (
        with_two.get_absolute_url(),
        of_case("history", with_two),
        of_case("view_case", with_two, "cases_api"),
    ):
        said = client.get(each).content.decode()
        assert "egal hold" not in said, each
        assert hold.reference not in said, each
    assert len(client.get(with_two.get_absolute_url()).content.decode()) - len(before) < 200  # Only what time changes.
    for person, refusal in ((coordinator, PermissionDenied), (stranger, NotVisible)):
        with pytest.raises(refusal):
            factories.legal_hold(with_two, person)


def test_what_is_held_does_not_come_due_and_what_is_kept_comes_due_on_its_day(
    client, case, chair, coordinator, governance, police_representative, police
):
    factories.share(case, police, coordinator)
    operations.move_case(case, by=chair, stage="no_further_action")
    with pytest.raises(Refused, match="is not due yet"):
        factories.kept(case, governance)
    keep, kept_list = of_case("keep_case", case), reverse("cases:list_cases") + "?keeping"
    with clock.at(clock.now() + 190 * DAY):
        client.force_login(governance)
        factories.purpose(case, governance)
        assert keep in client.get(case.get_absolute_url()).content.decode()
        hold = factories.legal_hold(case, governance)  # Also of a case that has ended.
        client.force_login(police_representative)
        # As before: by what is missing she would notice.
        assert case.reference in client.get(kept_list).content.decode()
        client.force_login(governance)
        assert "Keeping to be reviewed" not in titles_at_home(governance)
        assert case.reference not in client.get(kept_list).content.decode()
        page = client.get(case.get_absolute_url()).content.decode()
        assert "It is on legal hold: whether it is still needed is not looked at before that ends" in page
        assert keep not in page
        with pytest.raises(Refused, match="on legal hold"):
            factories.kept(case, governance)
        operations.end_legal_hold(hold, by=governance, reason="Settled.")
        assert titles_at_home(governance)["Keeping to be reviewed"] == [f"Still needed? Case {case.reference}"]
        # Looked at, and kept.
        for person, status in ((coordinator, 403), (police_representative, 403), (governance, 200)):
            client.logout()
            client.force_login(person)
            assert client.get(keep).status_code == status, person
        assert client.post(keep, day_fields(clock.today() + DAY)).status_code == 422
        until = clock.today() + 365 * DAY
        said = factories.KEPT_FOR | {"reason": "Canary: his brother's case draws on it."} | day_fields(until)
        assert client.post(keep, said).status_code == 302
        # It stays on the list until a second person has signed: the chair, where nobody else governs.
        assert titles_at_home(governance)["Keeping to be reviewed"] == [f"Still needed? Case {case.reference}"]
        for page in ("/", kept_list, case.get_absolute_url()):
            assert "aits for a second signature" in client.get(page).content.decode(), page
        assert client.post(keep, said).status_code == 409
        signs = [f"Sign that it is kept: case {case.reference}"]
        assert titles_at_home(chair)["Keeping to be reviewed"] == signs
        lead = factories.person(case.area, PostKind.GOVERNANCE_LEAD, "Second Lead")
        assert "Keeping to be reviewed" not in titles_at_home(chair)
        assert titles_at_home(lead)["Keeping to be reviewed"] == signs
        sign = of_case("sign_keeping", case)
        factories.purpose(case, lead)
        for person, status in ((governance, 403), (chair, 403), (coordinator, 403), (lead, 200)):
            client.logout()
            client.force_login(person)
            assert client.get(sign).status_code == status, person
        # What is held is signed by nobody: it is held as before.
        hold = factories.legal_hold(case, lead)
        with pytest.raises(Refused, match="This case is on legal hold"):
            operations.sign_keeping(case, by=lead, seen=factories.to_sign(case), agrees=True)
        assert "Keeping to be reviewed" not in titles_at_home(lead)
        operations.end_legal_hold(hold, by=lead, reason="Settled.")
        seen = {"seen": factories.to_sign(case)}
        sent_back = client.post(sign, seen | {"agrees": "no", "why_not": "Until spring."}, follow=True)
        assert "Decision to keep this case sent back, with your reason." in sent_back.text
        assert "Sent back by Second Lead" in client.get(case.get_absolute_url()).content.decode()
        operations.keep_case(case, by=governance, **factories.KEPT_FOR, reason=said["reason"], review_on=until)
        # From a page that showed the one before it, nobody signs what came since: the answer shows that.
        late = client.post(sign, seen | {"agrees": "yes"})
        assert (late.status_code, "decided anew meanwhile" in late.text) == (409, True)
        seen = {"seen": factories.to_sign(case)}
        assert f'name="seen" value="{seen["seen"]}"' in late.text
        assert "Decision to keep this case signed." in client.post(sign, seen | {"agrees": "yes"}, follow=True).text
        assert "Keeping to be reviewed" not in titles_at_home(governance)
        case.refresh_from_db()
        assert case.retention_review_on == RetentionReview.objects.standing().get().review_on == until
        for person, reads in ((governance, True), (coordinator, True), (police_representative, False)):
            client.logout()
            client.force_login(person)
            page = client.get(case.get_absolute_url()).content.decode()
            assert f"is looked at on {until:%-d %B %Y}" in page
            assert ("Canary: his brother" in page) == reads, person
    with clock.at(clock.now() + 555 * DAY):
        assert titles_at_home(governance)["Keeping to be reviewed"] == [f"Still needed? Case {case.reference}"]


def test_by_what_the_list_of_what_is_due_lacks_nobody_notices_a_hold_of_which_they_may_not_know(
    client, case, chair, coordinator, governance, organiser, police, police_representative
):
    factories.share(case, police, coordinator)
    operations.move_case(case, by=chair, stage="no_further_action")
    kept_list = reverse("cases:list_cases") + "?keeping"

    def listed(*people) -> list[bool]:
        found = []
        for person in people:
            client.logout()
            client.force_login(person)
            found.append(case.reference in client.get(kept_list).content.decode())
        return found

    may_not, may = (organiser, police_representative), (governance, coordinator, chair)
    with clock.at(clock.now() + 190 * DAY):
        assert listed(*may_not, *may) == [True] * 5
        factories.legal_hold(case, governance)
        assert listed(*may_not) == [True] * 2
        assert listed(*may) == [False] * 3


def test_the_database_keeps_holds_and_reviews_as_they_were_written(case, chair, governance):
    hold = factories.legal_hold(case, governance)
    operations.review_legal_hold(hold, by=governance, reason="It goes on.", review_on=clock.today() + DAY)
    for change in ("matter = 'x'", "review_on = review_on + 1", "case_id = case_id + 1"):
        refused(f"UPDATE cases_legalhold SET {change}", match="Cannot update")
    refused("UPDATE cases_legalhold SET ended_at = now()", match="says_by_whom_and_why")
    refused("UPDATE cases_legalholdreview SET review_on = review_on + 1", match="Cannot update")
    again = (
        "INSERT INTO cases_legalhold (reference, case_id, matter, reason, placed_by_id, placed_at, review_on,"
        " ended_because) SELECT 'x', case_id, %s, %s, placed_by_id, placed_at, review_on, '' FROM cases_legalhold"
    )
    refused(again, hold.matter, "y", match="one_legal_hold_for_a_matter")
    refused(again, "", "y", match="for_what_matter_and_why")
    operations.end_legal_hold(hold, by=governance, reason="Settled.")
    refused("UPDATE cases_legalhold SET ended_because = 'x'", match="Cannot update")
    reviewed = "INSERT INTO cases_legalholdreview (hold_id, reason, review_on, reviewed_by_id, reviewed_at)"
    refused(f"{reviewed} SELECT id, 'x', review_on, placed_by_id, now() FROM cases_legalhold", match="has ended")
    columns = "because, child_weighed, case_id, reason, review_on, reviewed_by_id, reviewed_at"
    kept = f"INSERT INTO cases_retentionreview (why_not, {columns})"
    refused(
        f"{kept} SELECT '', 'linked', 'x', id, 'x', now(), owner_id, now() FROM cases_case", match="once it has ended"
    )
    operations.move_case(case, by=chair, stage="no_further_action")
    later = "UPDATE cases_case SET retention_review_on = retention_review_on + 90"
    refused(later, match="only as its last review says why")
    # Reviewed from its day, until one to come, while nothing holds it, and after what was said before.
    reviewed = f"{kept} SELECT '', 'linked', 'x', id, 'x', %s, owner_id, %s FROM cases_case"
    refused(reviewed, clock.today() + 900 * DAY, clock.now(), match="from the day on which that is due")
    due = clock.now() + 190 * DAY
    refused(reviewed, clock.day_of(due), due, match="until a day to come")
    with clock.at(due):
        until = clock.today() + 365 * DAY
        hold = factories.legal_hold(case, governance)
        refused(reviewed, until, clock.now(), match="Of a case on legal hold")
        operations.end_legal_hold(hold, by=governance, reason="Settled.")
        stands = kept.replace("why_not", "stands, why_not")
        stands += " SELECT true, '', 'linked', 'x', id, 'x', %s, owner_id, now() FROM cases_case"
        refused(stands, until, match="only as a second person has signed")
        sent_back = kept.replace("why_not", "stands, checked_by_id, checked_at, why_not")
        sent_back += " SELECT false, %s, now(), 'x', 'linked', 'x', id, 'x', %s, owner_id, now() FROM cases_case"
        refused(sent_back, chair.pk, until, match="Cannot insert")
        operations.keep_case(case, by=governance, **factories.KEPT_FOR, reason="A complaint.", review_on=until)
        refused(later, match="only as its last review says why")
        sign = "UPDATE cases_retentionreview SET stands = true, checked_at = %s, checked_by_id = %s"
        for signer, match in (
            (None, "only as a second person has signed"),
            (governance.pk, "a_second_person_signs"),
            (chair.pk, "until the day that its last review says"),
        ):
            refused(sign, clock.now(), signer, match=match)
        refused("UPDATE cases_retentionreview SET reason = 'x'", match="Cannot update")
        operations.sign_keeping(case, by=chair, seen=factories.to_sign(case), agrees=True)
        refused("UPDATE cases_retentionreview SET why_not = 'x'", match="Cannot update")
    refused(later, match="only as its last review says why")
    with clock.at(due + 366 * DAY):
        factories.kept(case, governance)
        # What the one before it said holds no more.
        refused("UPDATE cases_case SET retention_review_on = %s", until, match="only as its last review says why")
    refused("UPDATE cases_retentionreview SET reason = 'x'", match="Cannot update")


def test_the_chair_signs_that_it_is_kept_where_whoever_else_answers_for_information_is_excluded(
    case, governance, chair, coordinator
):
    lead = factories.person(case.area, PostKind.GOVERNANCE_LEAD, "Second Lead")
    operations.move_case(case, by=chair, stage="no_further_action")
    may = rules["cases.sign_keeping"].permits
    with clock.at(clock.now() + 190 * DAY):
        operations.keep_case(
            case, by=governance, **factories.KEPT_FOR, reason="A complaint.", review_on=clock.today() + DAY
        )
        assert [person for person in (governance, lead, chair) if may(person, case)] == [lead]
        operations.exclude_person(case, by=coordinator, person=lead, kind="relative", reason="His uncle.")
        lead.forget_posts()
        assert [person for person in (governance, lead, chair) if may(person, case)] == [chair]
        operations.sign_keeping(case, by=chair, seen=factories.to_sign(case), agrees=True)


def test_as_many_queries_at_one_as_at_four(client, case, governance, queries_of):
    client.force_login(governance)
    pages = [case.get_absolute_url(), "/"]
    factories.purpose(case, governance)
    with_none = [queries_of(page) for page in pages]
    for number in range(4):
        factories.legal_hold(case, governance, matter=f"LI/{number}")
    assert [queries_of(page) for page in pages] == with_none
