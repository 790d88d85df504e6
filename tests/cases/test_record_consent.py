"""The ledger of agreement to support: who answered for whom, what counts on which day, and what ends by itself."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils.formats import date_format

from cases import operations, tasks
from cases.models import Case, Consent
from cases.operations import move_case
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import AlreadyDone, NotVisible, Refused
from tests import factories
from tests.cases.consent_histories import compare_histories, write
from tests.cases.raw import executed, refused

# What another line of the ledger has of its own.
OWN = ("reference", "answer")


def raw(sql: str, *values):
    """As whoever goes behind Django's back."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


# What it does


def test_given_support_may_start_and_the_line_says_how_it_was_asked(adopted, coordinator):
    line = factories.consent(adopted, coordinator)
    assert (adopted.stage, adopted.consent_given_on) == ("active", clock.today())
    assert (line.answered_name, line.language, line.wording) == ("Una Birch", "English", "Support for you, version 2")
    # His mother decides until he is 18.
    assert line.ends_on == adopted.consent_ends_on
    assert (line.ends_on.year, line.ends_on.month) == (
        adopted.individual.born_on.year + 18,
        adopted.individual.born_on.month,
    )


def test_what_was_recorded_in_error_counts_no_more(adopted, coordinator, representative):
    given = factories.consent(adopted, coordinator)
    with pytest.raises(NotVisible):
        operations.record_consent_in_error(given, by=representative, reason="It was his brother.")
    operations.record_consent_in_error(given, by=coordinator, reason="It was his brother.")
    adopted.refresh_from_db()
    assert (adopted.stage, adopted.consent_given_on) == ("consent_pending", None)
    with pytest.raises(Refused, match="said already"):
        operations.record_consent_in_error(given, by=coordinator, reason="Again.")
    # And what was wrongly taken for its end does not end it.
    factories.consent(adopted, coordinator)
    wrong = factories.consent(adopted, coordinator, "withdrawn")
    operations.record_consent_in_error(wrong, by=coordinator, reason="She meant the other boy.")
    adopted.refresh_from_db()
    assert (adopted.stage, adopted.consent_given_on) == ("active", clock.today())


def test_nor_where_answers_were_once_recorded_out_of_their_order(adopted, coordinator):
    """As older ledgers have them: a refusal of a later day, and a consent on which the case stands all the same."""
    given = factories.consent(adopted, coordinator)
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, "cases_consent")
        own = {"reference": "'ANOTHER'", "answer": "'refused'", "answered_on": "answered_on + 1", "agreed_to": "''"}
        own |= {"reason": "'Not now.'", "id": "id + 1000", "recorded_at": "recorded_at - interval '30 days'"}
        names = [each.name for each in described]
        values = ", ".join(own.get(name, f'"{name}"') for name in names)
        quoted = ", ".join(f'"{name}"' for name in names)
        # What is asked at the commit, of newer ones, is not asked here.
        cursor.execute(f"INSERT INTO cases_consent ({quoted}) SELECT {values} FROM cases_consent")
    with clock.at(clock.now() + timedelta(days=2)):
        operations.record_consent_in_error(given, by=coordinator, reason="It was his brother.")
    adopted.refresh_from_db()
    assert (adopted.stage, adopted.consent_given_on) == ("consent_pending", None)


def test_the_case_and_its_ledger_agree_on_what_is_in_force_whatever_was_recorded_in_error(adopted, coordinator, chair):
    given = factories.consent(adopted, coordinator)
    wrong = factories.consent(adopted, coordinator, "withdrawn")
    # The panel has offered support again meanwhile.
    factories.adopted(adopted, chair)
    operations.record_consent_in_error(wrong, by=coordinator, reason="She meant the other boy.")
    adopted.refresh_from_db()
    assert adopted.consents.in_force_on(clock.today()) == given
    assert (adopted.stage, adopted.consent_given_on, adopted.consent_ends_on) == (
        "active", given.answered_on, given.ends_on,
    )  # fmt: skip
    # It has ended meanwhile.
    factories.final_assessment(adopted, coordinator)
    operations.plan_exit(adopted, by=chair, **factories.EXIT_PLAN)
    move_case(adopted, by=chair, stage="exited")
    operations.record_consent_in_error(given, by=coordinator, reason="It was his brother.")
    adopted.refresh_from_db()
    assert (adopted.stage, adopted.consent_given_on, adopted.consent_ends_on) == ("exited", None, None)


