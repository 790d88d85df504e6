"""When somebody was born, learnt later than the referral: who agrees to support follows from it, and until when."""

from datetime import date, timedelta
from importlib import import_module

import pytest
from dateutil.relativedelta import relativedelta
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases import operations
from cases.models import Case
from cases.models.panel_offer import moves_at_18
from prevent_cases import clock
from prevent_cases.audit.models import AuditEntry
from prevent_cases.later.models import OutboxRow
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import RetentionPolicy
from referrals.candidates import SAID as AS_SENT
from referrals.candidates import described, find
from referrals.matching.keys import kept_keys
from referrals.models import birthday
from tests import factories
from tests.cases.raw import executed, refused
from tests.cases.transfer import asks_at_home, said_at_home, text
from tests.standing import standing

DAY = timedelta(days=1)
OWN = {"answered_by": "person", "answered_name": "", "responsibility": ""}
SOURCE = "The school’s register."


def years_ago(years: int) -> date:
    return birthday(clock.today() - DAY, -years)


def taken_on(officer, coordinator, panel, chair, police, police_representative, **said) -> Case:
    case = factories.case(factories.referral(officer, born_on=None, **said), coordinator, panel)
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    return factories.adopted(case, chair)


@standing
def of_15(officer, coordinator, panel, chair, police, police_representative):
    """Somebody whose age is given and whose birthday is not, to whom support is offered."""
    return taken_on(officer, coordinator, panel, chair, police, police_representative, age_given=15)


@standing
def unknown(officer, coordinator, panel, chair, police, police_representative):
    return taken_on(officer, coordinator, panel, chair, police, police_representative)


def learn(case, by, born_on=None, age=None):
    operations.record_birthday(case, by=by, born_on=born_on, age=age, source=SOURCE)
    case.refresh_from_db()


# What it does


def test_a_parents_consent_ends_on_the_birthday_that_is_learnt_later(client, of_15, coordinator):
    line = factories.consent(of_15, coordinator)
    # By the age alone they may turn 18 until three years from then, and so long a parent's agreement holds at most.
    assert line.ends_on == of_15.consent_ends_on == birthday(clock.today(), 3)
    assert said_at_home(coordinator, f"Birthday not known: case {of_15.reference}")
    client.force_login(coordinator)
    page = reverse("cases:record_birthday", args=[of_15.reference])
    assert f'<a href="{page}">' in text(client.get(of_15.get_absolute_url()))
    assert "About 15" in text(client.get(of_15.get_absolute_url()))
    assert "The birthday is not known: ask" in text(client.get(reverse("cases:consent", args=[of_15.reference])))
    born_on = years_ago(17)
    sent = {"born_on_day": born_on.day, "born_on_month": born_on.month, "born_on_year": born_on.year, "source": SOURCE}
    assert client.post(page, sent).status_code == 302
    of_15.refresh_from_db()
    line.refresh_from_db()
    assert of_15.individual.born_on == born_on
    assert (of_15.stage, of_15.consent_ends_on) == ("active", birthday(born_on, 18))
    assert line.ends_on == birthday(born_on, 18)
    assert AuditEntry.objects.filter(what="cases.record_birthday").count() == 1
    assert not said_at_home(coordinator, "Birthday not known")
    said = text(client.get(page))
    assert SOURCE in said
    assert str(coordinator) in said
    # Put right, it follows.
    learn(of_15, coordinator, born_on - 30 * DAY)
    assert of_15.consent_ends_on == birthday(born_on - 30 * DAY, 18)


def test_it_ends_at_once_where_18_has_passed_and_what_has_ended_is_asked_anew(of_15, coordinator):
    line = factories.consent(of_15, coordinator)
    learn(of_15, coordinator, years_ago(19))
    assert (of_15.stage, of_15.consent_given_on) == ("consent_pending", None)
    assert of_15.consents.in_force_on(clock.today()) is None
    # Also where that was wrong.
    learn(of_15, coordinator, years_ago(16))
    line.refresh_from_db()
    assert (of_15.stage, line.ends_on) == ("consent_pending", birthday(years_ago(19), 18))
    factories.consent(of_15, coordinator)
    assert (of_15.stage, of_15.consent_ends_on) == ("active", birthday(years_ago(16), 18))


