"""Making the minutes of an item: what stands in them, by whom they are made, and who opens them."""

import pypdfium2
import pytest
import weasyprint  # noqa: F401  Loaded before a PDF's child is forked, as the PDF worker does.
from django.core.exceptions import PermissionDenied

from panels import operations
from panels.models import Minutes
from prevent_cases.accounts.models import system_user
from prevent_cases.operations import AlreadyDone
from tests import factories


@pytest.fixture
def minutes(case, meeting, coordinator, chair, police, police_representative) -> Minutes:
    """Asked for when the meeting ended, and not made yet."""
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    operations.start_meeting(meeting, by=chair)
    operations.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    said = factories.ADOPTED | {"rationale": "A mentor could help him find other company."}
    operations.decide_item(meeting.items.get(), by=chair, **said)
    factories.action(case, police, chair, what="Meet his grandmother.")
    operations.end_meeting(meeting, by=chair)
    return Minutes.objects.get()


def test_they_say_who_was_there_what_was_decided_and_what_was_agreed(minutes, case):
    operations.make_minutes(minutes, by=system_user())
    pages = pypdfium2.PdfDocument(minutes.read())
    text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
    for words in (
        case.reference,
        "Perry Police",
        "Enter: offer support",
        "A mentor could help him",
        "Meet his grandmother.",
    ):
        assert words in text, words
    assert "Ashwin" not in text


def test_they_are_made_by_the_errand_that_the_end_of_the_meeting_left(minutes, do_errands):
    do_errands()
    minutes.refresh_from_db()
    assert minutes.made_at


def test_made_once_they_stand(minutes):
    operations.make_minutes(minutes, by=system_user())
    with pytest.raises(AlreadyDone):
        operations.make_minutes(minutes, by=system_user())


def test_nobody_but_the_service_makes_them(minutes, chair):
    with pytest.raises(PermissionDenied):
        operations.make_minutes(minutes, by=chair)


def test_whoever_sees_the_case_opens_them_and_nobody_else(unprinted, client, minutes, chair, representative):
    operations.make_minutes(minutes, by=system_user())
    client.force_login(chair)
    opened = client.get(minutes.get_absolute_url())
    assert (opened.status_code, opened["Content-Type"]) == (200, "application/pdf")
    client.force_login(representative)
    assert client.get(minutes.get_absolute_url()).status_code == 404
