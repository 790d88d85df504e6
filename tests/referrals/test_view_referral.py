"""The page of a referral: however much there is on it, and wherever it stands, it asks the same few queries."""

from datetime import date

from django.urls import reverse

from prevent_cases.accounts.posts import PostKind
from prevent_cases.pages.together import fetch_together
from referrals import operations
from referrals.permissions.sealed import place_of_source
from tests import factories

KHAN = {"given_names": "Mohammed", "family_name": "Khan", "born_on": date(2009, 3, 4)}
MOST = 12


def test_no_more_than_twelve_queries_for_anybody_at_any_stage(
    client,
    queries_of,
    area,
    other_area,
    officer,
    coordinator,
    second_coordinator,
    lead,
    police,
    gateway,
    panel,
    stranger,
):
    """With everything on it that a referral can have: files, a sealed part, others like it here and in another area."""
    asked = {}

    def look(stage, *people):
        for page, readers in (("view_referral", people), ("follow_referral", (officer, lead))):
            for reader in readers:
                client.force_login(reader)
                key = (stage, page, str(reader))
                asked[key] = queries_of(reverse(f"referrals:{page}", args=[referral.reference]))

    school = factories.agency(other_area, "Eastvale School")
    factories.referral(factories.person(school, PostKind.OFFICER, "Otto Officer"), **KHAN)
    factories.referral(officer, **KHAN | {"given_names": "Muhammad"})
    before = factories.referral(officer, **KHAN)
    referral = factories.referral_about(
        before.individual, officer, **KHAN, **factories.ON_BEHALF, rests_on_lawful_expression=True
    )
    factories.file(referral)
    operations.add_to_referral(referral, by=officer, text="He has come back to it.")
    look("submitted", coordinator)
    factories.received(referral, coordinator)
    operations.ask_referrer(referral, by=coordinator, questions=["Who else knows?", "Since when?"])
    question = referral.questions.first()
    operations.answer_questions(referral, by=officer, **{question.reference: "Nobody."})
    operations.withdraw_referral(referral, by=officer, reason="His mother asks for it.")
    look("received", coordinator)
    said = {"goes_on": True, "rationale": "A worry remains.", "words_for_referrer": "We go on."}
    operations.answer_withdrawal(referral, by=coordinator, **said)
    operations.give_feedback(referral, by=coordinator, what_helped="His own words.")
    factories.assessed(referral, coordinator)
    operations.ask_second_reader(referral, by=coordinator, reader=second_coordinator)
    operations.give_second_reading(referral, by=second_coordinator, remains="yes", reasons="He speaks of harm.")
    operations.offer_transfer(referral, by=coordinator, to_area=other_area, reason="He lives there.")
    look("transferring", coordinator, stranger)
    operations.decline_transfer(referral, by=stranger, answer="He lives with you.")
    look("assessed", coordinator)
    request = factories.at_gateway(referral, coordinator, police)
    factories.hold(referral.individual, gateway)
    look("at gateway", coordinator, gateway)
    operations.lift_hold(referral.individual.holds.get(), by=gateway)
    factories.answered(request, gateway)
    factories.case(referral, coordinator, panel)
    look("accepted", coordinator)
    assert {key: many for key, many in asked.items() if many > MOST} == {}


def test_one_that_was_passed_on_asks_no_more_in_either_area(
    client, queries_of, officer, coordinator, other_area, stranger
):
    referral = factories.assessed(factories.referral(officer), coordinator)
    factories.file(referral)
    operations.offer_transfer(referral, by=coordinator, to_area=other_area, reason="He lives there.")
    there = operations.accept_transfer(referral, by=stranger)
    asked = []
    for reader, each in ((coordinator, referral), (stranger, there)):
        client.force_login(reader)
        asked.append(queries_of(each.get_absolute_url()))
    client.force_login(officer)
    asked += [queries_of(reverse("referrals:follow_referral", args=[each.reference])) for each in (referral, there)]
    assert max(asked) <= MOST, asked


def test_what_is_fetched_together_is_as_if_each_were_fetched_by_itself(
    full_referral, officer, coordinator, django_assert_num_queries
):
    factories.received(full_referral, coordinator)
    operations.ask_referrer(full_referral, by=coordinator, questions=["Who else?", "Since when?"])
    operations.answer_questions(full_referral, by=officer, **{full_referral.questions.first().reference: "Nobody."})
    kinds = {
        "entries": full_referral.entries.all(),
        "support_needs": full_referral.support_needs.all(),
        "questions": full_referral.questions.select_related("answered_by"),
        "urgency_judgements": full_referral.urgency_judgements.select_related("best_placed__area"),
        "withdrawals": full_referral.withdrawals.all(),
    }
    by_themselves = {name: [values_of(each) for each in kind.all()] for name, kind in kinds.items()}
    assert [len(found) for found in by_themselves.values()] == [3, 1, 2, 1, 0]
    with django_assert_num_queries(1):
        fetch_together(full_referral, **kinds)
        together = {name: [values_of(each) for each in getattr(full_referral, name).all()] for name in kinds}
    assert together == by_themselves


def values_of(record):
    """Every column of a record, and of what was fetched with it."""
    own = {field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields}
    return own | {
        name: each and values_of(each) for name, each in record._state.fields_cache.items() if name != "referral"
    }


def test_where_the_sealed_part_is_can_be_fetched_without_what_it_says(officer, coordinator):
    referral = factories.referral(officer, **factories.ON_BEHALF)
    fetch_together(referral, places=place_of_source(referral, coordinator))
    (place,) = referral.places
    assert place.get_absolute_url() == referral.sealed_source.get_absolute_url()
    assert {"source_name", "source_contact"} <= place.get_deferred_fields()
