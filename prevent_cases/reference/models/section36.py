"""Who decides under section 36 for the council."""

import pghistory
from django.db import models

from prevent_cases.audit.records import field_classes
from prevent_cases.reference.models.policy import DecidedByTwo, Question


@pghistory.track()
class Section36Policy(DecidedByTwo):
    """Whether the council has authorised its coordinators to decide under section 36; the police always may."""

    slug = "section-36"
    title = "Who decides under section 36"
    about = (
        "The police may always decide whether a case goes to a panel that acts as Channel. Since 12 April 2019 the "
        "council may decide it too. It is decided here whether its coordinators do."
    )
    questions = {
        "council_decides": Question(
            "Has the council authorised its Prevent coordinators to decide?",
            "Section 36 of the Counter-Terrorism and Security Act 2015. Name the council's own decision in the reason.",
        )
    }

    council_decides = models.BooleanField(default=False)

    field_classes = DecidedByTwo.field_classes | field_classes(public="council_decides")

    class Meta(DecidedByTwo.Meta):
        verbose_name = "policy on section 36"
        verbose_name_plural = "policies on section 36"
