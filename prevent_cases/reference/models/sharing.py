"""With whom a case is shared only under an agreement, and until when."""

import pghistory
from django.db import models

from prevent_cases.audit.records import field_classes
from prevent_cases.reference.models.policy import DecidedByTwo, Question


@pghistory.track()
class SharingPolicy(DecidedByTwo):
    """Whether sharing needs an agreement with the agency, and how long it is to be. What it begins with was not checked
    against any guidance.

    One that was made and has lapsed stops new sharing whatever is decided here, unless the agency needs none.
    """

    slug = "sharing-agreements"
    title = "Agreements on sharing information"
    about = (
        "Whether a case is shared only with agencies with which the area has an agreement in force. Where there is "
        "none, whoever shares must say why all the same, and that is kept. And for how long cases are shared."
    )
    questions = {
        "agreement_needed": Question(
            "Is a case shared only with an agency that has an agreement?",
            "If not, only an agreement that has lapsed stops new sharing.",
        ),
        "police_need_one": Question("Do the police need one?", "They lead the work on a case with the council."),
        "council_needs_one": Question(
            "Do the council's own services need one?", "The council, its children's and its adults' social care."
        ),
        "reminded_before": Question(
            "How many days before its end is the governance lead reminded of an agreement?", least=1, most=365
        ),
        "shared_for": Question(
            "For how many days is it proposed to share a case?",
            "After the meeting at which it is next taken or, where it is on no agenda, after the day itself. Whoever "
            "shares may choose another last day, or none.",
            least=1,
            most=365,
        ),
        "asked_before": Question(
            "How many days before its last day is the owner asked whether a share goes on?", least=1, most=60
        ),
        "acknowledged_within": Question(
            "Within how many working days is what is shared acknowledged?",
            "After that the owner is told that nobody has.",
            least=1,
            most=60,
        ),
    }

    agreement_needed = models.BooleanField(default=False)
    police_need_one = models.BooleanField(default=False)
    council_needs_one = models.BooleanField(default=False)
    reminded_before = models.PositiveSmallIntegerField(default=60)
    shared_for = models.PositiveSmallIntegerField(default=28)
    asked_before = models.PositiveSmallIntegerField(default=7)
    acknowledged_within = models.PositiveSmallIntegerField(default=5)

    field_classes = DecidedByTwo.field_classes | field_classes(
        public="agreement_needed police_need_one council_needs_one reminded_before shared_for asked_before "
        "acknowledged_within"
    )

    class Meta(DecidedByTwo.Meta):
        verbose_name = "policy on agreements"
        verbose_name_plural = "policies on agreements"
