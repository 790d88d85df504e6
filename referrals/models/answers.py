"""The answers among which a referrer chooses. "I do not know" is always one of them."""

from django.db import models


class Gender(models.TextChoices):
    MALE = "male", "Male"
    FEMALE = "female", "Female"
    OTHER = "other", "Other"
    UNKNOWN = "unknown", "I do not know"


class YesNo(models.TextChoices):
    YES = "yes", "Yes"
    NO = "no", "No"
    UNKNOWN = "unknown", "I do not know"


class LivesHere(models.TextChoices):
    """Whether the person lives in the area the referral goes to."""

    HERE = "here", "In this area"
    ELSEWHERE = "elsewhere", "Somewhere else"
    UNKNOWN = "unknown", "I do not know"


class HowKnown(models.TextChoices):
    """How the referrer knows one thing they write: a fact, hearsay and an opinion never stand as one."""

    SEEN = "seen", "I saw or heard it myself"
    TOLD = "told", "Somebody told me"
    OPINION = "opinion", "It is my opinion"


class NeedKind(models.TextChoices):
    """What those who support somebody must know beforehand."""

    INTERPRETER = "interpreter", "An interpreter, or another language"
    ADJUSTMENT = "adjustment", "Something done differently, such as more time or a quiet room"
    DISABILITY = "disability", "A disability, or a special educational need"
    MENTAL_HEALTH = "mental_health", "A mental health condition"
    NEURODIVERSITY = "neurodiversity", "Autism, ADHD or the like"
    IMMIGRATION = "immigration", "A fact about immigration or asylum that support must know"


COMPLEX_NEEDS = (NeedKind.DISABILITY, NeedKind.MENTAL_HEALTH, NeedKind.NEURODIVERSITY)


class NeedSource(models.TextChoices):
    """From whom a need is known. What somebody only supposes about another is not asked."""

    PERSON = "person", "The person told us"
    FAMILY = "family", "Their family told us"
    RECORD = "record", "A record or a letter says so"
    BEING_ASSESSED = "being_assessed", "It is being assessed now"
    UNKNOWN = "unknown", "I do not know"


class Told(models.TextChoices):
    """Whether somebody knows of the referral: being open with the person, which is neither of the two consents."""

    YES = "yes", "Yes"
    NO = "no", "No"
    UNKNOWN = "unknown", "I do not know"
    ADULT = "adult", "The person is an adult"


class NotTold(models.TextChoices):
    """Why somebody has not been told."""

    SAFETY = "safety", "Somebody could come to harm"
    EVIDENCE = "evidence", "It could spoil what the police need to find out"
    OTHER = "other", "Another reason"


class EarlyHelpConsent(models.TextChoices):
    """Whether the family agreed to early help, which is not agreement to this referral."""

    GIVEN = "given", "They agreed"
    REFUSED = "refused", "They did not want it"
    NOT_ASKED = "not_asked", "They have not been asked"
    UNKNOWN = "unknown", "I do not know"


class Urgency(models.TextChoices):
    NORMAL = "normal", "No: it can wait for the next working day"
    URGENT = "urgent", "Yes: somebody should look at this today"
    UNKNOWN = "unknown", "I do not know"


class LeadMayKnow(models.TextChoices):
    """Whether the safeguarding leads of the referrer's agency learn of a referral. One may be about them or theirs."""

    YES = "yes", "Yes"
    NO = "no", "No, keep it from them"


class BroughtBy(models.TextChoices):
    """On whose behalf somebody refers who was told of a worry."""

    PUBLIC = "public", "A member of the public"
    VOLUNTARY = "voluntary", "A voluntary or community body"
    OTHER = "other", "Somebody else"
