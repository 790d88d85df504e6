"""Copies of a referral: the referrer's own, and those that leave for another service."""

from typing import Any

from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.accounts.models import User
from prevent_cases.documents import pdf
from prevent_cases.later.outbox import later
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import CopiesPolicy
from referrals import permissions  # noqa: F401
from referrals.models import DisclosedCopy, Door, Layout, OwnCopy, Referral, TriageDecision
from referrals.models.copies import LEFT_OUT, OWN, SECTIONS, TITLES
from referrals.models.in_words import source_is_hidden
from referrals.operations.hold import refuse_if_held


@operation("referrals.follow_referral", locked=False)
def request_own_copy(referral: Referral, *, by: User) -> OwnCopy:
    """Copy of the referral asked for, for the person's file."""
    return _asked_for(referral, by, Layout.FILE)


@operation("referrals.follow_referral", locked=False)
def request_early_help_form(referral: Referral, *, by: User) -> OwnCopy:
    """Form for early help asked for. Whoever asked for it sends it."""
    # What they wrote is their own: a hold, of which they may not know, is no matter here.
    return _asked_for(referral, by, Layout.EARLY_HELP)


def _asked_for(referral: Referral, by: User, layout: Layout) -> OwnCopy:
    copy = OwnCopy.objects.create(referral=referral, layout=layout, asked_by=by, asked_at=clock.now())
    later("referrals.make_own_copy", copy.pk)
    return copy


@operation("referrals.receive_referral", locked=False)
def disclose_copy(
    referral: Referral, *, by: User, door: str, to_whom: str, purpose: str, lawful_basis: str
) -> DisclosedCopy:
    """Copy of the referral made for another service. To whom it goes, and why, is kept."""
    # Help waits for the police; the safety of a child or an adult never does.
    if door == Door.EARLY_HELP:
        refuse_if_held(referral.individual, by=by)
    copy = DisclosedCopy.objects.create(
        referral=referral,
        asked_by=by,
        asked_at=clock.now(),
        door=door,
        to_whom=to_whom,
        purpose=purpose,
        lawful_basis=lawful_basis,
    )
    later("referrals.make_disclosed_copy", copy.pk)
    return copy


@operation("referrals.make_own_copy", unless=OwnCopy.obstacle_to_making)
def make_own_copy(copy: OwnCopy, *, by: User) -> None:
    """Copy of the referral made, for the referrer."""
    _still_asked_for(copy, "referrals.follow_referral")
    if copy.layout == Layout.EARLY_HELP:
        _keep(copy, "referrals/pdf/early_help_form.html", {"reader": "early help"} | _for_door(copy, Door.EARLY_HELP))
        return
    decision = TriageDecision.objects.filter(referral=copy.referral).first()
    context = {
        "title": f"Referral {copy.referral.reference}",
        "reader": copy.asked_by,
        "released": decision.words_for_referrer if decision else "",
        "sections": [(section.title, section.lines(copy.referral)) for section in OWN],
    }
    _keep(copy, "referrals/pdf/own_copy.html", context)


@operation("referrals.make_disclosed_copy", unless=DisclosedCopy.obstacle_to_making)
def make_disclosed_copy(copy: DisclosedCopy, *, by: User) -> None:
    """Copy of the referral made, for another service."""
    _still_asked_for(copy, "referrals.receive_referral")
    _keep(copy, "referrals/pdf/disclosed_copy.html", {"reader": copy.to_whom} | _for_door(copy, copy.door))


@operation("referrals.make_own_copy", unless=OwnCopy.obstacle_to_making)
def refuse_own_copy(copy: OwnCopy, *, by: User, because: str) -> None:
    """Copy not made: the person who asked may no longer follow the referral."""
    copy.change(not_made_because=because)


@operation("referrals.make_disclosed_copy", unless=DisclosedCopy.obstacle_to_making)
def refuse_disclosed_copy(copy: DisclosedCopy, *, by: User, because: str) -> None:
    """Copy not made: the person who asked may no longer receive the referral."""
    copy.change(not_made_because=because)


@operation("referrals.remove_own_copy", unless=OwnCopy.obstacle_to_removing)
def remove_own_copy(copy: OwnCopy, *, by: User) -> None:
    """Copy of the referral removed: its last day was past. That it was made stays on record."""
    copy.remove()


@operation("referrals.remove_disclosed_copy", unless=DisclosedCopy.obstacle_to_removing)
def remove_disclosed_copy(copy: DisclosedCopy, *, by: User) -> None:
    """Copy of the referral for another service removed: its last day was past. That it was made stays on record."""
    copy.remove()


def _for_door(copy: OwnCopy | DisclosedCopy, door: str) -> dict[str, Any]:
    """What a service reads of the referral."""
    hidden = source_is_hidden(copy.referral)
    return {
        "title": TITLES[door],
        "sections": [(each.title, each.lines(copy.referral, hide_source=hidden)) for each in SECTIONS[door]],
        "left_out": LEFT_OUT[door],
    }


def _still_asked_for(copy: OwnCopy | DisclosedCopy, permission: str) -> None:
    """A copy holds what the person who asked may give away at the moment it is made, and not when they asked."""
    if not rules[permission].permits(copy.asked_by, copy.referral):
        raise Refused("You could no longer do this when the copy was to be made. If you can again, ask again.")


def _keep(copy: OwnCopy | DisclosedCopy, template: str, context: dict[str, Any]) -> None:
    said = {"copy": copy, "copy_number": copy.reference, "referral": copy.referral} | context
    copy.keep(pdf.render(template, said), open_until=CopiesPolicy.of(copy.referral.area).last_day)
