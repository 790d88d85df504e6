"""Rules: who holds a permission, on which ground, asked of one record, of a list and of a page's template."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q

from prevent_cases import access, clock
from prevent_cases.access import Ground, May, rule
from prevent_cases.access.written import written
from prevent_cases.accounts.models import Agency, Area, Post, User, system_user
from prevent_cases.accounts.posts import PostKind
from tests import factories


@pytest.fixture
def keep_area():
    return access.rules["accounts.keep_area"]


def test_one_holds_a_permission_on_a_ground_and_on_its_records_only(keep_area, area, other_area, administrator):
    assert keep_area.permits(administrator, area)
    assert not keep_area.permits(administrator, other_area)


def test_its_sentence_tells_why(keep_area, area, administrator, coordinator):
    assert keep_area.reasons(administrator, area) == ["You are an administrator of this area."]
    assert keep_area.reasons(coordinator, area) == []


def test_nobody_who_is_not_signed_in_or_has_left_holds_any(keep_area, area, administrator):
    administrator.is_active = False
    for person in (AnonymousUser(), administrator):
        assert not keep_area.permits(person, area)
        assert keep_area.reasons(person, area) == []
        assert not Area.objects.permitted(person, "accounts.view_area").exists()
        assert Area.objects.permitted_page(person, "accounts.view_area") == []


def test_a_list_holds_what_each_record_would_permit(area, other_area, administrator, coordinator, stranger):
    factories.agency(other_area, "Eastvale School")
    factories.agency(other_area, "National Provider", serves_all_areas=True)
    view = access.rules["accounts.view_agency"]
    for person in (administrator, coordinator, stranger):
        listed = set(Agency.objects.permitted(person, view.name))
        assert listed == {agency for agency in Agency.objects.all() if view.permits(person, agency)}


def test_may_answers_every_permission_on_a_record_in_one_query(area, administrator, django_assert_num_queries):
    assert administrator.posts
    with django_assert_num_queries(1):
        may = May.on(administrator, area)
    assert may.keep_area
    assert may.view_area
    assert not may.appoint_administrator
    with pytest.raises(AttributeError, match="No permission is called keep_ara"):
        may.keep_ara  # noqa: B018


def test_djangos_own_question_has_the_same_answer(area, other_area, administrator):
    assert administrator.has_perm("accounts.keep_area", area)
    assert not administrator.has_perm("accounts.keep_area", other_area)
    assert not administrator.has_perm("accounts.keep_area")


def test_a_page_of_a_list_is_newest_first_and_says_that_there_is_more(area, administrator):
    agencies = [factories.agency(area, f"School {number}") for number in range(5)]
    newest_first = [agency.pk for agency in reversed(agencies)]
    page = Agency.objects.permitted_page(administrator, "accounts.view_agency", size=2)
    assert page == newest_first[:3]
    rest = Agency.objects.permitted_page(administrator, "accounts.view_agency", after=(page[1],), size=10)
    assert rest == newest_first[2:]


def test_a_record_open_on_two_grounds_stands_once_in_a_page(area, school, administrator):
    provider = factories.agency(area, "National Provider", serves_all_areas=True)
    page = Agency.objects.permitted_page(administrator, "accounts.view_agency")
    assert page == [provider.pk, school.pk]


def test_a_page_costs_the_same_at_one_record_and_at_twenty(area, administrator, django_assert_num_queries):
    assert administrator.posts
    factories.agency(area)
    for many in (1, 20):
        with django_assert_num_queries(1):
            Agency.objects.permitted_page(administrator, "accounts.view_agency")
        for number in range(many):
            factories.agency(area, f"School {many} {number}")


def test_no_two_rules_share_a_name():
    with pytest.raises(ValueError, match="declared twice"):
        rule("accounts.keep_area", on="accounts.Area", grounds=[Ground("Never.", lambda user: Post.objects.none())])


def test_every_rule_can_be_asked_of_everybody(area, administrator, officer, coordinator, chair, stranger):
    for each in access.rules.values():
        for person in (administrator, officer, coordinator, chair, stranger):
            assert each.model._base_manager.filter(each.condition(person)).count() >= 0


def test_what_a_ground_makes_of_posts_depends_on_nothing_in_the_database(
    area, administrator, officer, coordinator, chair, django_assert_num_queries
):
    """So it is kept for whoever comes again with the same posts on the same day (docs/adr/0018)."""
    grounds = [ground for each in access.rules.values() for ground in each.grounds]
    for person in (administrator, officer, coordinator, chair, system_user()):
        assert [ground._made(person) for ground in grounds]  # What never changes of a database is read by now.
        with django_assert_num_queries(0):
            assert [ground._made(person) for ground in grounds]


def test_whoever_comes_again_with_the_same_posts_finds_them_and_with_others_does_not(area, coordinator):
    again = User.objects.get(pk=coordinator.pk)
    assert again.posts is coordinator.posts
    factories.post(area, PostKind.ORGANISER, coordinator.name)
    again.forget_posts()
    assert again.posts is not coordinator.posts
    assert again.posts.holds(PostKind.ORGANISER)
    assert not coordinator.posts.holds(PostKind.ORGANISER)


def test_two_who_hold_nothing_share_nothing(area):
    nobody, other = (User.objects.create_user(f"{name}@harrowmere.example", name) for name in ("nobody", "other"))
    view = access.rules["accounts.view_user"]
    assert [view.permits(nobody, nobody), view.permits(other, nobody)] == [True, False]
    assert nobody.posts is not other.posts


def test_a_lapsed_post_opens_nothing_from_the_day_after_its_last(area, keep_area):
    person = factories.person(area, PostKind.ADMINISTRATOR, until=clock.today() + timedelta(days=9))
    for days, may in ((9, True), (10, False)):
        person.forget_posts()
        with clock.at(clock.now() + timedelta(days=days)):
            assert keep_area.permits(person, area) is may


def test_a_compiled_condition_is_about_its_own_record_wherever_it_stands(area, other_area, school, police):
    """Within one on records of the same kind, and that within another: no table's name hides that of another."""
    there = factories.agency(other_area, "Eastvale School")
    beside = Q(pk=school.pk)
    for _ in range(4):
        beside = written(Agency, Q(Exists(Agency.objects.filter(beside, area=OuterRef("area")))))
        assert set(Agency.objects.filter(beside)) == {school, police}
        assert set(Agency.objects.filter(~beside)) == {there}
        assert set(Area.objects.filter(pk__in=Agency.objects.filter(beside).values("area"))) == {area}
