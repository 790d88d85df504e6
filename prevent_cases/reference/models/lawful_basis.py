"""On what basis in law information is shared. It is usually not the agreement of the person."""

from django.db import models


class LawfulBasis(models.TextChoices):
    """Articles 6 and 9 of the UK GDPR, or Part 3 of the Data Protection Act 2018 for the police."""

    PUBLIC_TASK = "public_task", "Public task, for safeguarding"
    LEGAL_OBLIGATION = "legal_obligation", "Legal obligation"
    VITAL_INTERESTS = "vital_interests", "Vital interests"
    LAW_ENFORCEMENT = "law_enforcement", "Law enforcement, by the police"
