"""The words of an area's letters, plain and in easy read."""

import pghistory
from django.db import models
from django.db.models import Q

from prevent_cases.audit.records import field_classes
from prevent_cases.reference.models.policy import Policy, Question

# The kinds of letters, in the order of the questions.
LETTERS = ("told", "support", "outcome", "no_concern", "receipt")
_LABELS = {
    "told": "that somebody was referred",
    "support": "that asks whether they want support",
    "outcome": "of what was decided",
    "no_concern": "that no concern was found",
    "receipt": "of what was answered about support",
}
EASY = "_easy"

TOLD = (
    "Somebody was worried about you and told us. They did this because they wanted you to be safe and to "
    "get help if you want it.\n\n"
    "We have written down what they told us, and talked with people who may be able to help. You are not "
    "in trouble. This is not about a crime.\n\n"
    "You can ask us what was said, tell us what you think of it, and ask us to put right what is wrong. "
    "We write down what you tell us beside it."
)
TOLD_EASY = (
    "Somebody was worried about you.\n"
    "They told us.\n"
    "You are not in trouble.\n"
    "You can ask us what they said.\n"
    "You can tell us if it is wrong."
)
SUPPORT = (
    "We would like to offer you support. Whether you want it is for you to say. Nothing happens to you if "
    "you say no, and you can stop at any time.\n\n"
    "We would like to meet you, at a place where you feel safe, and tell you what the support is. You can "
    "bring somebody with you."
)
SUPPORT_EASY = (
    "We want to help you.\n"
    "You can say yes.\n"
    "You can say no.\n"
    "You can stop when you want.\n"
    "You can bring a person you trust."
)
# To us and to others. No other body is named by what it watches over: somebody else may open the letter.
COMPLAINTS = (
    "You can complain to us: by letter, by email, or by asking to speak with somebody, and it is never held against "
    "you. You can also complain to others: to the government’s Standards and Compliance Unit, or, about what is kept "
    "of you, to the Information Commissioner’s Office."
)
COMPLAINTS_EASY = (
    "You can complain to us.\n"
    "It is safe to complain.\n"
    "You can complain to others too.\n"
    "We can tell you how."
)  # fmt: skip
OUTCOME = (
    "We said that we would tell you what was decided. People from different services looked together at "
    "what we were told, and at what would help.\n\n"
    f"If you want to know more, or do not agree, please tell us.\n\n{COMPLAINTS}"
)
OUTCOME_EASY = (
    "People talked about how to help you.\n"
    "They have decided.\n"
    "You can ask us about it.\n"
    "You can tell us if you do not agree.\n"
    f"{COMPLAINTS_EASY}"
)
NO_CONCERN = (
    "Somebody was worried about you and told us. We looked at it, and found nothing that we need to do. "
    "Nobody thinks that you did anything wrong.\n\n"
    "We are sorry for any worry that this has caused you. If you do not agree with how it was done, "
    f"please tell us.\n\n{COMPLAINTS}"
)
NO_CONCERN_EASY = (
    "Somebody was worried about you.\n"
    "We looked at it.\n"
    "There is nothing to worry about.\n"
    "You did nothing wrong.\n"
    "We are sorry if this upset you.\n"
    f"{COMPLAINTS_EASY}"
)
RECEIPT = (
    "You can change your mind at any time, and you need not say why. Tell us, or whoever gives the support: spoken or "
    "in writing. Support stops at once. It is never held against you.\n\n"
    "If something here is wrong, please tell us. We put it right, or write down what you say beside it."
)
RECEIPT_EASY = (
    "You can change your mind.\n"
    "You can tell us to stop.\n"
    "Then the help stops.\n"
    "You do not have to say why.\n"
    "You can tell us if this is wrong."
)
_WORDS = {
    "told": TOLD,
    "told_easy": TOLD_EASY,
    "support": SUPPORT,
    "support_easy": SUPPORT_EASY,
    "outcome": OUTCOME,
    "outcome_easy": OUTCOME_EASY,
    "no_concern": NO_CONCERN,
    "no_concern_easy": NO_CONCERN_EASY,
    "receipt": RECEIPT,
    "receipt_easy": RECEIPT_EASY,
}


def _questions() -> dict[str, Question]:
    asked = {}
    for kind in LETTERS:
        asked[kind] = Question(
            f"The letter {_LABELS[kind]}", "Plain words. Names and addresses are added to each letter."
        )
        asked[kind + EASY] = Question(
            f"The same in easy read: the letter {_LABELS[kind]}", "One short sentence to a line."
        )
    return asked


def _words(name: str) -> models.TextField:
    return models.TextField(default=_WORDS[name])


@pghistory.track()
class LetterPolicy(Policy):
    """What the letters of an area say. The words to begin with are a beginning, and nobody's official ones."""

    slug = "letters"
    title = "Letters"
    about = (
        "What your letters say, plainly and in easy read: of a referral, support, what was decided, no concern found, "
        "and what was answered about support."
    )
    questions = _questions()

    told = _words("told")
    told_easy = _words("told_easy")
    support = _words("support")
    support_easy = _words("support_easy")
    outcome = _words("outcome")
    outcome_easy = _words("outcome_easy")
    no_concern = _words("no_concern")
    no_concern_easy = _words("no_concern_easy")
    receipt = _words("receipt")
    receipt_easy = _words("receipt_easy")

    field_classes = Policy.field_classes | field_classes(public=" ".join(questions))

    class Meta(Policy.Meta):
        verbose_name = "policy on letters"
        verbose_name_plural = "policies on letters"
        constraints = [
            *Policy.Meta.constraints,
            models.CheckConstraint(
                condition=Q(*(~Q((kind, "")) for kind in _WORDS)), name="every_letter_says_something"
            ),
        ]

    def words(self, kind: str) -> tuple[str, str]:
        """What a letter of this kind says: plainly, and in easy read."""
        return getattr(self, kind), getattr(self, kind + EASY)
