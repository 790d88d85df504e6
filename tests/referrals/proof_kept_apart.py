"""Nobody who may see a referral is shown who brought it or how the person describes themselves: at every address.

Nor, where somebody could come to harm, who told and who referred.

Run by `python3 run.py prove kept-apart`.
"""

import pytest

from prevent_cases.accounts.posts import PostKind
from tests import factories
from tests.referrals.test_kept_apart import case, documents, look, referral
from tests.referrals.test_who_told import teller, test_where_it_could_do_harm_nobody_else_is_shown_who_told

__all__ = [
    "case",
    "documents",
    "look",
    "referral",
    "teller",
    "test_where_it_could_do_harm_nobody_else_is_shown_who_told",
]


@pytest.fixture
def everybody() -> bool:
    return True


def test_everybody(look, area, coordinator, chair, officer, lead, front_door):
    governance = factories.person(area, PostKind.GOVERNANCE_LEAD, "Gita Governance")
    people = (coordinator, chair, officer, lead, front_door, governance)
    looked = sum(map(look, people))
    print(f"    {looked} pages and endpoints, asked by {len(people)} people: not shown on any")
    assert looked > 250
