"""Giving a post: by an administrator, never to themselves, in force at once only if it opens nothing."""

import itertools
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from prevent_cases import clock
from prevent_cases.accounts import operations as accounts
from prevent_cases.accounts.models import Post, User
from prevent_cases.accounts.posts import POST_RULES, TAKES_TWO, PostKind, Within
from prevent_cases.later.models import OutboxRow
from prevent_cases.operations import NotVisible, Refused
from tests import factories


@pytest.fixture
def give(area, administrator, new_person):
    def give(kind=PostKind.COORDINATOR, **more):
        arguments = new_person | {"by": administrator, "kind": kind} | more
        return accounts.give_post(area, **arguments)

    return give


# What it does


@pytest.mark.parametrize("kind", PostKind)
def test_a_post_is_in_force_at_once_unless_it_takes_two(give, school, panel, kind):
    post = give(kind, agency=school, panel=panel)
    assert bool(post.confirmed_at) == (kind not in TAKES_TWO)
    assert Post.objects.current().contains(post) == (kind not in TAKES_TWO)
    where = {Within.AGENCY: school, Within.PANEL: panel}.get(POST_RULES[kind].within, post.area)
    assert post.place == where


def test_every_post_that_opens_cases_takes_two_and_so_do_those_that_give_posts_and_read_briefs():
    opens_cases = {kind for kind, rule in POST_RULES.items() if rule.sees_cases}
    assert opens_cases | {PostKind.ADMINISTRATOR, PostKind.PROVIDER} == set(TAKES_TWO)


def test_somebody_new_is_invited_and_chooses_a_password_with_the_link(give, client, do_errands):
    post = give()
    do_errands()
    message = mail.outbox[-1]
    assert message.to == [post.user.email]
    assert not any(word in message.body + message.subject for word in ("Prevent", "Nina", "Harrowmere"))
    path = "/password/" + message.body.partition("/password/")[2].split()[0]
    page = client.get(path, follow=True)
    answers = {"password1": "a long enough phrase", "password2": "a long enough phrase"}
    client.post(page.redirect_chain[-1][0], answers)
    assert client.login(email=post.user.email, password="a long enough phrase")
    assert "This link does not work" in client.get(path, follow=True).content.decode()


def test_somebody_known_is_not_invited_again_whatever_the_case_of_their_address(give, officer):
    OutboxRow.objects.all().delete()
    post = give(email=officer.email.upper(), name="Another Name")
    assert post.user == officer
    assert not OutboxRow.objects.exists()


def test_somebody_who_left_and_comes_back_is_invited_anew(give, officer, second_administrator):
    officer.set_password("the password of before")
    officer.save()
    accounts.close_account(officer, by=second_administrator)
    OutboxRow.objects.all().delete()
    back = give(email=officer.email).user
    assert back == officer
    assert back.is_active
    assert not back.has_usable_password()
    assert OutboxRow.objects.get().task == "accounts.send_invitation"


def test_it_may_start_later_and_end(give):
    today = clock.today()
    post = give(PostKind.FRONT_DOOR, starts_on=today + timedelta(days=7), until=today + timedelta(days=9))
    assert (post.starts_on, post.until) == (today + timedelta(days=7), today + timedelta(days=9))


# What it records


def test_it_stands_in_the_history_of_the_area_and_of_the_person(give, area, sentences_in_history):
    post = give()
    assert sentences_in_history(area)[0] == sentences_in_history(post.user)[0] == "Post given."


# When it refuses


def test_nobody_gives_themselves_a_post(give, administrator):
    with pytest.raises(Refused, match="Nobody gives themselves a post"):
        give(email=administrator.email.upper())


def test_the_unattended_service_holds_none(give):
    with pytest.raises(Refused, match="holds no post"):
        give(email="unattended@service.invalid")


@pytest.mark.parametrize("kind", [PostKind.OFFICER, PostKind.CHAIR])
def test_it_is_held_in_one_place_of_the_area(give, kind, other_area):
    with pytest.raises(Refused, match="Choose the"):
        give(kind)
    elsewhere = {"agency": factories.agency(other_area), "panel": factories.panel(other_area)}
    with pytest.raises(Refused, match="That is in another area"):
        give(kind, **elsewhere)


