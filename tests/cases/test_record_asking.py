"""That support was asked about and no answer came yet: it counts for nothing, and is asked again on a day."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format

from cases import operations
from cases.models import Consent
from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import Refused
from tests import factories
from tests.cases.raw import executed, refused
from tests.panels.reviews import summary_of
from tests.standing import standing

DAY = timedelta(days=1)
HOW = {"asked_by": "Connie of the council", "how": "by_telephone", "wording": "Support for you", "language": "Polish"}


@standing
def adopted(case, police, coordinator, police_representative, chair):
    """Its panel has offered support ten days ago, which is written down today."""
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    return factories.adopted(case, chair, days_ago=10)


def ask(case, by, **said) -> Consent:
    return factories.asking(case, by, asked_of_name="Una Birch", **said)


def in_words(day) -> str:
    return date_format(day, "j F Y")


def shown(client, person, name: str, case, **asked) -> str:
    client.force_login(person)
    return " ".join(client.get(reverse(name, args=[case.reference]), asked).content.decode().split())


# What it does


def test_it_counts_for_nothing_and_the_next_answer_ends_it(adopted, coordinator):
    assert adopted.consent_words == "To be asked"
    asked = ask(adopted, coordinator)
    adopted = type(adopted).objects.get()
    assert (adopted.stage, adopted.consent_given_on) == ("consent_pending", None)
    assert adopted.consent_words == f"Asked on {in_words(clock.today())}, no answer yet"
    assert adopted.consents.in_force_on(clock.today()) is adopted.consents.latest_by(clock.today()) is None
    assert adopted.consents.unanswered_on(clock.today()) == asked
    assert adopted.consents.unanswered_on(clock.today() - DAY) is None
    with pytest.raises(Refused, match="before it has been agreed to"):
        factories.intervention(adopted, factories.agency(adopted.area, "Larch Mentoring"), coordinator)
    factories.consent(adopted, coordinator)
    assert (adopted.stage, adopted.consents.unanswered_on(clock.today())) == ("active", None)
    with pytest.raises(Refused, match="given already"):
        ask(adopted, coordinator)


def test_nor_is_it_a_refusal_after_which_another_plan_is_needed(adopted, coordinator):
    """The plan is asked for by the database, too: at the commit."""
    with clock.at(clock.now() + timedelta(minutes=1)):
        ask(adopted, coordinator)
        wrong = factories.consent(adopted, coordinator, "refused")
        assert adopted.stage == "awaiting_panel"
        operations.record_consent_in_error(wrong, by=coordinator, reason="She meant the other boy.")
    executed("SELECT 1")
    adopted.refresh_from_db()
    assert (adopted.stage, adopted.is_planned_for) == ("consent_pending", True)


def test_what_it_stood_on_before_counts_beside_it(adopted, coordinator, chair):
    given = factories.consent(adopted, coordinator)
    wrong = factories.consent(adopted, coordinator, "withdrawn")
    factories.adopted(adopted, chair)
    ask(adopted, coordinator)
    operations.record_consent_in_error(wrong, by=coordinator, reason="She meant the other boy.")
    executed("SELECT 1")  # At the commit the database finds that the case and its ledger agree.
    adopted.refresh_from_db()
    assert (adopted.stage, adopted.consents.in_force_on(clock.today())) == ("active", given)


def test_recorded_in_error_it_was_not_asked(adopted, coordinator):
    asked = ask(adopted, coordinator)
    operations.record_consent_in_error(asked, by=coordinator, reason="It was his brother.")
    adopted = type(adopted).objects.get()
    assert (adopted.stage, adopted.consent_words) == ("consent_pending", "To be asked")


def test_the_page_the_next_steps_and_the_bar_say_it_and_what_was_so_on_a_day(client, adopted, coordinator):
    asked = ask(adopted, coordinator, asked_on=clock.today() - DAY, what_was_explained="What a mentor does.")
    on, again = in_words(asked.answered_on), in_words(asked.ask_again_on)
    page = shown(client, coordinator, "cases:consent", adopted)
    assert f"Asked on {on}, and not answered yet. To be asked again on {again}." in page
    for words in (
        "Connie of the council. Spoken, by telephone or video, in Polish",
        "Una Birch",
        "What a mentor does.",
    ):
        assert words in page
    assert f"Asked on {on}, no answer yet" in page
    assert "Capacity" not in page
    assert "as a receipt" not in page
    steps = shown(client, coordinator, "cases:view_case", adopted)
    assert f"Asked on {on}, and not answered yet" in steps
    assert reverse("cases:record_asking", args=[adopted.reference]) in steps

    def then(day) -> str:
        chosen = {"on_day": day.day, "on_month": day.month, "on_year": day.year}
        return shown(client, coordinator, "cases:consent", adopted, **chosen)

    assert f"Nothing: it was asked on {on}, and nobody had answered by then." in then(clock.today())
    assert "Nothing: nobody had answered by then." in then(clock.today() - 2 * DAY)
    read = client.get(reverse("cases_api:consent", args=[adopted.reference])).json()
    assert (read["unanswered"], read["latest"], read["in_force"]) == (asked.reference, None, None)
    assert (read["answers"][0]["answer"], read["answers"][0]["ask_again_on"]) == ("asked", str(asked.ask_again_on))
    sheet = shown(client, coordinator, "reports:statutory_sheet", adopted)
    assert f"The person, or a parent or guardian, was asked on {on}, and has not answered." in sheet
    assert "Who was asked: Una Birch." in sheet


def test_what_leaves_the_area_says_that_no_answer_came_and_when_it_is_asked_again(
    client, adopted, coordinator, chair, stranger, other_area, text_of
):
    asked = ask(adopted, coordinator)
    offer = factories.transfer(adopted, other_area, coordinator, signed_by=chair)
    pack = shown(client, stranger, "reports:transfer_pack", offer)
    copy = " ".join(text_of(summary_of(adopted, chair, "agreement").read()).split())
    for written in (pack, copy):
        assert f"Asked on {in_words(asked.answered_on)}" in written
        assert written.count("No answer came then") == 1
        assert f"To be asked again on {in_words(asked.ask_again_on)}" in written


def test_once_it_is_answered_nothing_says_that_it_is_asked_again(
    client, adopted, coordinator, chair, stranger, other_area, text_of
):
    """Nor of an earlier asking, where it was asked once more."""
    said = {"asked_on": clock.today() - 2 * DAY, "ask_again_on": clock.today() + 5 * DAY}
    first, second = ask(adopted, coordinator, **said), ask(adopted, coordinator)
    offer = factories.transfer(adopted, other_area, coordinator, signed_by=chair)

    def papers() -> list[str]:
        copy = text_of(summary_of(type(adopted).objects.get(), chair, "agreement").read())
        return [
            shown(client, stranger, "reports:transfer_pack", offer),
            " ".join(copy.split()),
            # The lines of the ledger: what is to be done stands above them too.
            shown(client, coordinator, "cases:consent", adopted).partition("</details>")[2],
        ]

    for written in papers():
        assert written.count("No answer came then") == 2
        assert written.count("To be asked again") == written.count(in_words(second.ask_again_on)) == 1
        assert in_words(first.ask_again_on) not in written
    factories.consent(adopted, coordinator, "refused")
    for written in papers():
        assert written.count("No answer came then") == 2
        assert "To be asked again" not in written
        assert in_words(second.ask_again_on) not in written


def test_the_pack_of_a_case_that_was_taken_on_says_what_was_awaited_then(
    client, adopted, coordinator, chair, stranger, other_area, there, thea
):
    asked = ask(adopted, coordinator)
    offer = factories.transfer(adopted, other_area, coordinator, signed_by=chair)
    again = f"To be asked again on {in_words(asked.ask_again_on)}"
    assert again in shown(client, stranger, "reports:transfer_pack", offer)
    factories.transferred(offer, there, stranger, thea)
    assert again in shown(client, stranger, "reports:transfer_pack", offer)


# When it refuses


def test_days_are_in_their_order_and_one_to_come_is_named(adopted, coordinator, chair):
    today = clock.today()
    for field, said in {
        "asked_on": {"asked_on": today + DAY, "ask_again_on": today + 2 * DAY},
        "ask_again_on": {"ask_again_on": today},
    }.items():
        with pytest.raises(Refused) as refusal:
            ask(adopted, coordinator, **said)
        assert refusal.value.field == field
    factories.consent(adopted, coordinator, "refused")
    with pytest.raises(Refused, match="once the panel has decided to offer support"):
        ask(adopted, coordinator)
    factories.adopted(adopted, chair)
    with pytest.raises(Refused, match="an answer of a later day") as refusal:
        ask(adopted, coordinator, asked_on=today - DAY)
    assert refusal.value.field == "asked_on"


@pytest.mark.parametrize("record", [operations.record_consent, operations.record_withdrawal])
def test_an_answer_that_is_learnt_of_later_ends_it_too(client, adopted, coordinator, record):
    """Asked once more, and then it is learnt what was said before that: nobody asks again, or waits."""
    today = clock.today()
    for days in (10, 0):
        ask(adopted, coordinator, asked_on=today - days * DAY)
    record(adopted, by=coordinator, **factories.answer(adopted, answer="refused", answered_on=today - 5 * DAY))
    adopted.refresh_from_db()
    assert adopted.stage == "awaiting_panel"
    assert adopted.consents.unanswered_on(today - 6 * DAY).answered_on == today - 10 * DAY
    assert adopted.consents.unanswered_on(today - 5 * DAY) is adopted.consents.unanswered_on(today) is None
    assert "not answered yet" not in shown(client, coordinator, "cases:consent", adopted)
    # Nor once it is to be asked anew.
    factories.adopted(adopted, factories.person(adopted.panel, PostKind.DEPUTY, "Dee Deputy"))
    adopted = type(adopted).objects.get()
    assert adopted.consent_words == "To be asked"
    assert "not answered yet" not in shown(client, coordinator, "cases:consent", adopted)


def test_support_begins_on_no_agreement_of_before_it_was_offered_or_asked_once_more(adopted, coordinator):
    offered_on = adopted.support_plans.get().offered_on
    too_early = f"The panel offered this support on {in_words(offered_on)}"

    def answer(day, **said):
        given = factories.answer(adopted, answered_on=day, **said)
        return operations.record_consent(adopted, by=coordinator, **given)

    with clock.at(clock.now() + 3 * DAY):
        with pytest.raises(Refused, match=too_early) as refusal:
            answer(offered_on - DAY)
        assert refusal.value.field == "answered_on"
        with pytest.raises(Refused, match=too_early) as refusal:
            ask(adopted, coordinator, asked_on=offered_on - DAY)
        assert refusal.value.field == "asked_on"
        ask(adopted, coordinator, asked_on=offered_on + 2 * DAY)
        with pytest.raises(Refused, match="It was asked on a later day") as refusal:
            answer(offered_on + DAY)
        assert refusal.value.field == "answered_on"
        answer(offered_on + 2 * DAY)
    adopted.refresh_from_db()
    assert adopted.stage == "active"


def test_the_forms_say_from_which_day_on(client, adopted, coordinator):
    offered_on = in_words(adopted.support_plans.get().offered_on)
    for name in ("cases:record_asking", "panels:record_consent"):
        assert f"offered this support on {offered_on}. Asking and agreement count" in shown(
            client, coordinator, name, adopted
        )
    assert offered_on in shown(client, coordinator, "cases:support", adopted).split("The panel offered it")[1][:200]
    # While support runs it can only be withdrawn.
    factories.consent(adopted, coordinator)
    adopted.refresh_from_db()
    assert "offered this support" not in shown(client, coordinator, "panels:record_consent", adopted)


def test_a_plan_that_is_revised_was_offered_when_the_one_before_it_was(adopted, coordinator, chair):
    """So that an agreement of before the revision, written down wrongly, can be written down rightly."""
    offered_on = adopted.support_plans.get().offered_on
    with clock.at(clock.now() + 30 * DAY):
        wrong = factories.consent(adopted, coordinator, answered_on=offered_on + 3 * DAY)
        operations.plan_support(adopted, by=chair, **factories.PLAN)
        assert [plan.offered_on for plan in adopted.support_plans.all()] == [offered_on, offered_on]
        operations.record_consent_in_error(wrong, by=coordinator, reason="It was his aunt who said so.")
        adopted = type(adopted).objects.get()
        assert adopted.stage == "consent_pending"
        factories.consent(adopted, coordinator, answered_on=offered_on + 3 * DAY)
    assert adopted.stage == "active"


def test_what_was_agreed_to_before_the_panel_offered_anew_is_nothing_to_go_back_to(client, adopted, coordinator, chair):
    offered_on = adopted.support_plans.get().offered_on
    with clock.at(clock.now() + 10 * DAY):
        given = factories.consent(adopted, coordinator, answered_on=offered_on + 2 * DAY)
        wrong = factories.consent(adopted, coordinator, "withdrawn", answered_on=offered_on + 5 * DAY)
    with clock.at(clock.now() + 20 * DAY):
        factories.adopted(adopted, chair)
        operations.record_consent_in_error(wrong, by=coordinator, reason="She meant the other boy.")
        adopted = type(adopted).objects.get()
        assert (adopted.stage, adopted.consent_given_on) == ("consent_pending", None)
        assert "There is none in force." in shown(client, coordinator, "cases:consent", adopted)
        read = client.get(reverse("cases_api:consent", args=[adopted.reference])).json()
        assert (read["in_force"], read["latest"]) == (None, given.reference)


def test_nothing_is_asked_before_the_panel_offers_support(case, coordinator):
    with pytest.raises(Refused, match="once the panel has decided to offer support"):
        ask(case, coordinator)


def test_it_is_no_answer_that_could_be_recorded_as_one(adopted, coordinator):
    with pytest.raises(Refused) as refusal:
        factories.consent(adopted, coordinator, "asked")
    assert refusal.value.field == "answer"


def test_the_database_keeps_it_whole(adopted, coordinator):
    asked = ask(adopted, coordinator)
    refused("UPDATE cases_consent SET ask_again_on = ask_again_on + 1 WHERE id = %s", asked.pk, match="Cannot update")
    refused("DELETE FROM cases_consent WHERE id = %s", asked.pk, match="Cannot delete|permission denied")
    columns = [field.column for field in Consent._meta.concrete_fields if not field.primary_key]
    for column, wrong in (
        ("ask_again_on", "NULL"),
        ("ask_again_on", "answered_on"),
        ("asked_by", "''"),
        ("wording", "''"),
        ("language", "''"),
        ("agreed_to", "'A mentor.'"),
        ("answer", "'refused'"),
    ):
        values = {"reference": "'BCDFGHJKLM'", column: wrong}
        names, said = ", ".join(columns), ", ".join(values.get(name, name) for name in columns)
        refused(
            f"INSERT INTO cases_consent ({names}) SELECT {said} FROM cases_consent WHERE id = %s",
            asked.pk,
            match="what_was_only_asked_says|whoever_answers_for_somebody",
        )


# Who may, and by the page and the endpoint


def test_the_page_leads_whoever_may_record_it_to_what_they_may_record(
    client, adopted, coordinator, police_representative, gateway
):
    def led_to(person) -> list[str]:
        page = shown(client, person, "cases:consent", adopted)
        names = ("panels:record_consent", "panels:record_withdrawal", "cases:record_asking")
        return [name for name in names if reverse(name, args=[adopted.reference]) in page]

    assert led_to(coordinator) == ["panels:record_consent", "cases:record_asking"]
    assert led_to(police_representative) == ["panels:record_withdrawal"]
    with transaction.atomic():
        factories.consent(adopted, coordinator)
        assert led_to(coordinator) == ["panels:record_consent"]
        assert led_to(police_representative) == ["panels:record_withdrawal"]
        transaction.set_rollback(True)
    factories.hold(adopted.individual, gateway)
    assert led_to(coordinator) == ["panels:record_withdrawal", "cases:record_asking"]


def test_it_is_recorded_by_whoever_records_the_answer(client, adopted, coordinator, police_representative):
    with pytest.raises(PermissionDenied):
        ask(adopted, police_representative)
    page, today = reverse("cases:record_asking", args=[adopted.reference]), clock.today()
    days = {
        f"{name}_{part}": getattr(day, part)
        for name, day in {"asked_on": today, "ask_again_on": today + DAY}.items()
        for part in ("day", "month", "year")
    }
    client.force_login(coordinator)
    assert "Consent in case" not in client.get(page).content.decode()
    assert client.post(page, HOW | days).status_code == 422
    assert client.post(page, HOW | days | {"asked_of": "person"}).status_code == 302
    endpoint = reverse("cases_api:record_asking", args=[adopted.reference])
    sent = HOW | {"asked_of": "person", "asked_on": str(today), "ask_again_on": str(today + 2 * DAY)}
    assert client.post(endpoint, sent, content_type="application/json").status_code == 201
    assert list(adopted.consents.values_list("answer", "ask_again_on")) == [
        ("asked", today + DAY), ("asked", today + 2 * DAY),
    ]  # fmt: skip
