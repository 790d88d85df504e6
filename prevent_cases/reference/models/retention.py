"""After how long an area looks at whether a case that has ended is still needed."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.template.defaultfilters import pluralize

from prevent_cases.audit.records import field_classes
from prevent_cases.operations import Refused
from prevent_cases.reference.models.policy import DecidedByTwo, Question

# How a case ended, in the order of the questions.
ENDED = ("exited", "police_led", "referred_elsewhere", "no_further_action")
_LABELS = {
    "exited": "a case is exited after support",
    "police_led": "the police lead on it",
    "referred_elsewhere": "it is referred elsewhere, or transferred to another area",
    "no_further_action": "it ends with no further action",
}
# The same, shortly.
ENDED_IN_WORDS = {
    "exited": "After support",
    "police_led": "The police lead",
    "referred_elsewhere": "Referred elsewhere",
    "no_further_action": "No further action",
}
# The same for whoever a record is about.
_IN_PLAIN_WORDS = {
    "exited": "Support was given and came to its end",
    "police_led": "The police took it on",
    "referred_elsewhere": "Others help, or another area took it on",
    "no_further_action": "Nothing further was needed",
}
# Others go on with it, who keep a file of their own.
_LIKE = {"transferred": "referred_elsewhere"}
_CHILD = "_child"
AGES = ("", _CHILD)


def _questions() -> dict[str, Question]:
    asked = {}
    for ended in ENDED:
        asked[ended] = Question(f"How many months after {_LABELS[ended]}?", "Of an adult.", least=1, most=1200)
        asked[ended + _CHILD] = Question(
            f"How many months after {_LABELS[ended]}, of somebody under 18?",
            "Or of somebody whose age is not known.",
            least=1,
            most=1200,
        )
    return asked


def _months(default: int) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(default=default)


def _in_words(months: int) -> str:
    number, unit = (months, "month") if months % 12 else (months // 12, "year")
    return f"{number} {unit}{pluralize(number)}"


@pghistory.track()
class RetentionPolicy(DecidedByTwo):
    """The table of outcome and age. The numbers to begin with have not been checked against national guidance.

    Childhood and an unfounded concern are looked at soonest: [2020] EWHC 2528 (Admin).
    """

    slug = "keeping"
    title = "Keeping and letting go"
    about = "When it is looked at whether a case that has ended is still needed, by how it ended and by age."
    questions = _questions()

    exited = _months(72)
    exited_child = _months(36)
    police_led = _months(72)
    police_led_child = _months(36)
    referred_elsewhere = _months(36)
    referred_elsewhere_child = _months(24)
    no_further_action = _months(12)
    no_further_action_child = _months(6)

    field_classes = DecidedByTwo.field_classes | field_classes(public=" ".join(questions))

    class Meta(DecidedByTwo.Meta):
        verbose_name = "policy on keeping"
        verbose_name_plural = "policies on keeping"
        constraints = [
            *DecidedByTwo.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    *(Q((f"{ended}_child__lte", F(ended))) for ended in ENDED),
                    *(Q((f"no_further_action{age}__lte", F(ended + age))) for ended in ENDED[:-1] for age in AGES),
                ),
                name="childhood_and_no_further_action_are_looked_at_soonest",
            ),
            models.CheckConstraint(
                condition=Q(no_further_action_child__gte=1), name="what_has_ended_is_kept_for_some_time"
            ),
        ]

    def months(self, ended: str, *, is_child: bool) -> int:
        """How many months after it ended so."""
        ended = _LIKE.get(ended, ended)
        return getattr(self, ended + _CHILD if is_child else ended)

    def table(self) -> list[dict[str, str]]:
        """It in plain words, row by row: how it ended, and how long after that, of an adult and of a child."""
        return [
            {
                "ended": words,
                "adult": _in_words(getattr(self, ended)),
                "child": _in_words(getattr(self, ended + _CHILD)),
            }
            for ended, words in _IN_PLAIN_WORDS.items()
        ]

    def obstacle_to_deciding(self) -> Refused | str:
        for ended in ENDED:
            if self.months(ended, is_child=True) > self.months(ended, is_child=False):
                return Refused("Of somebody under 18 it is looked at no later than of an adult.", field=ended + _CHILD)
            for age in AGES:
                if getattr(self, f"no_further_action{age}") > getattr(self, ended + age):
                    return Refused(
                        "Where no further action was needed it is looked at no later than anything else.",
                        field=f"no_further_action{age}",
                    )
        return ""
