"""Copies of a referral as PDFs: the referrer's own, for the person's file; and those that leave, each a disclosure."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from prevent_cases.audit.records import field_classes
from prevent_cases.documents.models import ForReader
from prevent_cases.reference.models import LawfulBasis
from referrals.models import in_words
from referrals.models.in_words import Section
from referrals.models.referral import Referral


class Door(models.TextChoices):
    """Where a copy goes: the same answers, laid out for whoever reads them there."""

    EARLY_HELP = "early_help", "Early help"
    CHILDREN = "children", "Children's social care"
    ADULTS = "adults", "Adult social care"


OWN = (
    Section("The person", (in_words.person, in_words.whereabouts)),
    Section("Family, and school or work", (in_words.family, in_words.setting)),
    Section(
        "What worries you",
        (in_words.concern, in_words.points, in_words.further_worries, in_words.first_noticed, in_words.days),
    ),
    Section("How urgent it is", (in_words.urgency,)),
    Section("What support must know", (in_words.needs,)),
    Section("Who knows of the referral", (in_words.who_knows, in_words.harm_if_known)),
    Section("What has been done already", (in_words.done_already, in_words.early_help)),
    Section("Who refers", (in_words.referrer, in_words.safeguarding_lead)),
)
SOCIAL_CARE = (
    Section("How urgent it is", (in_words.urgency,)),
    Section("The person", (in_words.person, in_words.whereabouts)),
    Section("Family and household", (in_words.family,)),
    Section("School, college or work", (in_words.setting,)),
    Section("What worries the referrer", (in_words.concern, in_words.points, in_words.further_worries, in_words.days)),
    Section("What support must know", (in_words.needs_passed_on,)),
    Section("What has been done already", (in_words.done_already, in_words.early_help)),
    Section("Who knows of the referral", (in_words.who_knows, in_words.harm_if_known)),
    Section("Who refers", (in_words.referrer, in_words.safeguarding_lead)),
)
SECTIONS = {
    Door.CHILDREN: SOCIAL_CARE,
    Door.ADULTS: SOCIAL_CARE,
    # In the order of a common assessment: the family and what they agree to come first, worries in their place.
    Door.EARLY_HELP: (
        Section("The person", (in_words.person, in_words.whereabouts)),
        Section("Parents, guardians and household", (in_words.family,)),
        Section("School, college or work", (in_words.setting,)),
        Section("What the family agreed to", (in_words.early_help, in_words.who_knows)),
        Section("What support must know", (in_words.needs_passed_on,)),
        Section("What help there has been", (in_words.done_already,)),
        Section("Why help is asked for", (in_words.concern, in_words.points, in_words.further_worries)),
        Section("Who asks", (in_words.referrer, in_words.safeguarding_lead)),
    ),
}
TITLES = {
    Door.EARLY_HELP: "Request for early help",
    Door.CHILDREN: "Referral to children's social care",
    Door.ADULTS: "Referral to adult social care",
}


@pghistory.track()
class OwnCopy(ForReader):
    """What a referrer sent, and what they were told: for the file that their agency keeps of the person."""

    under = "referral"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="own_copies")

    field_classes = ForReader.for_reader_field_classes
    fetch_with = ("referral__area", "referral__for_agency", "asked_by")

    class Meta(ForReader.Meta):
        verbose_name = "copy of a referral"
        verbose_name_plural = "copies of referrals"

    def get_absolute_url(self) -> str:
        return reverse("referrals:view_owncopy", args=[self.reference])


@pghistory.track()
class DisclosedCopy(ForReader):
    """A copy that leaves: to whom, why, and on what basis. It records the disclosure, and nothing changes it."""

    under = "referral"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="disclosed_copies")
    door = models.CharField(max_length=20, choices=Door)
    to_whom = models.CharField(max_length=200)
    purpose = models.TextField()
    lawful_basis = models.CharField(max_length=20, choices=LawfulBasis)

    field_classes = ForReader.for_reader_field_classes | field_classes(
        public="door lawful_basis", personal="to_whom purpose"
    )
    fetch_with = ("referral__area", "referral__for_agency", "asked_by")

    class Meta(ForReader.Meta):
        verbose_name = "copy for another service"
        verbose_name_plural = "copies for other services"
        ordering = ("pk",)
        constraints = [
            *ForReader.Meta.constraints,
            models.CheckConstraint(condition=~Q(to_whom="") & ~Q(purpose=""), name="a_disclosure_says_to_whom_and_why"),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="says_what_it_said",
                fields=["referral", "door", "to_whom", "purpose", "lawful_basis", "asked_by", "asked_at"],
            )
        ]

    def get_absolute_url(self) -> str:
        return reverse("referrals:view_disclosedcopy", args=[self.reference])
