"""Opening a case, or joining the live one."""

from cases.models import Case, CaseReferral, Level, Stage, live_case_for
from cases.operations.ownership import record_allocation
from prevent_cases import clock
from prevent_cases.access import is_shut
from prevent_cases.accounts.models import Panel, User
from prevent_cases.operations import Refused, operation
from referrals.models import Referral


@operation("referrals.triage_referral")
def open_case(referral: Referral, *, by: User, panel: Panel) -> Case:
    """Case opened, or joined where the person has a live one in this area.

    Where its panel acts as Channel, it waits for the section 36 decision on this referral.
    """
    case = live_or_new_case(referral, by=by, panel=panel)
    if is_shut(by, case):
        raise Refused(
            "The person has a case that is restricted to named people, who alone can accept this. Look for it by their "
            "name and date of birth, and ask its owner."
        )
    if case.panel_id != panel.pk:
        raise Refused(
            f"The person has a live case with {case.panel}. Accept this to the same panel, which sees the whole.",
            field="panel",
        )
    CaseReferral.objects.create(case=case, referral=referral, joined_at=clock.now())
    return case


def live_or_new_case(referral: Referral, *, by: User, panel: Panel) -> Case:
    """The live case of whom a referral is about, which then awaits a decision on it, or else a new one."""
    # Locked: whoever ends it at this moment ends it first, or decides with this referral in it.
    case = live_case_for(referral).select_for_update(no_key=True).first()
    if case is None:
        case = Case.objects.create(
            individual=referral.individual,
            area=referral.area,
            panel=panel,
            stage=Stage.INFORMATION_GATHERING if panel.acts_as_channel else Stage.AWAITING_PANEL,
            awaits_section36=panel.acts_as_channel,
            opened_at=clock.now(),
            opened_by=by,
            owner=by,
        )
        record_allocation(case, by=by)
    elif referral.is_kept_from_leads and case.is_open_to(referral.for_agency, *Level.codenames(Level.KNOW)):
        raise Refused(
            f"The case of this person is shared with {referral.for_agency}, and this referral is kept from their "
            "safeguarding lead. Stop sharing the case with them first."
        )
    elif case.asks_section36 and not case.awaits_section36:
        case.change(awaits_section36=True)
    return case
