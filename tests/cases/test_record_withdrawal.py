"""That support is not wanted, or not any more: recorded at once, by whoever works on the case."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

import panels.operations
from cases import operations
from cases.models import Case, Consent
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.later.models import OutboxRow
from prevent_cases.operations import NotVisible, Refused
from tests import factories


@pytest.fixture
def by_name(given, childrens_services, representative, colleague, coordinator):
    """Put on the case by name, beside the representative of an agency with which it is shared to read."""
    factories.share(given.case, childrens_services, coordinator)
    operations.put_colleague_on_case(
        given.case, by=representative, agency=childrens_services, colleague=colleague, purpose="Knows him."
    )
    return colleague


def test_who_records_it(client, supported, by_name, giver, nora, second_nurse, nhs, coordinator, chair, organiser,
                        police_representative, representative, officer, stranger, school):  # fmt: skip
    """By hand: its page, its endpoint, the page of any answer, and whether the consent page leads there."""
    pages = [reverse(f"panels:{name}", args=[supported.reference]) for name in ("record_withdrawal", "record_consent")]
    endpoint = reverse("panels_api:record_withdrawal", args=[supported.reference])
    factories.share(supported, nhs, coordinator, level="contribute")
    glass = factories.person(school, PostKind.REPRESENTATIVE, "Gwen Glass")
    operations.break_glass(supported, by=glass, kind="other", reason="He has been brought to our emergency room.")
    for person, answers in {
        coordinator: [200, 422, 200, False],
        chair: [200, 422, 200, False],
        police_representative: [200, 422, 403, True],
        representative: [200, 422, 403, True],
        by_name: [200, 422, 403, True],
        organiser: [403, 403, 403, False],
        glass: [403, 403, 403, False],
        nora: [404, 404, 404, False],
        giver: [404, 404, 404, False],
        officer: [404, 404, 404, False],
        stranger: [404, 404, 404, False],
    }.items():
        client.force_login(person)
        found = [client.get(page).status_code for page in pages]
        found.insert(1, client.post(endpoint, {}, content_type="application/json").status_code)
        consent = client.get(reverse("cases:consent", args=[supported.reference])).content.decode()
        assert [*found, pages[0] in consent] == answers, person
    with pytest.raises(PermissionDenied):
        panels.operations.record_withdrawal(supported, by=glass, **factories.answer(supported, answer="withdrawn"))
    with pytest.raises(NotVisible):
        panels.operations.record_withdrawal(supported, by=giver, **factories.answer(supported, answer="withdrawn"))


def consequences(case, record, by, answer) -> dict:
    """All that follows from an answer, which is then undone."""
    with transaction.atomic():
        asked = OutboxRow.objects.count()
        line = record(Case.objects.get(pk=case.pk), by=by, **factories.answer(case, answer=answer, reason="Enough."))
        case = Case.objects.get(pk=case.pk)
        who_and_when = ("_state", "id", "reference", "recorded_by_id", "recorded_at")
        found = {
            "stage": case.stage,
            "rests on": (case.consent_given_on, case.consent_ends_on),
            "listed": list(case.agenda_items.values_list("meeting__starts_at", flat=True)),
            "told": sorted(row.task for row in OutboxRow.objects.order_by("pk")[asked:]),
            "line": {name: value for name, value in vars(line).items() if name not in who_and_when},
        }
        transaction.set_rollback(True)
    return found


def test_what_follows_is_what_follows_from_any_such_answer(adopted, coordinator, chair, police_representative, provider,
                                                           giver):  # fmt: skip
    """Asked for the first time, and while support is given."""
    told = ["cases.tell_of_withdrawal"]
    for answers in (("refused", "unable"), ("withdrawn", "unable")):
        with clock.at(clock.now() + timedelta(days=2)):  # The meeting for which it was listed at first is over.
            for answer in answers:
                found = consequences(adopted, panels.operations.record_withdrawal, police_representative, answer)
                assert found == consequences(adopted, panels.operations.record_consent, chair, answer)
                assert (found["stage"], found["rests on"]) == ("awaiting_panel", (None, None))
                assert found["listed"][-1] > clock.now()
                assert (len(found["listed"]), found["told"]) == (2, told)
        if adopted.stage == "consent_pending":
            factories.consent(adopted, coordinator)
            factories.intervention(adopted, provider, coordinator, giver)
            told = ["cases.tell_of_stop", *told]


def test_that_it_was_given_is_not_recorded_this_way_nor_is_a_hold_noticed(client, adopted, police_representative,
                                                                          representative, childrens_services, gateway,
                                                                          coordinator):  # fmt: skip
    factories.share(adopted, childrens_services, coordinator)
    factories.hold(adopted.individual, gateway)
    address = reverse("panels_api:record_withdrawal", args=[adopted.reference])
    given = factories.answer(adopted)
    for person in (representative, police_representative):
        with pytest.raises(Refused, match="recorded by the coordinator") as refusal:
            panels.operations.record_withdrawal(adopted, by=person, **given)
        assert refusal.value.field == "answer"
    client.force_login(representative)
    sent = given | {"answered_on": clock.today().isoformat()}
    assert client.post(address, sent, content_type="application/json").status_code == 422
    page = client.get(reverse("panels:record_withdrawal", args=[adopted.reference]))
    assert [value for value, _ in page.context["form"].fields["answer"].choices] == ["refused", "unable"]
    assert "agreed_to" not in page.context["form"].fields
    assert "It is never held against them." in page.content.decode()
    sent = {name: said for name, said in sent.items() if name in page.context["form"].fields}
    assert client.post(address, sent | {"answer": "refused"}, content_type="application/json").status_code == 201
    adopted.refresh_from_db()
    assert adopted.stage == "awaiting_panel"


def test_by_the_page_and_whoever_sees_to_the_case_is_told_once(
    client, do_errands, given, coordinator, second_coordinator, representative, by_name, queries_of
):
    case = given.case
    operations.arrange_cover(
        case.area, by=coordinator, away=coordinator, covered_by=second_coordinator, starts_on=clock.today(),
        until=clock.today(),
    )  # fmt: skip
    page = reverse("panels:record_withdrawal", args=[case.reference])
    today = clock.today()
    answers = factories.answer(case, answer="withdrawn", reason="Canary-enough.") | {
        "answered_on_day": today.day,
        "answered_on_month": today.month,
        "answered_on_year": today.year,
    }
    client.force_login(by_name)
    at_one = queries_of(page)
    do_errands()
    mail.outbox.clear()
    # Nothing is asked that whoever takes a call cannot answer: in which words, what was explained, what shows it.
    asked = client.get(page).context["form"]
    assert list(asked.fields) == [
        "answer", "answered_on", "answered_by", "answered_name", "responsibility", "capacity", "how", "own_view",
        "reason",
    ]  # fmt: skip
    answers = {name: said for name, said in answers.items() if name.startswith("answered_on") or name in asked.fields}
    assert client.post(page, answers | {"answered_by": ""}).status_code == 422
    recorded = client.post(page, answers, follow=True)
    words = " ".join(recorded.content.decode().split())
    assert "Recorded that support is not agreed to, or not any more. The panel looks again." in words
    assert "Canary-enough." in words
    line = Consent.objects.latest("pk")
    assert (line.answer, line.recorded_by) == ("withdrawn", by_name)
    for _ in range(2):
        do_errands()
    told = [sent for sent in mail.outbox if "It changes what comes next" in sent.body]
    assert sorted(sent.to for sent in told) == sorted([[coordinator.email], [second_coordinator.email]])
    # To anybody who sees it on a screen it says nothing.
    for sent in told:
        assert case.get_absolute_url() in sent.body
        for secret in ("consent", "withdr", "support", "Canary", by_name.name, case.individual.family_name):
            assert secret.lower() not in (sent.subject + sent.body).lower()
    operations.tell_of_withdrawal(case, by=system_user(), consent=line)  # As after a crash: shown once.
    again = [sent.extra_headers["Message-ID"] for sent in mail.outbox if "It changes what comes next" in sent.body]
    assert (len(again), len(set(again))) == (4, 2)
    # As many queries with three lines as with one. What the coordinator records, nobody needs to tell them.
    factories.adopted(case, factories.person(case.panel, PostKind.DEPUTY, "Dora Deputy"))
    factories.consent(case, coordinator)
    assert queries_of(page) == at_one
    factories.consent(case, coordinator, "withdrawn")
    assert OutboxRow.objects.filter(task="cases.tell_of_withdrawal").count() == 1
