"""How long an area keeps the words of an enquiry that names nobody."""

import pghistory
from django.db import models

from prevent_cases.audit.records import field_classes
from prevent_cases.reference.models.policy import Policy, Question


@pghistory.track()
class EnquiryPolicy(Policy):
    """After how many days the words of an enquiry are forgotten; what is counted of it stays."""

    slug = "advice"
    title = "Advice without naming anybody"
    about = "How long questions about nobody in particular, and their answers, are kept. That there was one stays."
    questions = {
        "kept_for": Question(
            "After how many days are an answered question and its answer removed?", "Since the answer.", 1, 90
        ),
        "unanswered_kept_for": Question(
            "After how many days is a question removed that nobody has answered?", "Since it was asked.", 7, 180
        ),
    }

    kept_for = models.PositiveSmallIntegerField(default=28)
    unanswered_kept_for = models.PositiveSmallIntegerField(default=60)

    field_classes = Policy.field_classes | field_classes(public="kept_for unanswered_kept_for")

    class Meta(Policy.Meta):
        verbose_name = "policy on advice"
        verbose_name_plural = "policies on advice"
