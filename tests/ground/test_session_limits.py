"""How long one stays signed in."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from prevent_cases import clock

PAGE = "/accounts/"


@pytest.fixture
def signed_in(client, officer):
    client.force_login(officer)
    assert client.get(PAGE).status_code == 200
    return client


@pytest.fixture
def after():
    """``with after(minutes=10):`` ten minutes from now."""
    start = timezone.now()
    return lambda **time: clock.at(start + timedelta(**time))


def test_one_stays_signed_in_by_doing_something(signed_in, after):
    for minutes in range(10, 60, 10):
        with after(minutes=minutes):
            assert signed_in.get(PAGE).status_code == 200


def test_who_does_nothing_is_signed_out_and_comes_back_to_the_same_page(signed_in, after):
    with after(minutes=15, seconds=1):
        answer = signed_in.get(f"{PAGE}?a=b")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/sign-in/?ended=idle&next=%2Faccounts%2F%3Fa%3Db"
    assert "nothing happened for 15 minutes" in signed_in.get(answer.headers["Location"]).content.decode()
    assert not Session.objects.exists()
    assert signed_in.get(PAGE).status_code == 302


def test_nobody_stays_longer_than_twelve_hours_even_when_busy(signed_in, after):
    for minutes in range(14, 12 * 60, 14):
        with after(minutes=minutes):
            answer = signed_in.get("/still-here/", headers={"Accept": "text/plain"})
        assert answer.status_code == 200
    assert answer.wsgi_request.session_ends_at - timezone.now() < timedelta(hours=12)
    with after(hours=12, seconds=1):
        answer = signed_in.get(PAGE)
    assert answer.headers["Location"].startswith("/sign-in/?ended=longest")
    assert "12 hours had passed" in signed_in.get(answer.headers["Location"]).content.decode()


@pytest.mark.parametrize("headers", [{"HX-Request": "true", "X-Background": "yes"}])
def test_what_a_page_asks_by_itself_keeps_nobody_signed_in(signed_in, after, headers):
    for minutes in (5, 10, 14):
        with after(minutes=minutes):
            assert signed_in.get(PAGE, headers=headers).status_code == 200
    with after(minutes=15, seconds=1):
        answer = signed_in.get(PAGE, headers=headers | {"HX-Current-URL": "http://testserver/cases/?page=2"})
    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"] == "/sign-in/?ended=idle&next=%2Fcases%2F"


def test_a_page_that_is_no_address_leads_back_to_the_start(signed_in, after):
    with after(minutes=15, seconds=1):
        answer = signed_in.get(PAGE, headers={"HX-Request": "true", "HX-Current-URL": "http://["})
    assert answer.headers["HX-Redirect"] == "/sign-in/?ended=idle&next=%2F"


def test_what_somebody_does_through_htmx_keeps_them_signed_in(signed_in, after):
    with after(minutes=10):
        signed_in.get(PAGE, headers={"HX-Request": "true"})
    with after(minutes=20):
        assert signed_in.get(PAGE).status_code == 200


def test_an_endpoint_answers_as_to_a_stranger(signed_in, after):
    with after(minutes=16):
        answer = signed_in.get("/api/accounts/posts/")
    assert answer.status_code == 403
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_a_page_knows_when_the_session_ends_and_when_to_warn(signed_in, after):
    with after(minutes=10):
        request = signed_in.get(PAGE).wsgi_request
        assert request.session_ends_at == clock.now() + timedelta(minutes=15)
        assert request.session_warning_at == clock.now() + timedelta(minutes=10)


def test_staying_is_one_press_and_a_script_learns_until_when(signed_in, after):
    with after(minutes=14):
        assert signed_in.post("/still-here/").status_code == 302
    with after(minutes=28):
        answer = signed_in.get("/still-here/", headers={"Accept": "text/plain"})
        assert answer.content.decode() == f"{timezone.localtime(clock.now() + timedelta(minutes=15)):%H:%M}"
    assert "Stay signed in" in signed_in.get("/still-here/").content.decode()


def test_the_limits_are_told_in_advance(client, db):
    page = client.get("/sign-in/").content.decode()
    assert "done nothing for 15 minutes, and 12 hours at the longest" in page


def test_a_page_soon_after_another_writes_nothing(signed_in, officer, django_assert_num_queries):
    with django_assert_num_queries(2):  # the session and the person
        signed_in.get("/still-here/", headers={"Accept": "text/plain"})
