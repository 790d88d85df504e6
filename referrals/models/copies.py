"""Copies of a referral as PDFs: the referrer's own; and those that leave from here, each a disclosure."""

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
from referrals.models.own_words import OwnWords, said_or_answered_since
from referrals.models.referral import Referral


class Door(models.TextChoices):
    """Where a copy goes: the same answers, laid out for whoever reads them there."""

    EARLY_HELP = "early_help", "Early help"
    CHILDREN = "children", "Children's social care"
    ADULTS = "adults", "Adult social care"


class Layout(models.TextChoices):
    """What a referrer makes of what they sent: both go where they themselves put or send them."""

    FILE = "file", "For the person's file"
    EARLY_HELP = "early_help", "Form for early help"


OWN = (
    Section("The person", (in_words.person, *in_words.WHEREABOUTS)),
    Section("Family, and school or work", (in_words.parents, in_words.household, in_words.setting)),
    Section(
        "What worries you",
        (in_words.concern, in_words.points, in_words.further_worries, in_words.first_noticed, in_words.days),
    ),
    Section("How urgent it is", (in_words.urgency,)),
    Section("What support must know", (in_words.needs,)),
    Section("Who knows of the referral", (*in_words.WHO_KNOWS, in_words.harm_if_known)),
    Section("What has been done already", (in_words.done_already, in_words.early_help)),
    Section("Who refers", (in_words.referrer, in_words.safeguarding_lead)),
)
URGENCY = Section("How urgent it is", (in_words.urgency,))
WORRIES = Section(
    "What worries the referrer", (in_words.concern_passed_on, in_words.points, in_words.further_worries, in_words.days)
)
REFERRER = Section("Who refers", (in_words.referrer, in_words.safeguarding_lead))
SECTIONS = {
    Door.CHILDREN: (
        URGENCY,
        Section("The person", (in_words.person, *in_words.WHEREABOUTS)),
        Section("Parents and carers", (in_words.parents,)),
        Section("Brothers, sisters and other children in the household", (in_words.household,)),
        Section("School, college or work", (in_words.setting,)),
        Section("Early help, and what has been done already", (in_words.early_help, in_words.done_already)),
        WORRIES,
        Section("What support must know", (in_words.needs_passed_on,)),
        Section("Who knows of the referral", (*in_words.WHO_KNOWS, in_words.harm_if_known)),
        REFERRER,
    ),
    Door.ADULTS: (
        URGENCY,
        Section("The adult", (in_words.person, in_words.contact, in_words.supervision)),
        Section(
            "Where they live, and who cares for them",
            (in_words.home, in_words.carers, in_words.lives_with_children),
        ),
        Section("Care and support needs, and what they can decide, as far as was said", (in_words.needs_passed_on,)),
        WORRIES,
        Section("What has been done already", (in_words.family_and_services, in_words.police_and_proceedings)),
        Section(
            "Who knows of the referral", (in_words.person_knows, in_words.why_person_not_told, in_words.harm_if_known)
        ),
        REFERRER,
    ),
    # In the order of a common assessment: the family and what they agree to come first, worries in their place.
    Door.EARLY_HELP: (
        Section("The person", (in_words.person, in_words.home, in_words.contact)),
        Section("Parents, guardians and household", (in_words.parents, in_words.household)),
        Section("School, college or work", (in_words.setting,)),
        Section("What the family agreed to", (in_words.early_help, in_words.person_knows, in_words.parent_knows)),
        Section("What support must know", (in_words.needs_passed_on,)),
        Section("What help there has been", (in_words.family_and_services, in_words.help_for_family)),
        Section("Why help is asked for", (in_words.concern, in_words.further_worries)),
        Section("Who asks", (in_words.referrer, in_words.safeguarding_lead)),
    ),
}
TITLES = {
    Door.EARLY_HELP: "Request for early help",
    Door.CHILDREN: "Referral to children's social care",
    Door.ADULTS: "Referral to adult social care",
}
# What each service need not see. It is said whether or not there was anything of it, so that it tells nothing.
LEFT_OUT = {
    Door.EARLY_HELP: "how urgent it is; why somebody has not been told; names used online; contacts, threats, the "
    "police and other proceedings; anything about immigration or asylum",
    Door.CHILDREN: "who noticed it first; anything about immigration or asylum",
    Door.ADULTS: "school or work; early help for a family; the names of children; whether a parent knows of it; names "
    "used online; who noticed it first; anything about immigration or asylum",
}


@pghistory.track()
class OwnCopy(ForReader):
    """What a referrer sent: with what they were told, for the file their agency keeps of the person; or laid out for
    early help, for which they ask themselves.
    """

    under = "referral"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="own_copies")
    layout = models.CharField(max_length=20, choices=Layout, default=Layout.FILE)

    field_classes = ForReader.for_reader_field_classes | field_classes(public="layout")
    fetch_with = ("referral__area", "referral__for_agency", "asked_by")

    class Meta(ForReader.Meta):
        verbose_name = "copy of a referral"
        verbose_name_plural = "copies of referrals"

    def says_what_is_so_no_more(self) -> bool:
        # What was answered does not stand in it: that something is disputed is all that whoever sent it is told.
        disputed = OwnWords.objects.filter(referral=self.referral_id, entry__isnull=False)
        return disputed.filter(recorded_at__gte=self.asked_at).exists()

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
            *ForReader.Meta.triggers,
            pgtrigger.ReadOnly(
                name="says_what_it_said",
                fields=["referral", "door", "to_whom", "purpose", "lawful_basis", "asked_by", "asked_at"],
            ),
        ]

    def says_what_is_so_no_more(self) -> bool:
        disputed = OwnWords.objects.filter(referral=self.referral_id, entry__isnull=False)
        return disputed.filter(said_or_answered_since(self.asked_at)).exists()

    def get_absolute_url(self) -> str:
        return reverse("referrals:view_disclosedcopy", args=[self.reference])