def test_what_somebody_agreed_to_themselves_before_they_were_18_counts_no_more(unknown, coordinator):
    learn(unknown, coordinator, age=19)
    own = factories.consent(unknown, coordinator, **OWN)
    assert (own.ends_on, unknown.stage) == (None, "active")
    learn(unknown, coordinator, years_ago(17))
    own.refresh_from_db()
    assert (unknown.stage, unknown.consent_given_on) == ("consent_pending", None)
    assert "not 18 yet on that day" in own.in_error_reason


def test_a_birthday_that_another_referral_says_is_learnt_with_it_and_unlearnt(unknown, officer, coordinator):
    learn(unknown, coordinator, age=15)
    factories.consent(unknown, coordinator)
    before = unknown.consent_ends_on
    again = factories.referral(officer, born_on=years_ago(17))
    operations.confirm_same_person(again, by=coordinator, individual=unknown.individual, reason="Asked the school.")
    unknown.refresh_from_db()
    assert unknown.individual.born_on == years_ago(17)
    assert unknown.consent_ends_on == birthday(years_ago(17), 18)
    operations.undo_same_person(again, by=coordinator, reason="Two boys of one name.")
    unknown.refresh_from_db()
    assert (unknown.individual.born_on, unknown.individual.age_given) == (None, 15)
    assert (unknown.stage, unknown.consent_ends_on) == ("active", before)
    assert again.individual.born_on == years_ago(17)


def test_what_was_learnt_stays_known_where_the_person_is_found_to_be_known(client, unknown, officer, coordinator):
    learn(unknown, coordinator, years_ago(16))
    factories.consent(unknown, coordinator)
    referral, before = unknown.carried_referrals.get().referral, unknown.individual
    earlier = factories.referral(officer, born_on=None).individual
    operations.confirm_same_person(referral, by=coordinator, individual=earlier, reason="Asked the school.")
    case = Case.objects.get(pk=unknown.pk)
    assert (case.individual, case.individual.born_on) == (earlier, years_ago(16))
    assert (case.stage, case.consent_ends_on) == ("active", birthday(years_ago(16), 18))
    assert case.consents.get().ends_on == case.consent_ends_on
    client.force_login(coordinator)
    assert SOURCE in text(client.get(reverse("cases:record_birthday", args=[case.reference])))
    operations.undo_same_person(referral, by=coordinator, reason="Two boys of one name.")
    earlier.refresh_from_db()
    assert earlier.born_on is None
    case = Case.objects.get(pk=unknown.pk)
    assert (case.individual, case.individual.born_on) == (before, years_ago(16))
    assert (case.stage, case.consent_ends_on) == ("active", birthday(years_ago(16), 18))


def test_it_goes_along_to_another_area(unknown, coordinator, other_area, there, stranger, chair, thea):
    learn(unknown, coordinator, years_ago(16))
    offer = factories.transfer(unknown, other_area, coordinator, signed_by=chair)
    begun = factories.transferred(offer, there, stranger, thea)
    assert begun.individual.born_on == years_ago(16)


def test_how_long_it_is_kept_follows(unknown, coordinator, chair):
    """Of somebody who is surely an adult as of an adult; of whoever may be a child as of a child."""
    months = []
    for age in (15, 30):
        learn(unknown, coordinator, age=age)
        months.append(unknown._ending("no_further_action")["retention_review_on"])
    assert months[0] < months[1]


def test_how_long_a_case_that_has_ended_is_kept_is_counted_anew_until_somebody_has_looked(
    area, unknown, coordinator, chair, governance, officer
):
    operations.move_case(unknown, by=chair, stage="no_further_action")
    ended_on, child, adult = clock.today(), relativedelta(months=6), relativedelta(months=12)
    assert unknown.retention_review_on == ended_on + child
    # By the table as it was when the case ended.
    with clock.at(clock.now() + DAY):
        factories.policy(area, RetentionPolicy, no_further_action=11, no_further_action_child=5)
        learn(unknown, coordinator, years_ago(30))
        assert unknown.retention_review_on == ended_on + adult
        refused("UPDATE cases_case SET retention_review_on = retention_review_on + 1", match="its last review says why")
        learn(unknown, coordinator, years_ago(16))
        assert unknown.retention_review_on == ended_on + child
        # Also as somebody else's referral says it.
        again = factories.referral(officer, born_on=years_ago(40))
        referral = unknown.carried_referrals.get().referral
        learn(unknown, coordinator, years_ago(40))
        operations.confirm_same_person(again, by=coordinator, individual=referral.individual, reason="The school.")
        unknown.refresh_from_db()
        assert unknown.retention_review_on == ended_on + adult
    with clock.at(clock.now() + 400 * DAY):
        kept_until = clock.today() + 50 * DAY
        factories.kept(unknown, governance, review_on=kept_until)
        learn(unknown, coordinator, years_ago(12))
        assert unknown.retention_review_on == kept_until


