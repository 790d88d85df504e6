"""What goes with every piece of information that an agency lets go of: on whose word, and under which law."""

import pgtrigger
from django.db import models
from django.db.models import Q

from prevent_cases.accounts.models import AgencyType
from prevent_cases.audit.records import field_classes


class ConfidentialityGround(models.TextChoices):
    """On what ground a duty of confidence allows it: the common law's, as health services are guided by it."""

    CONSENT = "consent", "The person agreed"
    PUBLIC_INTEREST = "public_interest", "The public interest outweighs the confidence"
    REQUIRED_BY_LAW = "required_by_law", "The law or a court requires it"
    BEST_INTERESTS = "best_interests", "In their best interests: they lack capacity"
    NOT_CONFIDENTIAL = "not_confidential", "Nothing was told in confidence"
    KEPT = "kept", "None: the confidence is kept"


class Release(models.Model):
    """Each agency answers for what it shares. Health says who decided on confidentiality, and on what ground; what the
    police share they process for law enforcement (Part 3 of the Data Protection Act 2018); nothing of it comes from an
    intelligence service (section 38 of the Counter-Terrorism and Security Act 2015).
    """

    law_enforcement = models.BooleanField(default=False)
    confidentiality_by = models.CharField(max_length=200, blank=True)
    confidentiality_ground = models.CharField(max_length=20, choices=ConfidentialityGround, blank=True)
    confidentiality_words = models.TextField(blank=True)
    no_intelligence = models.BooleanField(default=False)

    release_field_classes = field_classes(
        public="law_enforcement no_intelligence confidentiality_ground",
        special="confidentiality_by confidentiality_words",
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(confidentiality_by="", confidentiality_ground="", confidentiality_words="")
                | ~(Q(confidentiality_by="") | Q(confidentiality_ground="")),
                name="%(class)s_says_who_decided_on_confidentiality_and_why",
            )
        ]


def as_its_agency_must(agency: str, but: str = "FALSE") -> pgtrigger.Trigger:
    """Whoever writes: health names who decided, and the police's is marked as theirs. ``agency`` is SQL for its key."""
    return pgtrigger.Trigger(
        name="released_as_its_agency_must",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=[("kind", "TEXT")],
        func=f"""
            kind := (SELECT type FROM accounts_agency WHERE id = {agency});
            IF NEW.law_enforcement <> (kind = '{AgencyType.POLICE.value}') THEN
                RAISE EXCEPTION 'what the police share, and nothing else, is processed for law enforcement'
                    USING ERRCODE = 'check_violation', CONSTRAINT = 'police_process_for_law_enforcement';
            END IF;
            IF kind = '{AgencyType.HEALTH.value}' AND NEW.confidentiality_by = '' AND NOT ({but}) THEN
                RAISE EXCEPTION 'health says who decided on confidentiality'
                    USING ERRCODE = 'check_violation', CONSTRAINT = 'health_decides_on_confidentiality';
            END IF;
            RETURN NEW;
        """,  # noqa: S608 - of names and values in this code
    )
