"""The worklist of referrals, and one's own."""

import pytest
from django.urls import reverse

from prevent_cases.accounts.posts import PostKind
from tests import factories


def test_those_who_oversee_see_the_areas_and_nobody_elses(client, referral, coordinator, stranger):
    client.force_login(coordinator)
    assert referral.reference in client.get(reverse("referrals:list_referrals")).content.decode()
    client.force_login(stranger)
    page = client.get(reverse("referrals:list_referrals"))
    assert page.status_code == 200
    assert referral.reference not in page.content.decode()


def test_a_teacher_sees_their_own_and_not_a_colleagues(client, referral, officer, school):
    client.force_login(officer)
    assert referral.reference in client.get(reverse("referrals:list_own_referrals")).content.decode()
    client.force_login(factories.person(school, PostKind.OFFICER, "Tess Teacher"))
    assert referral.reference not in client.get(reverse("referrals:list_own_referrals")).content.decode()


def test_the_type_of_concern_is_in_no_list(client, referral, coordinator):
    client.force_login(coordinator)
    assert "Not yet known" not in client.get(reverse("referrals:list_referrals")).content.decode()


def test_pages_go_by_key(client, officer, coordinator):
    made = [factories.referral(officer).reference for _ in range(27)]
    client.force_login(coordinator)
    first = client.get(reverse("referrals:list_referrals"))
    assert [referral.reference for referral in first.context["page"].records] == made[:1:-1]
    second = client.get(reverse("referrals:list_referrals"), {"after": first.context["page"].next})
    assert [referral.reference for referral in second.context["page"].records] == made[1::-1]
    assert second.context["page"].next == ""


def test_a_page_after_a_record_one_may_not_see_does_not_exist(client, referral, stranger):
    client.force_login(stranger)
    assert client.get(reverse("referrals:list_referrals"), {"after": referral.reference}).status_code == 404


@pytest.mark.parametrize("url_name", ["list_referrals", "list_own_referrals"])
def test_as_many_queries_at_one_row_as_at_twenty(client, officer, coordinator, queries_of, url_name):
    reader = coordinator if url_name == "list_referrals" else officer
    client.force_login(reader)
    factories.referral(officer)
    at_one = queries_of(reverse(f"referrals:{url_name}"))
    for _ in range(19):
        factories.referral(officer)
    assert queries_of(reverse(f"referrals:{url_name}")) == at_one <= 12
