"""What tests of referrals share: a referral that says everything."""

import pytest
import weasyprint  # noqa: F401  Loaded before a PDF's child is forked, as the PDF worker does.

from referrals.models import HowKnown
from tests import factories


@pytest.fixture
def full_referral(officer):
    """A referral in which every question has an answer of its own."""
    return factories.referral(officer, **everything_said())


def everything_said() -> dict:
    words = {
        "other_names": "Ash\nAshwin Birtch",
        "address": "1 Example Street\nHarrowmere",
        "telephone": "01632 960 001",
        "email": "ashwin@home.example",
        "online_names": "ash_b on a game",
        "first_language": "Gujarati",
        "parents": "Meera Birch, his mother",
        "household_children": "Asha, 9",
        "setting": "Larkfield School, year 10",
        "noticed_by": "His form tutor",
        "other_concerns": "He is often hungry.",
        "if_nothing_is_done": "He could be drawn in further.",
        "told_reason": "We have not reached her yet.",
        "family_spoken_result": "His mother worries too.",
        "police_called_result": "On Monday, about the bag; reference 17.",
        "mappa_marac_result": "MARAC; ask the school nurse.",
        "danger_called": "Nobody yet",
        "urgency_reason": "He speaks of Friday.",
        "referrer_role": "Class teacher",
        "referrer_telephone": "01632 960 002",
        "relationship": "I teach him history",
        "safeguarding_lead": "Lee Lead, room 4",
    }
    chosen = {
        "lives_with_children": "yes",
        "under_supervision": "no",
        "parent_told": "no",
        "not_told_because": "other",
        "online_part": "yes",
        "in_contact": "unknown",
        "threat_made": "no",
        "family_spoken": "yes",
        "police_called": "yes",
        "mappa_marac": "yes",
        "early_help": "yes",
        "early_help_consent": "refused",
        "urgency": "urgent",
        "source_at_risk": "no",
    }
    entries = [
        factories.entry("He drew a symbol on his book."),
        factories.entry("He said that Friday will show them.", how_known=HowKnown.TOLD),
        factories.entry("He seems lonely.", how_known=HowKnown.OPINION),
    ]
    needs = [{"kind": "neurodiversity", "fact": "Autism, diagnosed in 2024.", "source": "record"}]
    return {**words, **chosen, "entries": entries, "support_needs": needs}
