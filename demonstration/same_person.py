"""Somebody referred again: the coordinator compares, asks, and says that it is the same person, or somebody else."""

from random import Random

import cases.operations
import referrals.operations
from demonstration import words
from demonstration.planned import Planned
from prevent_cases.accounts.models import User
from referrals.candidates import find
from referrals.models import Referral


def settle(referral: Referral, by: User, planned: Planned, dice: Random) -> None:
    """Answer about the likest candidate: mostly the same person, where it is somebody referred again."""
    candidates = find(referral, by).candidates
    if not candidates:
        return
    individual = candidates[0].individual
    if planned.joins or (planned.again and dice.random() < 0.9):
        reason = dice.choice(words.SAME_PERSON)
        cases.operations.confirm_same_person(referral, by=by, individual=individual, reason=reason)
    else:
        reason = dice.choice(words.SOMEBODY_ELSE)
        referrals.operations.say_different_person(referral, by=by, individual=individual, reason=reason)
