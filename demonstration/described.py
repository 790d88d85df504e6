"""What some say of themselves when they are asked, after acceptance: drawn apart from who they are and what is said.

In their own words, which is how it is kept; many do not want to say, or have not been asked.
"""

from demonstration.chance import dice
from referrals import operations as referrals
from referrals.models import DESCRIBED, MonitoringSource

SOURCES = [MonitoringSource.PERSON] * 5 + [MonitoringSource.FAMILY] * 2 + [MonitoringSource.DECLINED] * 3
WORDS = {
    "ethnicity": ("White British", "British Pakistani", "Mixed", "Polish", "Black British", "I would rather not", ""),
    "religion": ("None", "Christian", "Muslim", "Not sure yet", "Jewish", "Hindu", "None, my nan is Catholic", ""),
    "nationality": ("British", "British and Irish", "Polish", "British, born in Lahore", ""),
    "disability": ("", "", "", "Autistic", "I use a hearing aid"),
}


def described(number: int) -> dict[str, str] | None:
    """The answers about the person of this referral; None where they have not been asked."""
    own = dice(f"described {number}")
    if own.random() < 0.4:
        return None
    said = {"source": own.choice(SOURCES)}
    return said | {name: own.choice(words) for name, words in WORDS.items() if said["source"] in DESCRIBED}


def ask_how_they_describe_themselves(story) -> None:
    if said := described(story.number):
        referrals.record_monitoring(story.referral, by=story.place.coordinator, **said)
