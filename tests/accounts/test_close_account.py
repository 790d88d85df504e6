"""Closing an account when somebody leaves: no post, no session, no way in; what they did stays."""

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied

from prevent_cases.accounts import operations as accounts
from prevent_cases.accounts.models import Post
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from tests import factories


def test_every_post_is_withdrawn_and_every_session_ends_at_once(client, coordinator, administrator):
    coordinator.set_password("a long enough phrase")
    coordinator.save()
    client.post("/sign-in/", {"login": coordinator.email, "password": "a long enough phrase"})
    assert client.get("/accounts/").status_code == 200
    accounts.close_account(coordinator, by=administrator)
    assert not Session.objects.exists()
    assert client.get("/accounts/").status_code == 302
    assert not Post.objects.open().filter(user=coordinator).exists()
    assert not client.login(email=coordinator.email, password="a long enough phrase")


def test_one_entry_for_the_account_and_one_for_each_post(coordinator, administrator):
    accounts.close_account(coordinator, by=administrator)
    inner, outer = AuditEntry.objects.order_by("-pk")[:2][::-1]
    assert (inner.what, outer.what) == ("accounts.withdraw_post", "accounts.close_account")
    assert inner.outer == outer.token
    assert '"fields": ["is_active"]' in outer.changes


def test_nobody_closes_their_own(administrator):
    with pytest.raises(Refused, match="Nobody closes their own"):
        accounts.close_account(administrator, by=administrator)


def test_it_is_closed_once(coordinator, administrator):
    accounts.close_account(coordinator, by=administrator)
    with pytest.raises(Refused, match="has been closed"):
        accounts.close_account(coordinator, by=administrator)


def test_it_stays_open_while_the_person_works_in_another_area(coordinator, administrator, other_area):
    giver = factories.administrators(other_area)[0]
    accounts.give_post(other_area, by=giver, email=coordinator.email, name="Cora", kind=PostKind.COORDINATOR)
    with pytest.raises(Refused, match="also works in Eastvale"):
        accounts.close_account(coordinator, by=administrator)
    coordinator.refresh_from_db()
    assert coordinator.is_active


def test_an_area_keeps_two_administrators_even_so(administrator, second_administrator):
    with pytest.raises(Refused, match="keeps two administrators"):
        accounts.close_account(second_administrator, by=administrator)


def test_only_an_administrator_of_their_area_closes_it(coordinator, chair, officer, stranger, other_area):
    for person in (chair, officer, stranger, factories.administrators(other_area)[0]):
        with pytest.raises((PermissionDenied, NotVisible)):
            accounts.close_account(coordinator, by=person)


def test_its_page_says_what_will_happen_and_does_it(client, coordinator, administrator):
    client.force_login(administrator)
    assert "Close this account" in client.get(coordinator.get_absolute_url()).content.decode()
    address = f"/accounts/people/{coordinator.reference}/close/"
    assert "Cora Coordinator" in client.get(address).content.decode()
    assert client.post(address).status_code == 302
    assert "Account closed" in client.get(coordinator.get_absolute_url()).content.decode()