def test_a_parents_consent_ends_on_the_eighteenth_birthday_and_support_needs_the_persons_own(adopted, coordinator):
    line = factories.consent(adopted, coordinator)
    birthday = datetime.combine(line.ends_on, datetime.min.time(), clock.LONDON)
    with clock.at(birthday - timedelta(minutes=1)):
        tasks.end_consents()
        assert Case.objects.get().stage == "active"
        assert adopted.consent_words.startswith("Given on")
        with pytest.raises(AlreadyDone):
            operations.end_consent(adopted, by=system_user())
    with clock.at(birthday + timedelta(minutes=1)):
        assert adopted.consent_words == f"Ended on {date_format(line.ends_on, 'j F Y')}"
        for _ in range(2):
            tasks.end_consents()
        adopted.refresh_from_db()
        assert (adopted.stage, adopted.consent_given_on) == ("consent_pending", None)
        with pytest.raises(Refused, match="only the person agrees") as refusal:
            factories.consent(adopted, coordinator, answered_by="parent", answered_name="Una", responsibility="Mother")
        assert refusal.value.field == "answered_by"
        # Nor does what he said as a child count as an adult's.
        with pytest.raises(Refused, match="Under 18, a parent or guardian agrees"):
            factories.consent(adopted, coordinator, answered_on=line.ends_on - timedelta(days=1))
        own = factories.consent(adopted, coordinator)
        assert (own.answered_by, own.ends_on, adopted.stage) == ("person", None, "active")
    assert AuditEntry.objects.filter(what="cases.end_consent").count() == 1


# When it refuses


def test_what_was_not_given_is_not_withdrawn_and_what_was_given_not_given_again(adopted, coordinator):
    with pytest.raises(Refused, match="it is not withdrawn"):
        factories.consent(adopted, coordinator, "withdrawn")
    factories.consent(adopted, coordinator)
    with pytest.raises(Refused, match="given already"):
        factories.consent(adopted, coordinator)
    with pytest.raises(Refused, match="a later day already"):
        factories.consent(adopted, coordinator, "withdrawn", answered_on=clock.today() - timedelta(days=1))


def test_on_the_birthday_itself_the_persons_own_answer_is_taken_whether_or_not_the_round_has_come_by(
    adopted, coordinator
):
    line = factories.consent(adopted, coordinator)
    with clock.at(datetime.combine(line.ends_on, datetime.min.time(), clock.LONDON) + timedelta(minutes=1)):
        own = factories.consent(adopted, coordinator)
    assert (own.answered_by, adopted.stage, adopted.consent_ends_on) == ("person", "active", None)


def test_whoever_cannot_decide_any_more_receives_no_support_until_somebody_can(adopted, coordinator):
    factories.consent(adopted, coordinator)
    factories.consent(adopted, coordinator, "unable")
    assert (adopted.stage, adopted.consent_given_on) == ("awaiting_panel", None)


def test_not_before_the_panel_has_decided(case, coordinator):
    with pytest.raises(Refused, match="once the panel has decided"):
        factories.consent(case, coordinator)


def test_a_child_does_not_agree_alone_and_nobody_agrees_tomorrow(adopted, coordinator):
    with pytest.raises(Refused, match="Under 18, a parent or guardian agrees"):
        factories.consent(adopted, coordinator, answered_by="person", answered_name="", responsibility="")
    with pytest.raises(Refused, match="cannot be in the future"):
        factories.consent(adopted, coordinator, answered_on=clock.today() + timedelta(days=1))


