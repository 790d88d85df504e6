"""How old somebody is, as far as it was said: by referrals about them, and by whoever asked since."""

from datetime import date

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Func, IntegerField, Q, QuerySet
from django.db.models.lookups import Exact

from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record, field_classes
from referrals.models.identity import IdentityAnswer, IdentityDecision
from referrals.models.people import Individual, adult_by_age
from referrals.models.referral import Referral


@pghistory.track()
class AgeSaid(Record):
    """When somebody was born, or about how old they are, as it was learnt later than by a referral, and from whom."""

    under = "individual"

    individual = models.ForeignKey(Individual, on_delete=models.PROTECT, related_name="ages_said")
    born_on = models.DateField(null=True)
    age = models.PositiveSmallIntegerField(null=True)
    source = models.TextField()
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    field_classes = field_classes(public="said_at", personal="born_on age source")

    class Meta(Record.Meta):
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(
                condition=Exact(Func("born_on", "age", function="NUM_NONNULLS", output_field=IntegerField()), 1),
                name="what_is_said_of_an_age_is_a_birthday_or_an_age",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="what_is_said_of_an_age_has_its_source"),
        ]
        triggers = [pgtrigger.Protect(name="stands", operation=pgtrigger.Update)]


def said_of(individual: Individual) -> QuerySet[AgeSaid]:
    """What was learnt of somebody: also as of whom a referral was about before it was found to be about them."""
    taken_for = IdentityDecision.objects.filter(
        answer=IdentityAnswer.SAME,
        undone_by=None,
        referral__identity_links__individual=individual,
        referral__identity_links__ended_at=None,
    )
    return AgeSaid.objects.filter(Q(individual=individual) | Q(individual__in=taken_for.values("before")))


def learnt_of(individual: Individual, through: QuerySet[Referral]) -> Individual:
    """Of whom something is learnt by those who work on some of the referrals about an individual.

    Where all of these were about one person before they were found to be about this one, it is of that person: it is
    known of this one as long as they are taken to be the same, and goes with those referrals where they are not.
    """
    merges = IdentityDecision.objects.filter(answer=IdentityAnswer.SAME, undone_by=None, referral__in=through)
    # Of each referral the first.
    first = {merge.referral_id: merge.before for merge in merges.select_related("before").order_by("-pk")}
    before = {first.get(referral.pk, individual) for referral in through}
    return before.pop() if len(before) == 1 else individual


def age_known(individual: Individual) -> dict[str, date | int | None]:
    """What all that was said of somebody's age comes to: the columns of an ``Individual``.

    A birthday before any age; of birthdays what was learnt last, or else what was referred first; of ages what was
    learnt last, or else the youngest that was referred.
    """
    said = list(said_of(individual))
    referred = list(
        Referral.objects.filter(identity_links__individual=individual, identity_links__ended_at=None).order_by("pk")
    )
    if born_on := next((each.born_on for each in (*said, *referred) if each.born_on), None):
        return {"born_on": born_on, "age_given": None, "age_given_on": None}
    ages = [(each.age, clock.day_of(each.said_at)) for each in said[:1]] or sorted(
        ((each.age_given, clock.day_of(each.submitted_at)) for each in referred if each.age_given is not None),
        key=lambda age: adult_by_age(*age),
        reverse=True,
    )
    age, day = next(iter(ages), (None, None))
    return {"born_on": None, "age_given": age, "age_given_on": day}
