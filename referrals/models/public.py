"""What somebody who does not sign in wrote on an area's public form, until somebody who receives referrals answers it.

It is no referral and stands under nobody's name: whoever receives it refers, on behalf of the sender, or does not.
"""

import pghistory
from django.db import models
from django.db.models import Q, QuerySet
from django.urls import reverse

from prevent_cases.accounts.models import Area, Post, User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.operations import AlreadyDone
from prevent_cases.pages.models import new_reference
from referrals.models.answers import BroughtBy
from referrals.models.referral import Referral

# Forgotten together. No history keeps them, or forgetting would forget nothing (docs/adr/0013).
FORGOTTEN = ("who", "where", "worry", "sender_name", "sender_contact", "sender_relation", "why")


class PublicOutcome(models.TextChoices):
    """What became of it. Nobody is referred so that something is done about a place."""

    REFERRED = "referred", "Somebody was referred"
    ELSEWHERE = "elsewhere", "Passed on: an emergency, or another service"
    PLACE = "place", "It is about a place or an event: the area’s contact was told"
    NOTHING = "nothing", "Nothing in it is a concern for Prevent"
    MISUSE = "misuse", "Not meant seriously, or meant to harm somebody"


@pghistory.track(exclude=list(FORGOTTEN))
class PublicConcern(Record):
    """A worry as a member of the public wrote it. Some days after the answer only that there was one stays.

    Who sent it is known to those who receive referrals and to nobody else; it may be left out.
    """

    under = None

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="public_concerns")
    sent_at = models.DateTimeField()
    who = models.TextField()
    where = models.TextField(blank=True)
    worry = models.TextField()
    sender_name = models.CharField(max_length=200, blank=True)
    sender_contact = models.CharField(max_length=300, blank=True)
    sender_relation = models.CharField(max_length=300, blank=True)
    outcome = models.CharField(max_length=10, choices=PublicOutcome, blank=True)
    # The one that was made of it, on the sender's behalf.
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, null=True, related_name="+")
    why = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    forgotten_at = models.DateTimeField(null=True)
    # When those who receive it were told that there is one.
    told_at = models.DateTimeField(null=True)

    field_classes = field_classes(
        public="reference sent_at outcome answered_at forgotten_at told_at",
        personal="who where",
        special="worry why",
        sealed="sender_name sender_contact sender_relation",
    )
    fetch_with = ("area", "answered_by")

    class Meta(Record.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", answered_by=None, answered_at=None, referral=None)
                | (~Q(outcome="") & Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="a_public_concern_is_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(outcome=PublicOutcome.REFERRED, referral__isnull=False)
                | (~Q(outcome=PublicOutcome.REFERRED) & Q(referral=None)),
                name="a_public_concern_names_its_referral_or_has_none",
            ),
            models.CheckConstraint(
                condition=(Q(forgotten_at=None) & ~Q(who="") & ~Q(worry=""))
                | (Q(forgotten_at__isnull=False, answered_at__isnull=False) & Q(**dict.fromkeys(FORGOTTEN, ""))),
                name="a_forgotten_public_concern_holds_no_words",
            ),
        ]
        indexes = [
            models.Index(fields=["area", "-id"], name="public_concerns_of_an_area"),
            models.Index(fields=["area", "id"], condition=Q(outcome=""), name="public_concerns_to_answer"),
        ]

    def __str__(self) -> str:
        return f"Concern {self.reference} from the public"

    def get_absolute_url(self) -> str:
        return reverse("referrals:view_publicconcern", args=[self.reference])

    def words(self) -> list[str]:
        """What was sent, without who sent it: a paragraph for each answer."""
        asked = {"Who": self.who, "Where": self.where, "What worries the sender": self.worry}
        return [f"{question}: {answer}" for question, answer in asked.items() if answer]

    def source(self) -> dict[str, str]:
        """Who sent it, as far as they said, by the names of a ``SealedSource``."""
        said = {
            "source_name": self.sender_name,
            "source_contact": self.sender_contact,
            "source_relation": self.sender_relation,
        }
        return {"brought_by": BroughtBy.PUBLIC} | {name: words for name, words in said.items() if words}

    def obstacle_to_answering(self) -> str:
        return "This has been answered." if self.outcome else ""

    def receivers(self) -> QuerySet[User]:
        """Who is told of it: the area's front door, or its coordinators where there is none."""
        for kind in (PostKind.FRONT_DOOR, PostKind.COORDINATOR):
            posts = Post.objects.current().filter(kind=kind, area=self.area_id)
            found = User.objects.filter(pk__in=posts.values("user"), is_active=True).order_by("pk")
            if found:
                break
        return found

    def obstacle_to_telling(self) -> AlreadyDone | str:
        return AlreadyDone("Those who receive it have been told.") if self.told_at else ""

    def obstacle_to_forgetting(self) -> AlreadyDone | str:
        if self.forgotten_at:
            return AlreadyDone("The words of this concern have been removed.")
        return "" if self.outcome else "Nobody has answered this. Its words stay until somebody has."