def test_of_whom_it_was_learnt_it_stays_known_where_two_were_not_the_same(unknown, officer, coordinator, panel):
    referral, own = unknown.carried_referrals.get().referral, unknown.individual
    earlier = factories.referral(officer, born_on=None)
    operations.confirm_same_person(referral, by=coordinator, individual=earlier.individual, reason="The school.")
    unknown = Case.objects.get(pk=unknown.pk)
    learn(unknown, coordinator, years_ago(16))
    assert unknown.individual == earlier.individual
    assert earlier.individual.born_on == years_ago(16)
    operations.undo_same_person(referral, by=coordinator, reason="Two boys of one name.")
    assert (referral.individual, referral.individual.born_on) == (own, years_ago(16))
    assert earlier.individual.born_on is None
    # In a case that carries both it is learnt of whom they are found to be, and the one that leaves takes nothing.
    operations.confirm_same_person(referral, by=coordinator, individual=earlier.individual, reason="The school.")
    factories.case(earlier, coordinator, panel)
    learn(Case.objects.get(pk=unknown.pk), coordinator, years_ago(15))
    assert referral.individual.born_on == years_ago(15)
    operations.undo_same_person(referral, by=coordinator, reason="Two boys of one name.")
    assert (referral.individual.born_on, earlier.individual.born_on) == (years_ago(16), years_ago(15))


def test_somebody_is_found_by_a_birthday_that_is_learnt(unknown, officer, coordinator, panel):
    said = {"given_names": "Xerxes", "family_name": "Ypsilon", "address": ""}
    again = factories.referral(officer, **said, born_on=years_ago(16))

    def found(referral) -> list[str]:
        return [each.why for each in find(referral, coordinator).candidates]

    assert found(again) == []
    learn(unknown, coordinator, years_ago(16))
    referral = unknown.carried_referrals.get().referral
    another = factories.referral(officer, given_names=referral.given_names, family_name="Zeta", born_on=years_ago(16))
    assert "First name alike, another last name; same date of birth" in found(another)
    # Also where it is learnt of the later one.
    later = factories.referral(officer, given_names="Xerxes", family_name="Omega", born_on=None, address="")
    assert found(later) == []
    learn(factories.case(later, coordinator, panel), coordinator, years_ago(16))
    assert "First name alike, another last name; same date of birth" in found(later)


def test_and_by_one_that_was_learnt_before_people_were_found_by_it(unknown, officer, coordinator, do_errands):
    learn(unknown, coordinator, years_ago(16))
    keys = unknown.individual.match_keys
    kept = set(keys.values_list("key", flat=True))
    referral = unknown.carried_referrals.get().referral
    keys.filter(key__in=kept - kept_keys(described({name: getattr(referral, name) for name in AS_SENT}))).delete()
    assert set(keys.values_list("key", flat=True)) < kept
    factories.referral(officer)
    learnt = import_module("referrals.migrations.0019_found_by_birthdays_learnt_before").LEARNT
    executed(learnt)
    assert OutboxRow.objects.get(task="referrals.write_match_keys").keys == [unknown.individual_id]
    do_errands()
    assert set(keys.values_list("key", flat=True)) == kept


def test_its_panel_follows(at_youth, adults, coordinator):
    assert not moves_at_18(at_youth)
    learn(at_youth, coordinator, years_ago(17))
    assert moves_at_18(at_youth)


def test_of_whoever_is_surely_an_adult_by_their_age_no_parent_is_to_be_told(unknown, coordinator):
    again = {"because": "safety", "reason": "He opens the post.", "ask_again_on": clock.today() + DAY}
    operations.record_being_told(unknown, by=coordinator, whom="parent", told=False, on=clock.today(), **again)
    asked = f"Can a parent or guardian be told now? Case {unknown.reference}"
    with clock.at(clock.now() + 2 * DAY):
        assert said_at_home(coordinator, asked)
        for age, is_asked in ((17, True), (18, False), (40, False)):
            learn(unknown, coordinator, age=age)
            assert said_at_home(coordinator, asked) is is_asked, age