@pytest.mark.parametrize(
    ("constraint", "change"),
    [
        ("no_support_without_consent", "UPDATE cases_case SET stage = 'active' WHERE id = %s"),
        ("only_consent_that_was_given_ends", "UPDATE cases_case SET consent_ends_on = '2030-01-01' WHERE id = %s"),
    ],
)
def test_the_database_itself_refuses_support_without_consent(case, constraint, change):
    with pytest.raises(IntegrityError, match=constraint):
        raw(change, case.pk)


LEDGER = "the consent that its ledger has last"


def test_support_stands_on_the_line_that_the_ledger_has_last_whoever_writes(adopted, coordinator):
    support = "UPDATE cases_case SET stage = 'active', consent_given_on = %s"
    refused(support, clock.today(), match=LEDGER)
    line = factories.consent(adopted, coordinator)
    executed("UPDATE cases_case SET consent_given_on = consent_given_on")
    # On no other day, and not beyond the eighteenth birthday.
    refused(support, clock.today() - timedelta(days=1), match=LEDGER)
    for ends_on in (None, line.ends_on + timedelta(days=1)):
        refused("UPDATE cases_case SET consent_ends_on = %s", ends_on, match=LEDGER)
    # What was refused, or was recorded in error, is not consent, though the case is not touched.
    in_error = "UPDATE cases_consent SET in_error_at = now(), in_error_by_id = %s, in_error_reason = 'His brother.'"
    refused(in_error, coordinator.pk, match=LEDGER)
    names = ", ".join(field.column for field in Consent._meta.concrete_fields if field.column not in ("id", *OWN))
    again = f"INSERT INTO cases_consent (reference, answer, {names}) SELECT 'ANOTHER', %s, {names} FROM cases_consent"
    refused(again, "withdrawn", match=LEDGER)
    executed(again, "given")


def test_what_is_left_after_an_error_is_what_the_ledger_has(adopted, coordinator, chair):
    """Each way in which operations move it, asked as at the commit."""
    given = factories.consent(adopted, coordinator)
    wrong = factories.consent(adopted, coordinator, "withdrawn")
    executed("SELECT 1")
    operations.record_consent_in_error(wrong, by=coordinator, reason="She meant the other boy.")
    executed("SELECT 1")
    factories.final_assessment(adopted, coordinator)
    operations.plan_exit(adopted, by=chair, **factories.EXIT_PLAN)
    move_case(adopted, by=chair, stage="exited")
    executed("SELECT 1")
    operations.record_consent_in_error(given, by=coordinator, reason="It was his brother.")
    executed("SELECT 1")


def test_of_a_case_without_a_plan_a_refusal_is_said_to_be_in_error_only_once_the_panel_has_made_one(
    case, police, police_representative, coordinator, chair
):
    """As older cases are: support was offered before plans were kept."""
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    said = factories.answer(case, answer="refused")
    write([Consent(case=case, recorded_by=coordinator, recorded_at=clock.now(), **said)])
    refusal = case.consents.get()
    with pytest.raises(Refused, match="no plan of support"):
        operations.record_consent_in_error(refusal, by=coordinator, reason="His brother.")
    operations.plan_support(case, by=chair, **factories.PLAN)
    operations.record_consent_in_error(refusal, by=coordinator, reason="His brother.")
    executed("SELECT 1")
    case.refresh_from_db()
    assert case.stage == "consent_pending"


def test_after_a_withdrawal_a_panel_takes_a_case_on_only_with_a_new_plan(adopted, coordinator, chair):
    taken_on = "UPDATE cases_case SET stage = 'consent_pending' WHERE stage = 'awaiting_panel'"
    factories.consent(adopted, coordinator)
    factories.consent(adopted, coordinator, "withdrawn")
    refused(taken_on, match="with a plan of support")
    with clock.at(clock.now() + timedelta(days=1)):
        operations.plan_support(adopted, by=chair, **factories.PLAN)
        # One that was to be looked at on a day that was past already is none.
        stale = [plan for plan in adopted.support_plans.values() if plan.pop("id")][-1]
        executed(taken_on)
    executed("UPDATE cases_case SET stage = 'awaiting_panel'")
    with clock.at(clock.now() + timedelta(days=2)):
        executed("UPDATE cases_case SET stage = 'consent_pending'")
        factories.consent(adopted, coordinator, "refused")
        stale |= {"review_on": clock.today(), "made_at": clock.now() + timedelta(minutes=1)}
        names, places = ", ".join(stale), ", ".join(["%s"] * len(stale))
        executed(f"INSERT INTO cases_supportplan ({names}) VALUES ({places})", *stale.values())
        refused(taken_on, match="a day on which it looks at it next")


