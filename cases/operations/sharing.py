"""Opening a case to agencies and colleagues, and closing it again."""

from datetime import date

from guardian.shortcuts import assign_perm, remove_perm

from cases.models import Case, CaseGroupPermission, CaseUserPermission, Share
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, User
from prevent_cases.operations import Refused, operation
from referrals.models import Referral
from referrals.models.leads import is_kept_from


@operation("cases.share_case", unless=Case.obstacle_to_change)
def share_case(
    case: Case, *, by: User, agency: Agency, purpose: str, lawful_basis: str, until: date | None = None
) -> Share:
    """Case shared with an agency. Those of its people who handle cases can read it."""
    if agency.area_id != case.area_id and not agency.serves_all_areas:
        raise Refused("That agency does not serve this area.", field="agency")
    if until and until < clock.today():
        raise Refused("The last day cannot be in the past.", field="until")
    if is_kept_from(agency, Referral.objects.filter(carried_by__case=case)):
        raise Refused(
            "A referral in this case is kept from their safeguarding lead, who would read it. Name somebody else.",
            field="agency",
        )
    share = _share(case, agency, None, by=by, purpose=purpose, lawful_basis=lawful_basis, until=until)
    _set_until(assign_perm("cases.view_case", agency.group, case), until)
    return share


@operation("cases.put_colleague_on_case", unless=Case.obstacle_to_change)
def put_colleague_on_case(case: Case, *, by: User, agency: Agency, colleague: User, purpose: str) -> Share:
    """Colleague put on this case."""
    # Locked: whoever stops the agency's share at this moment ends the colleague's too, or we find none.
    live = case.shares.select_for_update(no_key=True).filter(agency=agency, colleague=None, ended_at=None)
    of_agency = live.first()
    if of_agency is None or agency.group_id not in by.posts.groups:
        raise Refused("This case is not shared with that agency.", field="agency")
    if agency.pk not in colleague.posts.agencies():
        raise Refused("That person does not work for your agency.", field="colleague")
    basis, until = of_agency.lawful_basis, of_agency.until
    share = _share(case, agency, colleague, by=by, purpose=purpose, lawful_basis=basis, until=until)
    _set_until(assign_perm("cases.view_case", colleague, case), until)
    return share


def _share(case: Case, agency: Agency, colleague: User | None, *, by: User, **terms) -> Share:
    live = case.shares.filter(agency=agency, colleague=colleague, ended_at=None).first()
    if live and (live.until is None or live.until >= clock.today()):
        raise Refused("This case is shared with them already.", field="colleague" if colleague else "agency")
    if live:
        # It lapsed by its date; the new one takes its place.
        live.change(ended_at=clock.now())
    return Share.objects.create(
        case=case, agency=agency, colleague=colleague, shared_by=by, shared_at=clock.now(), **terms
    )


def _set_until(grant: CaseGroupPermission | CaseUserPermission, until: date | None) -> None:
    # assign_perm returns a row that may be older and neither renews nor reads this.
    grant.until = until
    grant.save(update_fields=["until"])


@operation("cases.stop_sharing_case", unless=Share.obstacle_to_ending)
def stop_sharing_case(share: Share, *, by: User) -> None:
    """Sharing stopped. They can no longer read the case."""
    ending = [share]
    if share.colleague is None:
        # Whoever the agency put on the case read it as the agency's.
        ending += share.case.shares.filter(agency=share.agency, colleague__isnull=False, ended_at=None)
    for each in ending:
        each.change(ended_at=clock.now())
        remove_perm("cases.view_case", each.colleague or each.agency.group, each.case)
