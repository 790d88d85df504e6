"""Settling whom a referral is about. Undoing and merging take a case along, so pages call the operations of cases."""

from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation
from referrals import permissions  # noqa: F401
from referrals.candidates import write_keys
from referrals.models import (
    IdentityAnswer,
    IdentityDecision,
    IdentityLink,
    Individual,
    Referral,
    merge_in_force,
    obstacle_to_undoing,
)
from referrals.operations.ages import settle_age
from referrals.operations.hold import refuse_if_held


@operation("referrals.triage_referral")
def record_same_person(referral: Referral, *, by: User, individual: Individual, reason: str) -> IdentityDecision:
    """Referral joined with an earlier one, as being about the same person.

    The case that carries it, if any, follows by the operation of cases that calls this one.
    """
    _refuse_unless_earlier(referral, individual, by)
    return keep_together(referral, individual, by=by, reason=reason)


def keep_together(referral: Referral, individual: Individual, *, by: User, reason: str) -> IdentityDecision:
    """Let what was one person's elsewhere be one person's here, until somebody says otherwise."""
    before = _move(referral, individual)
    decision = _decide(referral, individual, before, by=by, answer=IdentityAnswer.SAME, reason=reason)
    _settle_ages(before, individual)
    return decision


@operation("referrals.triage_referral", unless=obstacle_to_undoing)
def record_separation(referral: Referral, *, by: User, reason: str) -> IdentityDecision:
    """Referral parted again from the earlier one.

    It is about whom it was about before. What was decided in between stays as it was decided.
    """
    # Otherwise a referral could leave behind the hold that stands over the person it is taken to be about.
    refuse_if_held(referral.individual, by=by)
    undone = merge_in_force(referral)
    before = _move(referral, undone.before)
    decision = _decide(referral, before, before, by=by, answer=IdentityAnswer.UNDONE, reason=reason, undoes=undone)
    _settle_ages(before, undone.before)
    return decision


@operation("referrals.triage_referral")
def say_different_person(referral: Referral, *, by: User, individual: Individual, reason: str) -> IdentityDecision:
    """Recorded that this is somebody else. You are asked again only when something new is known of either."""
    _refuse_unless_earlier(referral, individual, by)
    before, _ = _lock(referral.individual, individual)
    return _decide(referral, individual, before, by=by, answer=IdentityAnswer.DIFFERENT, reason=reason)


def _refuse_unless_earlier(referral: Referral, individual: Individual, by: User) -> None:
    links = IdentityLink.objects.filter(individual=individual, ended_at=None)
    if not rules["referrals.view_individual"].permits(by, individual) or not links.exists():
        raise Refused("Choose one of those who may be the same person.", field="individual")
    if links.filter(referral=referral).exists():
        raise Refused("This referral is about that person already.", field="individual")


def _lock(*individuals: Individual) -> list[Individual]:
    """In the order of their keys: two referrals joined with the same person at once would otherwise lose match keys."""
    keys = [individual.pk for individual in individuals]
    locked = {
        each.pk: each for each in Individual.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk")
    }
    return [locked[key] for key in keys]


def _move(referral: Referral, to: Individual) -> Individual:
    """Let a referral be about another individual; gives back whom it was about."""
    before, to = _lock(referral.individual, to)
    referral.identity_links.get(ended_at=None).change(ended_at=clock.now())
    IdentityLink.objects.create(referral=referral, individual=to, made_at=clock.now())
    for individual in (before, to):
        write_keys(individual)
    return before


def _decide(
    referral: Referral, individual: Individual, before: Individual, *, by: User, **decision
) -> IdentityDecision:
    return IdentityDecision.objects.create(
        referral=referral, individual=individual, before=before, decided_by=by, decided_at=clock.now(), **decision
    )


def _settle_ages(*individuals: Individual) -> None:
    """Once it is decided: what is known of somebody's age follows from whom referrals are about, and why."""
    for individual in individuals:
        settle_age(individual)
