"""Signing in, forgetting a password, and being kept out: through the real cache and the installed django-allauth."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import NoReverseMatch, reverse

from prevent_cases.accounts import operations
from prevent_cases.accounts.models import system_user
from prevent_cases.accounts.urls import sign_in as sign_in_urls
from prevent_cases.audit.models import AuditEntry
from prevent_cases.audit.records import key_of
from prevent_cases.later.models import OutboxRow
from prevent_cases.operations import NotVisible
from tests.drawn import without_lots

PASSWORD = "a long enough phrase"
HERE, ELSEWHERE = "192.0.2.1", "198.51.100.7"


@pytest.fixture
def person(officer):
    officer.set_password(PASSWORD)
    officer.save()
    return officer


@pytest.fixture
def neighbour(coordinator):
    coordinator.set_password(PASSWORD)
    coordinator.save()
    return coordinator


def sign_in(email, password=PASSWORD, source=HERE, client=None, **more):
    """The answer to an attempt from ``source``, of a browser of its own unless told."""
    return (client or Client()).post("/sign-in/", {"login": email, "password": password, **more}, REMOTE_ADDR=source)


def signed_in(answer) -> bool:
    return answer.status_code == 302


# Signing in


def test_one_signs_in_by_e_mail_and_password_whatever_its_case(person):
    assert sign_in(person.email.upper()).headers["Location"] == "/"


def test_one_comes_back_to_the_page_one_asked_for_but_to_no_other_site(client, person):
    asked = client.get("/accounts/areas/")
    page = client.get(asked.headers["Location"]).content.decode()
    assert '<input type="hidden" name="next" value="/accounts/areas/">' in page
    assert sign_in(person.email, next="/accounts/areas/").headers["Location"] == "/accounts/areas/"
    assert sign_in(person.email, next="https://elsewhere.example/").headers["Location"] == "/"


def test_the_session_gets_a_new_id_and_the_old_one_is_dead(client, person):
    session = client.session
    session["planted"] = True
    session.save()
    client.cookies["sessionid"] = planted = session.session_key
    sign_in(person.email, client=client)
    assert client.session.session_key != planted
    assert not Session.objects.filter(session_key=planted).exists()


def test_signing_out_ends_the_session_and_asks_the_browser_to_forget_the_pages(client, person):
    sign_in(person.email, client=client)
    answer = client.post("/sign-out/")
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert not Session.objects.exists()
    assert client.get("/accounts/").status_code == 302


def test_signing_out_takes_a_press_and_not_a_link(client, person):
    sign_in(person.email, client=client)
    assert client.get("/sign-out/").status_code == 200
    assert client.get("/accounts/").status_code == 200


def test_one_sees_where_one_is_signed_in_and_ends_the_other_sessions(client, person):
    other = Client()
    sign_in(person.email, client=other)
    sign_in(person.email, client=client)
    page = client.get("/sessions/").content.decode()
    assert page.count(HERE) == 2
    client.post("/sessions/")
    assert other.get("/accounts/").status_code == 302
    assert client.get("/accounts/").status_code == 200


@pytest.mark.parametrize("close", [True, False])
def test_who_has_left_and_the_service_do_not_sign_in(person, administrator, close):
    if close:
        operations.close_account(person, by=administrator)
    else:
        service = system_user()
        service.set_password(PASSWORD)
        service.save()
        person = service
    client = Client()
    sign_in(person.email, client=client)
    assert client.get("/accounts/").status_code == 302


# Guessing


def test_ten_wrong_guesses_stop_more_from_the_same_source_at_the_same_account(person):
    for _ in range(10):
        assert "too many" not in without_lots(sign_in(person.email, "wrong")).lower()
    assert not signed_in(sign_in(person.email))
    assert "too many" in without_lots(sign_in(person.email)).lower()


def test_they_do_not_keep_the_person_out_who_comes_from_elsewhere(person):
    for _ in range(20):
        sign_in(person.email, "wrong")
    assert signed_in(sign_in(person.email, source=ELSEWHERE))


def test_they_do_not_keep_out_a_neighbour_behind_the_same_address(person, neighbour):
    for _ in range(20):
        sign_in(person.email, "wrong")
    assert signed_in(sign_in(neighbour.email))


def test_after_five_minutes_one_may_try_again(person):
    for _ in range(11):
        sign_in(person.email, "wrong")
    # The cache counts in real time; what it keeps is kept for five minutes.
    (key,) = [key for key in counted() if "300.0/key" in key]
    assert 290 < cache._cache.get_client().ttl(key) <= 300
    cache._cache.get_client().delete(key)
    assert signed_in(sign_in(person.email))


def counted() -> list[str]:
    return [key.decode() for key in cache._cache.get_client().keys("*:login_failed:*")]


def test_a_right_password_in_between_does_not_forgive_the_wrong_ones(person):
    for attempt in range(10):
        sign_in(person.email, "wrong")
        if attempt == 5:
            assert signed_in(sign_in(person.email))
    assert not signed_in(sign_in(person.email))


def test_one_source_has_a_hundred_wrong_guesses_an_hour_over_all_accounts(person, neighbour):
    for number in range(100):
        sign_in(f"guess-{number}@area.example", "wrong")
    assert not signed_in(sign_in(neighbour.email))
    assert signed_in(sign_in(neighbour.email, source=ELSEWHERE))


def test_an_office_signs_in_through_one_address_as_often_as_it_likes(person):
    for _ in range(40):
        browser = Client()
        assert signed_in(sign_in(person.email, client=browser))
        browser.post("/sign-out/")


@pytest.mark.parametrize(
    ("proxies", "forwarded", "same"),
    [(0, "203.0.113.9", True), (1, "203.0.113.9", False), (1, f"spoofed, {HERE}", True)],
)
def test_the_source_is_what_our_own_proxies_say_and_nobody_elses_word(person, settings, proxies, forwarded, same):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    for _ in range(10):
        sign_in(person.email, "wrong")
    answer = Client().post(
        "/sign-in/",
        {"login": person.email, "password": PASSWORD},
        REMOTE_ADDR=HERE,
        headers={"X-Forwarded-For": forwarded},
    )
    assert signed_in(answer) is not same


def test_while_guesses_cannot_be_counted_nobody_signs_in_but_work_goes_on(client, person, settings):
    sign_in(person.email, client=client)
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": "unix:///nowhere.sock"}}
    assert sign_in(person.email).status_code == 503
    assert client.get("/accounts/").status_code == 200


# Finding out who has an account


def test_a_wrong_password_and_an_unknown_address_answer_alike(person):
    known, unknown = sign_in(person.email, "wrong"), sign_in("nobody@school.example", "wrong")
    assert known.status_code == unknown.status_code
    assert without_lots(known).replace(person.email, "") == without_lots(unknown).replace("nobody@school.example", "")


def test_a_forgotten_password_answers_alike_for_known_and_unknown_addresses(client, person):
    answers = [
        client.post("/password/forgotten/", {"email": email}) for email in (person.email, "nobody@school.example")
    ]
    assert {answer.headers["Location"] for answer in answers} == {"/password/forgotten/sent/"}
    # Nothing is sent meanwhile, so that time does not tell either.
    assert not mail.outbox
    assert [row.keys for row in OutboxRow.objects.filter(task="accounts.send_password_link")] == [[person.pk]]


def test_nobody_unknown_gets_mail(client, db, do_errands):
    client.post("/password/forgotten/", {"email": "nobody@school.example"})
    client.post("/password/forgotten/", {"email": system_user().email})
    do_errands()
    assert not mail.outbox


# A new password


@pytest.fixture
def link(client, person, do_errands):
    do_errands()
    mail.outbox.clear()
    client.post("/password/forgotten/", {"email": person.email})
    do_errands()
    (message,) = mail.outbox
    return "/password/" + message.body.partition("/password/")[2].split()[0]


@pytest.fixture
def elsewhere(person):
    """A browser in which the person is signed in."""
    browser = Client()
    sign_in(person.email, client=browser)
    return browser


def test_a_forgotten_password_is_replaced_through_the_link_once(client, person, elsewhere, link, do_errands):
    new = {"password1": "another long phrase", "password2": "another long phrase"}
    page = client.get(link)
    client.post(page.headers["Location"], new)
    assert signed_in(sign_in(person.email, "another long phrase"))
    assert not signed_in(sign_in(person.email))
    assert elsewhere.get("/accounts/").status_code == 302
    assert "This link does not work" in Client().get(link).content.decode()
    do_errands()
    assert "has just been changed" in mail.outbox[-1].body


def test_mail_about_passwords_names_neither_person_nor_purpose_nor_area(person, link):
    (message,) = mail.outbox
    for word in ("Prevent", "Olive", "Harrowmere", "case"):
        assert word not in message.subject + message.body


def test_nothing_of_the_link_stands_in_what_mail_servers_write_down(person, link):
    (message,) = mail.outbox
    secret = link.strip("/").rpartition("-")[2]
    assert len(secret) == 32
    assert secret not in str(message.message().items())


def test_the_link_lasts_three_days(client, link, settings):
    assert settings.PASSWORD_RESET_TIMEOUT == 3 * 24 * 3600
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert "This link does not work" in client.get(link, follow=True).content.decode()


def test_changing_it_takes_the_old_one_and_signs_out_everywhere(client, person, elsewhere, do_errands):
    sign_in(person.email, client=client)
    new = {"password1": "another long phrase", "password2": "another long phrase"}
    wrong = client.post("/password/change/", new | {"oldpassword": "wrong"})
    assert "There is a problem" in wrong.content.decode()
    assert client.post("/password/change/", new | {"oldpassword": PASSWORD}).status_code == 302
    assert client.get("/accounts/").status_code == elsewhere.get("/accounts/").status_code == 302
    do_errands()
    assert "has just been changed" in mail.outbox[-1].body


@pytest.mark.parametrize("weak", ["short", "password1234", "olive.officer@h", "Olive Officer"])
def test_common_short_and_obvious_passwords_are_refused(person, weak):
    with pytest.raises(ValidationError):
        validate_password(weak, person)


def test_passwords_are_kept_by_argon2_everywhere_but_in_tests():
    # The tests use a faster one, so another process says what the settings say elsewhere.
    ask = "from prevent_cases import settings; print(*settings.PASSWORD_HASHERS)"
    environment = os.environ | {"ENVIRONMENT": "demonstration"}
    said = subprocess.run(
        [sys.executable, "-c", ask], env=environment, cwd=settings.BASE_DIR, capture_output=True, check=True
    )
    assert said.stdout.decode().strip() == "django.contrib.auth.hashers.Argon2PasswordHasher"


def test_what_was_sent_stands_in_the_trail_in_the_name_of_the_service(person, link):
    operations.tell_of_new_password(person, by=system_user())
    told, sent = AuditEntry.objects.about(person)[:2]
    assert (sent.what, sent.sentence) == (
        "accounts.send_password_link",
        "Link sent with which to choose a new password.",
    )
    assert (told.what, told.by) == ("accounts.tell_of_new_password", key_of(system_user()))


@pytest.mark.parametrize(
    "write", [operations.send_invitation, operations.send_password_link, operations.tell_of_new_password]
)
def test_only_the_service_writes_to_people(person, administrator, coordinator, write):
    for somebody in (administrator, coordinator, person):
        with pytest.raises((PermissionDenied, NotVisible)):
            write(person, by=somebody)
    assert not mail.outbox


# Only what is needed


@pytest.mark.parametrize(
    "name",
    ["account_signup", "account_email", "account_set_password", "account_confirm_login_code", "account_reauthenticate"],
)
def test_of_allauth_only_what_is_needed_has_an_address(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_every_page_but_signing_in_asks_who_one_is(client, db):
    asking = {"account_change_password", "stay_signed_in", "usersessions_list"}
    for pattern in sign_in_urls:
        if not pattern.pattern.regex.groups:
            answer = client.get(reverse(pattern.name))
            assert answer.headers.get("Location", "").startswith("/sign-in/?next=") is (pattern.name in asking), (
                pattern.name
            )
