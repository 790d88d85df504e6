"""What stands on every page."""

import pytest
from django.template.loader import render_to_string

BANNER = "Invented data only"


@pytest.mark.parametrize("address", ["/", "/sign-in/", "/privacy/", "/no-such-page/", "/password/forgotten/"])
def test_every_page_says_invented_data_only(client, db, address):
    assert BANNER in client.get(address, follow=True).content.decode()


@pytest.mark.parametrize("status", [400, 403, "403_csrf", 404, 429, 500, 503])
def test_so_does_every_page_of_a_fault(status):
    assert BANNER in render_to_string(f"{status}.html")