def test_it_does_not_end_before_it_starts(give):
    with pytest.raises(Refused, match="would end before it starts"):
        give(until=clock.today() - timedelta(days=1))
    assert not User.objects.filter(name="Nina New").exists()


def test_nobody_is_given_a_post_they_have_or_wait_for(give, school, panel, childrens_services):
    give(PostKind.OFFICER, agency=school)
    give(PostKind.CHAIR, panel=panel, starts_on=clock.today() + timedelta(days=7))
    for again in ({"kind": PostKind.OFFICER, "agency": school}, {"kind": PostKind.CHAIR, "panel": panel}):
        with pytest.raises(Refused, match="has this post already"):
            give(**again)
    assert give(PostKind.OFFICER, agency=childrens_services)


def test_a_post_may_follow_on_the_one_that_ends_or_was_withdrawn(give, administrator):
    last = clock.today() + timedelta(days=9)
    give(until=last)
    with pytest.raises(Refused, match="has this post already"):
        give(starts_on=last)
    following = give(starts_on=last + timedelta(days=1))
    accounts.withdraw_post(following, by=administrator)
    assert give(starts_on=last + timedelta(days=1))


def test_a_post_given_twice_at_once_is_given_once(committed, give, at_once):
    give()
    assert at_once(Post, lambda _: give(PostKind.FRONT_DOOR)) == ["done", "refused"]


def test_two_areas_that_invite_one_person_at_once_invite_them_once(committed, area, other_area, new_person, at_once):
    def give_in(place):
        giver = factories.administrators(place)[0]
        accounts.give_post(place, by=giver, kind=PostKind.COORDINATOR, **new_person)

    assert at_once(User, give_in, area, other_area) == ["done", "done"]
    assert OutboxRow.objects.filter(task="accounts.send_invitation", keys=[User.objects.latest("pk").pk]).count() == 1


def test_the_database_holds_the_rules_whoever_writes(area, waiting, administrator):
    false = {
        "nobody_gives_themselves_a_post": {"given_by": waiting.user},
        "nobody_confirms_their_own_post": {"confirmed_by": waiting.user, "confirmed_at": clock.now()},
        "a_second_person_confirms_a_post": {"confirmed_by": administrator, "confirmed_at": clock.now()},
        "a_post_that_sees_cases_takes_two": {"confirmed_at": clock.now()},
        "a_post_is_held_in_one_place": {"area": None},
        "a_post_ends_after_it_starts": {"until": waiting.starts_on - timedelta(days=1)},
    }
    for name, values in false.items():
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Post._base_manager.filter(pk=waiting.pk).update(**values)


# Who may


def test_only_an_administrator_of_the_area_gives_posts(
    give, administrator, second_administrator, coordinator, chair, officer, stranger, other_area
):
    for person in (coordinator, chair, officer, stranger, factories.administrators(other_area)[0]):
        with pytest.raises((PermissionDenied, NotVisible)):
            give(by=person)
    assert give(by=second_administrator)


def test_its_page_offers_only_the_places_of_the_area(client, administrator, area, school, other_area):
    factories.agency(other_area, "Eastvale School")
    client.force_login(administrator)
    page = client.get(f"/accounts/areas/{area.slug}/posts/give/").content.decode()
    assert school.name in page
    assert "Eastvale School" not in page


def test_its_page_gives_the_post(client, administrator, area, new_person):
    client.force_login(administrator)
    answer = client.post(f"/accounts/areas/{area.slug}/posts/give/", new_person | {"kind": "coordinator"})
    assert answer.headers["Location"] == area.get_absolute_url()
    assert Post.objects.get(user__name="Nina New").given_by == administrator


# How often it asks


def test_giving_a_post_costs_the_same_however_many_there_are(give, area):
    numbers = itertools.count()
    costs = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            give(email=f"person-{next(numbers)}@area.example")
        costs.append(len(queries))
        for _ in range(10):
            give(email=f"person-{next(numbers)}@area.example")
    assert costs[0] == costs[1]
