"""Setting, reviewing and lifting a hold, and whom it stops from what."""

from datetime import date

from django.db.models import BigIntegerField, QuerySet

from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.accounts.models import User, system_user
from prevent_cases.operations import Refused, operation
from prevent_cases.prepared import Given, prepared
from referrals import permissions  # noqa: F401
from referrals.models import Hold, Individual, Referral
from referrals.models.transfer import as_elsewhere

HELD = (
    "The police have put this person on hold. Until they lift it nothing is accepted, ended, decided, agreed or "
    "written. Only the coordinator, the panel's chair and the police gateway know; tell nobody else."
)


@operation("referrals.set_hold")
def set_hold(individual: Individual, *, by: User, review_on: date) -> Hold:
    """Hold set.

    It stands also where another area has taken on a referral about this person.
    """
    if Hold.objects.over(individual).exists():
        raise Refused("There is a hold on this person already.")
    _ahead(review_on)
    hold = Hold.objects.create(individual=individual, set_by=by, set_at=clock.now(), review_on=review_on)
    for there in _elsewhere(individual):
        if not Hold.objects.over(there).exists():
            carry_hold(hold, by=system_user(), to=there)
    return hold


@operation("referrals.review_hold", unless=Hold.obstacle_to_change)
def review_hold(hold: Hold, *, by: User, review_on: date) -> None:
    """Hold looked at again, and kept."""
    _ahead(review_on)
    hold.change(review_on=review_on)


@operation("referrals.lift_hold", unless=Hold.obstacle_to_change)
def lift_hold(hold: Hold, *, by: User) -> None:
    """Hold lifted."""
    hold.change(lifted_by=by, lifted_at=clock.now())


@operation("referrals.carry_hold", unless=Hold.obstacle_to_change)
def carry_hold(hold: Hold, *, by: User, to: Individual) -> Hold:
    """Hold carried along to another area, which took the referral on."""
    return Hold.objects.create(individual=to, set_by=hold.set_by, set_at=hold.set_at, review_on=hold.review_on)


def _elsewhere(individual: Individual) -> list[Individual]:
    """As whom the person is known in the areas that have taken on a referral about them."""
    here = Referral.objects.filter(identity_links__individual=individual, identity_links__ended_at=None)
    passed_on = (after for referral in here for after in as_elsewhere(referral).filter(pk__gt=referral.pk))
    return list({after.individual: None for after in passed_on})


def _ahead(review_on: date) -> None:
    if review_on <= clock.today():
        raise Refused("Choose a day to come.", field="review_on")


def words_if_held(individual: Individual, *, by: User, on: date | None = None) -> str:
    """What stops whoever may know that somebody is on hold, or "": whoever may not is answered as without one.

    ``on`` is the day of what was done, where that was not today.
    """
    # Kept like what is asked of a permission: of whoever works on a case nearly every operation asks it.
    ask = by.posts.kept(("words_if_held",), lambda: prepared(lambda: moments_of_holds_known(by)))
    known = ask(individual=individual.pk)
    return HELD if any(on is None or clock.day_of(set_at) <= on for (set_at,) in known) else ""


def moments_of_holds_known(by: User) -> QuerySet:
    """When the holds over the individual that is given were set, of which somebody may know."""
    holds = Hold.objects.over(Given("individual", BigIntegerField()))
    return holds.filter(rules["referrals.view_hold"].condition(by)).values_list("set_at")


def refuse_if_held(individual: Individual, *, by: User, on: date | None = None) -> None:
    if words := words_if_held(individual, by=by, on=on):
        raise Refused(words)