def test_whoever_is_an_adult_by_an_age_alone_was_one_before_it_was_said(unknown, coordinator):
    with clock.at(clock.now() + 3 * DAY):
        learn(unknown, coordinator, age=40)
        before = clock.today() - 3 * DAY
        with pytest.raises(Refused, match="only the person is told"):
            operations.record_being_told(
                unknown, by=coordinator, whom="parent", told=True, on=before, what="All of it."
            )
        own = factories.consent(unknown, coordinator, answered_on=before, **OWN)
        assert (own.ends_on, unknown.stage, unknown.consent_given_on) == (None, "active", before)


def test_by_an_age_that_is_learnt_later_no_parent_agreed_for_an_adult(of_15, coordinator):
    line = factories.consent(of_15, coordinator)
    learn(of_15, coordinator, age=40)
    line.refresh_from_db()
    assert (of_15.stage, line.ends_on) == ("consent_pending", birthday(clock.today(), -22))


# When it refuses


def test_by_an_age_alone_nobody_under_18_agrees_until_they_cannot_be(of_15, coordinator):
    with pytest.raises(Refused, match="the person was 15") as refusal:
        factories.consent(of_15, coordinator, **OWN)
    assert refusal.value.field == "answered_by"
    surely = clock.now().replace(year=clock.now().year + 3)
    with clock.at(surely - DAY), pytest.raises(Refused, match="the person was 15"):
        factories.consent(of_15, coordinator, **OWN)
    with clock.at(surely + DAY):
        with pytest.raises(Refused, match="only the person agrees"):
            factories.consent(of_15, coordinator)
        assert factories.consent(of_15, coordinator, **OWN).ends_on is None


def test_nobody_agrees_before_somebody_has_said_how_old_the_person_is(client, unknown, coordinator):
    for who in (OWN, {}):
        with pytest.raises(Refused, match="depends on how old the person is"):
            factories.consent(unknown, coordinator, **who)
    client.force_login(coordinator)
    page = reverse("cases:record_birthday", args=[unknown.reference])
    assert page in text(client.get(reverse("panels:record_consent", args=[unknown.reference])))
    # That they do not want it is taken whatever their age.
    factories.consent(unknown, coordinator, "refused", **OWN)


def test_what_cannot_be_is_not_recorded(unknown, coordinator):
    for said, match in (
        ({}, "Say when they were born"),
        ({"born_on": years_ago(15), "age": 15}, "Say when they were born"),
        ({"born_on": clock.today() + DAY}, "Nobody alive"),
        ({"born_on": years_ago(122)}, "Nobody alive"),
        ({"age": 121}, "as old as that"),
    ):
        with pytest.raises(Refused, match=match):
            learn(unknown, coordinator, **said)
    learn(unknown, coordinator, years_ago(15))
    with pytest.raises(Refused, match="birthday is known"):
        learn(unknown, coordinator, age=16)


# Who may


def test_who_records_it(client, unknown, coordinator, organiser, chair, police_representative, stranger):
    factories.purpose(unknown, organiser)
    for person in (organiser, chair, police_representative):
        with pytest.raises(PermissionDenied):
            learn(unknown, person, years_ago(15))
        client.force_login(person)
        assert "/birthday/" not in text(client.get(unknown.get_absolute_url()))
    with pytest.raises(NotVisible):
        learn(unknown, stranger, years_ago(15))
    client.force_login(coordinator)
    endpoint = reverse("cases_api:record_birthday", args=[unknown.reference])
    said = {"age": 15, "source": SOURCE}
    assert client.post(endpoint, said, content_type="application/json").status_code in (200, 201, 204)
    unknown.individual.refresh_from_db()
    assert unknown.individual.age_given == 15


def test_home_asks_as_long_as_a_parents_agreement_stands_without_a_birthday(of_15, unknown, coordinator, chair):
    def asked() -> list[str]:
        return [each for each in asks_at_home(coordinator) if "Birthday not known" in each]

    assert asked() == []
    factories.consent(of_15, coordinator)
    learn(unknown, coordinator, age=30)
    factories.consent(unknown, coordinator, **OWN)
    assert len(asked()) == 1
    assert of_15.reference in asked()[0]
    factories.consent(of_15, coordinator, "withdrawn")
    assert asked() == []
