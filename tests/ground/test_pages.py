"""The page classes, on the pages of accounts: what is shown, recorded and refused, whatever the page is about."""

import pytest
from django.contrib.messages import get_messages

from prevent_cases.accounts.models import Agency
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.audit.records import key_of
from tests import factories

SCHOOL = {"name": "Mill School", "type": "school", "sector": "education"}


@pytest.fixture
def signed_in(client, administrator):
    client.force_login(administrator)
    return client


@pytest.fixture
def add_agency(area):
    return f"/accounts/areas/{area.slug}/agencies/add/"


# A record


def test_a_view_is_recorded_once_with_the_permission_it_was_shown_under(signed_in, administrator, area):
    signed_in.get(area.get_absolute_url())
    entry = AuditEntry.objects.latest("pk")
    assert (entry.by, entry.what, entry.sentence) == (key_of(administrator), "accounts.view_area", "Area viewed.")
    assert (entry.about, entry.changes) == ([key_of(area)], "[]")


def test_what_one_may_not_see_answers_as_what_never_was_and_leaves_no_entry(client, school, stranger):
    client.force_login(stranger)
    before = AuditEntry.objects.count()
    hidden, missing = client.get(school.get_absolute_url()), client.get("/accounts/agencies/never-was/")
    assert hidden.status_code == missing.status_code == 404
    assert AuditEntry.objects.count() == before


def test_a_page_asks_nobody_who_is_not_signed_in(client, area):
    answer = client.get(area.get_absolute_url())
    assert answer.headers["Location"] == f"/sign-in/?next={area.get_absolute_url()}"


# A list


def test_a_list_that_goes_on_after_what_no_reference_can_hold_is_404(client, coordinator):
    client.force_login(coordinator)
    assert client.get("/referrals/?after=%00").status_code == 404


# An operation


def test_the_form_is_shown_to_whoever_may(signed_in, add_agency):
    page = signed_in.get(add_agency)
    assert page.status_code == 200
    assert "Add an agency" in page.content.decode()


def test_success_says_the_operations_sentence_and_leads_on(signed_in, area, add_agency):
    answer = signed_in.post(add_agency, SCHOOL)
    assert (answer.status_code, answer.headers["Location"]) == (302, area.get_absolute_url())
    assert [str(message) for message in get_messages(answer.wsgi_request)] == ["Agency added."]
    assert Agency.objects.get().name == "Mill School"


def test_answers_that_do_not_hold_come_back_with_what_is_wrong(signed_in, add_agency):
    answer = signed_in.post(add_agency, SCHOOL | {"name": ""})
    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()
    assert not Agency.objects.exists()


def test_a_refusal_stands_beside_the_question_it_is_about(signed_in, add_agency):
    signed_in.post(add_agency, SCHOOL)
    answer = signed_in.post(add_agency, SCHOOL)
    assert answer.status_code == 409
    assert answer.context["form"].errors == {"name": ["There is an agency of this name in this area."]}


def test_what_is_not_possible_now_is_the_page_with_the_reason(signed_in, area):
    post = factories.post(area, PostKind.COORDINATOR)
    page = signed_in.get(f"/accounts/posts/{post.reference}/confirm/")
    assert page.status_code == 200
    assert "This post has been confirmed." in page.content.decode()
    assert "<form" not in page.content.decode().partition("<main")[2]


def test_a_person_who_sees_but_may_not_is_told_403_and_a_stranger_404(client, add_agency, coordinator, stranger, area):
    post = factories.post(area, PostKind.FRONT_DOOR)
    client.force_login(coordinator)
    assert client.get(add_agency).status_code == client.post(add_agency, SCHOOL).status_code == 403
    client.force_login(stranger)
    assert client.get(f"/accounts/posts/{post.reference}/withdraw/").status_code == 404
    assert not Agency.objects.exists()


# A history


def test_a_history_tells_what_was_done_by_whom_newest_first_without_who_looked(signed_in, administrator, area):
    signed_in.get(area.get_absolute_url())
    factories.agency(area)
    administrator.name = "Ada Married"
    administrator.save()
    history = signed_in.get(f"/accounts/areas/{area.slug}/history/").context["history"]
    assert [(line.sentence, line.by) for line in history.records] == [
        ("Agency added.", "Ada Married"),
        ("Area opened, with its first two administrators.", "Unattended service"),
    ]


def test_who_looked_is_shown_to_whoever_asks(signed_in, area):
    signed_in.get(area.get_absolute_url())
    page = signed_in.get(f"/accounts/areas/{area.slug}/history/?views=yes")
    assert [line.sentence for line in page.context["history"].records][:2] == ["Area viewed.", "Area viewed."]


def test_a_long_history_comes_in_pages(signed_in, area):
    for number in range(30):
        factories.agency(area, f"School {number}")
    address = f"/accounts/areas/{area.slug}/history/"
    first = signed_in.get(address).context["history"]
    second = signed_in.get(f"{address}?after={first.next}").context["history"]
    assert (len(first.records), len(second.records), second.next) == (25, 6, "")
    assert signed_in.get(f"{address}?after=nonsense").status_code == 404
    assert signed_in.get(f"{address}?after=00000000-0000-0000-0000-000000000000").status_code == 404


def test_a_history_costs_the_same_however_long_it_is(signed_in, area, queries_of):
    address = f"/accounts/areas/{area.slug}/history/"
    short = queries_of(address)
    for number in range(20):
        factories.agency(area, f"School {number}")
    assert queries_of(address) == short