@pytest.mark.parametrize(
    ("constraint", "wrong"),
    [
        ("consent_says_who_asked", {"asked_by": ""}),
        ("consent_says_what_was_agreed_to", {"agreed_to": ""}),
        ("whoever_answers_for_somebody", {"responsibility": ""}),
        ("whoever_cannot_decide", {"answered_by": "person", "capacity": "unable", "ends_on": None}),
        ("only_anothers_consent_ends", {"answered_by": "person"}),
    ],
)
def test_the_database_refuses_a_line_that_says_too_little(adopted, coordinator, constraint, wrong):
    line = factories.consent(adopted, coordinator)
    values = {field.column: getattr(line, field.attname) for field in Consent._meta.concrete_fields} | wrong
    values |= {"id": None, "reference": "ANOTHERONE"}
    del values["id"]
    columns, places = ", ".join(f'"{name}"' for name in values), ", ".join(["%s"] * len(values))
    with pytest.raises(IntegrityError, match=constraint):
        raw(f"INSERT INTO cases_consent ({columns}) VALUES ({places})", *values.values())


def test_the_ledger_is_only_added_to(adopted, coordinator):
    consent = factories.consent(adopted, coordinator)
    for change in ("answer = 'refused'", "answered_on = '2020-01-01'"):
        with pytest.raises(Exception, match="Cannot update"):
            raw(f"UPDATE cases_consent SET {change} WHERE id = %s", consent.pk)
    with pytest.raises(IntegrityError, match="in_error_says_why"):
        raw("UPDATE cases_consent SET in_error_at = now() WHERE id = %s", consent.pk)
    operations.record_consent_in_error(consent, by=coordinator, reason="It was his brother.")
    with pytest.raises(Exception, match="Cannot update"):
        raw("UPDATE cases_consent SET in_error_reason = 'Nothing.' WHERE id = %s", consent.pk)


# What had they agreed to on a day?


def test_what_had_been_agreed_to_on_a_day_is_exact_in_two_hundred_histories(adopted, coordinator):
    """`python3 run.py prove consent` compares a thousand, and asks for each day alone."""
    compare_histories(adopted, coordinator, 200, asked_alone=1)


# Who may


def test_a_reader_does_not_record_it(adopted, police_representative):
    with pytest.raises(PermissionDenied):
        operations.record_consent(adopted, by=police_representative, **factories.answer(adopted))


# Its pages


def test_the_page_keeps_three_things_apart_and_says_what_was_agreed_to_on_a_day(client, adopted, coordinator):
    factories.consent(adopted, coordinator, agreed_to="A mentor, canary-a.", answered_on=clock.today())
    operations.record_being_told(
        adopted, by=coordinator, whom="person", told=True, on=clock.today(), what="The leaflet, canary-t."
    )
    client.force_login(coordinator)
    page = reverse("cases:consent", args=[adopted.reference])
    text = client.get(page).content.decode()
    parts = [
        text.index(each)
        for each in ("Agreement to receive support</h2>", "The lawful basis to share</h2>", "Having been told</h2>")
    ]
    assert parts == sorted(parts)
    assert parts[0] < text.index("canary-a") < parts[1] < text.index("Public task, for safeguarding") < parts[2]
    assert text.index("canary-t") > parts[2]
    assert "never held against anybody" in text

    def on(day: date) -> str:
        asked = {"on_day": day.day, "on_month": day.month, "on_year": day.year}
        return client.get(page, asked).content.decode()

    assert "nobody had answered by then" in on(clock.today() - timedelta(days=1))
    assert "They had agreed on" in on(clock.today())
    assert "must be today or in the past" in on(clock.today() + timedelta(days=1))
