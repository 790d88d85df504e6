"""What becomes of a case where a referral turns out to be about somebody known, or about somebody else."""

import referrals.operations
from cases.models import CarriedBefore, Case, CaseReferral, Exclusion, OfferOutcome
from cases.operations.age import cases_of, go_by_age
from cases.operations.keeping import carry_legal_holds
from cases.operations.opening import live_or_new_case
from cases.operations.ownership import seen_to_by
from cases.permissions.case import view_case
from cases.permissions.transfer import view_casetransfer
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import Refused, operation
from referrals.models import Individual, Referral, merge_in_force, obstacle_to_undoing


@operation("referrals.triage_referral")
def confirm_same_person(referral: Referral, *, by: User, individual: Individual, reason: str) -> None:
    """Confirmed that this is the same person.

    From now on the referral is about the earlier individual; a case that carries it alone goes with it.
    """
    _lock_cases(referral.individual, individual)
    referrals.operations.record_same_person(referral, by=by, individual=individual, reason=reason)
    _take_case_along(referral, individual)
    go_by_age(individual, by=by)


@operation("referrals.triage_referral", unless=obstacle_to_undoing)
def undo_same_person(referral: Referral, *, by: User, reason: str) -> None:
    """Recorded that this is not the same person after all.

    The referral is about whom it was about before; what was decided in between stays as it was decided. A case that
    carries it alone goes with it. Out of a case that carries others it goes into one of its own, or into the live one
    of whom it is about; a section 36 decision on it is asked anew, as the earlier one was about two people at once.
    """
    before = referral.individual
    _lock_cases(before, merge_in_force(referral).before)
    referrals.operations.record_separation(referral, by=by, reason=reason)
    carried = CaseReferral.objects.filter(referral=referral).first()
    if carried and carried.has_others_beside_it:
        _part(carried, by=by)
    else:
        _take_case_along(referral, referral.individual)
    for individual in (before, referral.individual):
        go_by_age(individual, by=by)


def _lock_cases(*individuals: Individual) -> None:
    """Before whom they are about: as whoever records a birthday does, which both teach."""
    list(cases_of(*individuals))


def _part(carried: CaseReferral, *, by: User) -> None:
    left = Case.objects.select_for_update(no_key=True).get(pk=carried.case_id)
    now = clock.now()
    CarriedBefore.objects.create(case=left, referral=carried.referral, joined_at=carried.joined_at, left_at=now)
    carried.change(case=live_or_new_case(carried.referral, by=by, panel=left.panel), joined_at=now)
    carry_legal_holds(left, carried.case)
    awaits = left.is_due_section36
    if left.is_live and left.panel.acts_as_channel and not (awaits or left.has_reasonable_grounds):
        raise Refused(
            "The case would be left without a referral that has reasonable grounds. Let its panel end it first."
        )
    left.change(parted_on=clock.today(), awaits_section36=awaits)
    later("cases.tell_of_parting", left.pk, carried.referral_id)


@operation("cases.write_of_case")
def tell_of_parting(case: Case, *, by: User, referral: Referral) -> None:
    """Those with whom it is shared asked by e-mail to destroy copies that may mix two people.

    So is whoever sees to it in another area that took it on: with what was about somebody else.
    """
    key = f"parted-{case.reference}-{referral.reference}"
    for person in case.people_shared_with():
        if view_case.permits(person, case):
            send_mail(
                "cases/email/parted.txt", to=person, key=f"{key}-{person.reference}", path=case.get_absolute_url()
            )
    for transfer in case.area_offers.filter(outcome=OfferOutcome.ACCEPTED).select_related("becomes__owner"):
        for person in seen_to_by(transfer.becomes):
            if view_casetransfer.permits(person, transfer):
                said = {"to": person, "key": f"{key}-{person.reference}", "path": transfer.get_absolute_url()}
                send_mail("cases/email/parted.txt", **said)


def _take_case_along(referral: Referral, individual: Individual) -> None:
    """Let the case that carries a referral be about the same individual, where no other truth stands against it."""
    case = Case.objects.select_for_update(no_key=True).filter(carried_referrals__referral=referral).first()
    if case is None or case.individual_id == individual.pk:
        return
    if case.carried_referrals.exclude(referral=referral).exists():
        raise Refused(
            "The case that carries this referral carries others about the same person, and cannot go with one of them. "
            "Say first which of them is about somebody else."
        )
    if case.is_live and individual.cases.filter(area=case.area_id, ended_at=None).exists():
        raise Refused("Each of the two has a live case here, and one person has only one. One of them must end first.")
    if case.is_live and Exclusion.objects.about(individual).filter(person=case.owner_id).exists():
        raise Refused("The owner of the case that carries this referral cannot own it any more. Hand it over first.")
    case.change(individual=individual)
