"""An answer about support, as a panel hears of it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases.models import Case
from panels import operations
from prevent_cases import clock
from prevent_cases.audit.models import AuditEntry
from prevent_cases.reference.models import ConsentPolicy
from tests import factories


@pytest.mark.parametrize("before", [[], ["given"]])
@pytest.mark.parametrize("answer", ["refused", "unable"])
def test_without_it_support_stops_and_the_case_is_on_the_next_agenda(adopted, coordinator, chair, before, answer):
    for each in before:
        factories.consent(adopted, coordinator, each)
    with clock.at(clock.now() + timedelta(days=2)):  # The meeting for which it was listed at first is over.
        factories.consent(adopted, chair, "withdrawn" if before else answer)
        listed = adopted.agenda_items.latest("pk").meeting
        assert listed.starts_at > clock.now()
    assert (adopted.stage, adopted.consent_given_on, adopted.consent_ends_on) == ("awaiting_panel", None, None)
    assert adopted.agenda_items.count() == 2


def test_by_the_page(client, adopted, area, coordinator):
    factories.policy(area, ConsentPolicy, wording="Our leaflet, version 7")
    client.force_login(coordinator)
    page = reverse("panels:record_consent", args=[adopted.reference])
    form = client.get(page).content.decode()
    assert "Refusing or withdrawing is never held against anybody." in form
    assert "Our leaflet, version 7" in form
    today = clock.today()
    answers = factories.answer(adopted) | {
        "answered_on_day": today.day,
        "answered_on_month": today.month,
        "answered_on_year": today.year,
    }
    wrong = client.post(page, answers | {"responsibility": " "})
    assert wrong.status_code == 409
    assert "by what right" in wrong.content.decode()
    assert "Support for you, version 2" in wrong.content.decode()
    assert client.post(page, answers).status_code == 302
    offered = client.get(page).context["form"].fields["answer"].choices
    assert [value for value, _ in offered] == ["withdrawn", "unable"]
    assert Case.objects.get(pk=adopted.pk).stage == "active"


def test_one_entry_for_each_operation(adopted, chair, coordinator, police_representative):
    operations.record_withdrawal(adopted, by=police_representative, **factories.answer(adopted, answer="refused"))
    assert list(AuditEntry.objects.order_by("-pk").values_list("what", flat=True)[:2]) == [
        "panels.record_withdrawal", "cases.record_withdrawal",
    ]  # fmt: skip
    factories.adopted(adopted, chair)
    factories.consent(adopted, coordinator, "refused")
    assert list(AuditEntry.objects.order_by("-pk").values_list("what", flat=True)[:3]) == [
        "panels.record_consent", "panels.put_on_next_agenda", "cases.record_consent",
    ]  # fmt: skip
