"""Who reads the board report, and who reads it exactly."""

import pytest
from django.urls import reverse

from prevent_cases.accounts.posts import PostKind
from tests import factories


@pytest.fixture
def board_chair(board):
    return factories.person(board, PostKind.CHAIR, "Bill Boardchair")


@pytest.mark.parametrize("who", ["coordinator", "organiser", "governance", "chair"])
def test_those_with_a_case_role_see_exact_figures(client, request, area, who):
    client.force_login(request.getfixturevalue(who))
    page = client.get(reverse("reports:board_report", args=[area.slug])).content.decode()
    assert "Small numbers are shown" in page


@pytest.mark.parametrize("who", ["board_member", "board_chair"])
def test_those_of_the_board_see_no_small_numbers(client, request, area, who):
    client.force_login(request.getfixturevalue(who))
    page = client.get(reverse("reports:board_report", args=[area.slug])).content.decode()
    assert "Small numbers are not shown" in page


@pytest.mark.parametrize("who", ["officer", "representative", "administrator", "stranger"])
def test_nobody_else_does(client, request, area, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(reverse("reports:board_report", args=[area.slug])).status_code == 403
    assert client.get(reverse("reports_api:board_report", args=[area.slug])).status_code == 403
