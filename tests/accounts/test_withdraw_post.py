"""Withdrawing a post: it opens nothing from that moment."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from prevent_cases.accounts import operations as accounts
from prevent_cases.accounts.models import Post
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import NotVisible, Refused
from tests import factories


@pytest.fixture
def post(area):
    return factories.post(area, PostKind.COORDINATOR)


def test_it_takes_effect_at_once_also_for_who_is_signed_in(client, area, second_administrator):
    third = factories.person(area, PostKind.ADMINISTRATOR, "Third Administrator")
    client.force_login(third)
    address = f"/accounts/areas/{area.slug}/agencies/add/"
    assert client.get(address).status_code == 200
    accounts.withdraw_post(third.held_posts.get(), by=second_administrator)
    assert client.get(address).status_code == 403


def test_it_stands_in_the_history_of_the_area(post, area, administrator, sentences_in_history):
    accounts.withdraw_post(post, by=administrator)
    assert sentences_in_history(area)[0] == "Post withdrawn. It opens nothing any more."
    assert post.withdrawn_by == administrator


def test_it_is_withdrawn_once(post, administrator):
    accounts.withdraw_post(post, by=administrator)
    with pytest.raises(Refused, match="withdrawn already"):
        accounts.withdraw_post(post, by=administrator)


def test_an_area_keeps_two_administrators(area, administrator, second_administrator):
    own = Post.objects.get(user=second_administrator)
    with pytest.raises(Refused, match="An area keeps two administrators"):
        accounts.withdraw_post(own, by=administrator)
    factories.post(area, PostKind.ADMINISTRATOR, "Third Administrator")
    accounts.withdraw_post(own, by=administrator)


def test_an_administrators_post_that_waits_is_withdrawn_freely(area, administrator, new_person):
    post = accounts.give_post(area, by=administrator, kind=PostKind.ADMINISTRATOR, **new_person)
    accounts.withdraw_post(post, by=administrator)


def test_only_an_administrator_of_the_area_withdraws(post, coordinator, chair, stranger):
    for person in (coordinator, chair, stranger):
        with pytest.raises((PermissionDenied, NotVisible)):
            accounts.withdraw_post(post, by=person)


def test_its_page_withdraws_it(client, post, administrator):
    client.force_login(administrator)
    address = f"/accounts/posts/{post.reference}/withdraw/"
    assert "Robin Example" in client.get(address).content.decode()
    assert client.post(address).status_code == 302
    post.refresh_from_db()
    assert post.withdrawn_at


def test_of_three_administrators_two_withdrawn_at_once_leave_two(committed, area):
    third = factories.person(area, PostKind.ADMINISTRATOR, "Third Administrator")
    first, second = factories.administrators(area)
    start = threading.Barrier(2)

    def withdraw(of):
        post = Post.objects.get(user=of, kind=PostKind.ADMINISTRATOR)
        start.wait()
        try:
            accounts.withdraw_post(post, by=third)
            return "done"
        except Refused:
            return "refused"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(withdraw, [first, second])) == ["done", "refused"]
