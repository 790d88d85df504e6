"""Nobody who may see a referral is shown who brought it or how the person describes themselves: at every address.

Run by `python3 run.py prove kept-apart`.
"""

from prevent_cases.accounts.posts import PostKind
from tests import factories
from tests.referrals.test_kept_apart import case, documents, look, referral

__all__ = ["case", "documents", "look", "referral"]


def test_everybody(look, area, coordinator, chair, officer, lead, front_door):
    governance = factories.person(area, PostKind.GOVERNANCE_LEAD, "Gita Governance")
    people = (coordinator, chair, officer, lead, front_door, governance)
    looked = sum(map(look, people))
    print(f"    {looked} pages and endpoints, asked by {len(people)} people: not shown on any")
    assert looked > 250
