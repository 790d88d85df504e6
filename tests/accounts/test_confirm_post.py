"""Confirming a post: by a second administrator, and by nobody else."""

import pytest
from django.core.exceptions import PermissionDenied

from prevent_cases.accounts import operations as accounts
from prevent_cases.accounts.models import Post
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import NotVisible, Refused
from tests import factories


def test_the_post_opens_what_it_opens_from_that_moment(waiting, second_administrator):
    assert not waiting.user.posts.holds(PostKind.COORDINATOR)
    accounts.confirm_post(waiting, by=second_administrator)
    waiting.user.forget_posts()
    assert waiting.user.posts.holds(PostKind.COORDINATOR)
    assert waiting.confirmed_by == second_administrator


def test_it_stands_in_the_history_of_the_area(waiting, area, second_administrator, sentences_in_history):
    accounts.confirm_post(waiting, by=second_administrator)
    assert sentences_in_history(area)[0] == "Post confirmed by a second person."


def test_whoever_gave_it_does_not_confirm_it(waiting, administrator):
    with pytest.raises(Refused, match="You gave this post"):
        accounts.confirm_post(waiting, by=administrator)


def test_whoever_holds_it_does_not_confirm_it(area, administrator, second_administrator):
    post = accounts.give_post(
        area, by=administrator, email=second_administrator.email, name="Ben", kind=PostKind.COORDINATOR
    )
    with pytest.raises(Refused, match="Nobody confirms their own post"):
        accounts.confirm_post(post, by=second_administrator)


def test_two_invented_administrators_cannot_open_cases_to_their_inventor(area, administrator):
    # An administrator's post waits for a second person too, so nobody makes their own confirmer.
    invented = accounts.give_post(
        area, by=administrator, email="invented@area.example", name="Invented", kind=PostKind.ADMINISTRATOR
    )
    with pytest.raises((PermissionDenied, NotVisible)):
        accounts.give_post(area, by=invented.user, email=administrator.email, name="Ada", kind=PostKind.COORDINATOR)


def test_a_withdrawn_post_is_not_confirmed(waiting, administrator, second_administrator):
    accounts.withdraw_post(waiting, by=administrator)
    with pytest.raises(Refused, match="has been withdrawn"):
        accounts.confirm_post(waiting, by=second_administrator)


def test_only_an_administrator_of_the_area_confirms(waiting, coordinator, stranger, other_area):
    for person in (coordinator, stranger, factories.administrators(other_area)[1]):
        with pytest.raises((PermissionDenied, NotVisible)):
            accounts.confirm_post(waiting, by=person)


def test_its_page_shows_whose_post_it_is_and_confirms_it(client, waiting, second_administrator):
    client.force_login(second_administrator)
    address = f"/accounts/posts/{waiting.reference}/confirm/"
    page = client.get(address).content.decode()
    assert "Nina New" in page
    assert "Prevent coordinator, Harrowmere" in page
    assert client.post(address).status_code == 302
    assert Post.objects.get(pk=waiting.pk).confirmed_at


def test_its_page_tells_the_giver_to_ask_another(client, waiting, administrator):
    client.force_login(administrator)
    answer = client.post(f"/accounts/posts/{waiting.reference}/confirm/")
    assert answer.status_code == 409
    assert "Another administrator confirms it." in answer.content.decode()
