"""Opening a case to agencies and colleagues, as far as they need it, and closing it again.

Whatever changes a share locks its case first: the grants have from it when it ended, and it writes that into them.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from guardian.shortcuts import assign_perm, remove_perm

from cases.models import Case, Level, Share
from cases.operations.agreement import refuse_without_agreement
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, User
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import SharingPolicy
from referrals.models import Referral
from referrals.models.leads import is_kept_from

# What a higher app knows: when a case is next taken at a meeting, if at all.
TAKEN_NEXT: list[Callable[[Case], datetime | None]] = []


@operation("cases.share_case", unless=Case.obstacle_to_change)
def share_case(
    case: Case,
    *,
    by: User,
    agency: Agency,
    level: str,
    purpose: str,
    lawful_basis: str,
    until: date | None = None,
    despite_agreement: str = "",
) -> Share:
    """Case shared with an agency. Those of its people who handle cases have it now, as far as was said."""
    if agency.area_id != case.area_id and not agency.serves_all_areas:
        raise Refused("That agency does not serve this area.", field="agency")
    if until and until < clock.today():
        raise Refused("The last day cannot be in the past.", field="until")
    _refuse_if_kept(case, agency, "agency")
    despite = refuse_without_agreement(case.area, [agency], despite_agreement)
    terms = {"purpose": purpose, "lawful_basis": lawful_basis, "until": until}
    return _share(case, agency, None, by=by, level=Level(level), despite_agreement=despite.get(agency.pk, ""), **terms)


def proposed_until(case: Case) -> date:
    """The last day that is proposed to whoever shares a case. They choose it, or another, or none."""
    taken = [clock.day_of(moment) for taken_next in TAKEN_NEXT if (moment := taken_next(case))]
    return max([clock.today(), *taken]) + timedelta(days=SharingPolicy.of(case.area).shared_for)


@operation("cases.change_share", unless=Share.obstacle_to_prolonging, locked_first="case")
def prolong_share(share: Share, *, by: User, until: date, purpose: str, despite_agreement: str = "") -> Share:
    """The case is shared with them for longer. The colleagues whom they have put on it keep it as long."""
    case, agency = share.case, share.agency
    if obstacle := case.obstacle_to_change():
        raise Refused(obstacle)
    if until <= share.until:
        raise Refused("It is shared until then already.", field="until")
    _refuse_if_kept(case, agency, "until")
    despite = refuse_without_agreement(case.area, [agency], despite_agreement).get(agency.pk, "")
    colleagues = list(case.shares.filter(agency=agency, colleague__isnull=False, ended_at=None, until=share.until))
    prolonged = _made_anew(share, by=by, until=until, purpose=purpose, despite_agreement=despite)
    for each in colleagues:
        _made_anew(each, by=by, until=until)
    return prolonged


@operation("cases.change_share", unless=Share.obstacle_to_changing, locked_first="case")
def change_share(share: Share, *, by: User, level: str, purpose: str, despite_agreement: str = "") -> Share:
    """How far the case is shared was changed. What they have read before cannot be taken back."""
    case, agency, level = share.case, share.agency, Level(level)
    if level == share.level:
        raise Refused("It is shared so far already.", field="level")
    # Less than before needs no agreement.
    despite = share.despite_agreement
    if level not in Level(share.level).downwards():
        if obstacle := case.obstacle_to_change():
            raise Refused(obstacle)
        _refuse_if_kept(case, agency, "level")
        despite = refuse_without_agreement(case.area, [agency], despite_agreement).get(agency.pk, "")
    changed = _made_anew(share, by=by, level=level, purpose=purpose, despite_agreement=despite)
    for each in case.shares.filter(agency=agency, colleague__isnull=False, ended_at=None):
        if Level(each.level) not in level.downwards():
            _made_anew(each, by=by, level=level)
    return changed


@operation("cases.change_share", unless=Share.obstacle_to_limiting, locked_first="case")
def limit_share(share: Share, *, by: User, until: date, purpose: str) -> Share:
    """The case is shared with them until that day, and no longer. Nor with the colleagues they have put on it.

    Also one that has ended: the need to know ends with it, unless somebody says what for and until when.
    """
    if until < clock.today():
        raise Refused("The last day cannot be in the past.", field="until")
    case, agency = share.case, share.agency
    colleagues = list(case.shares.filter(agency=agency, colleague__isnull=False, ended_at=None))
    for each in (share, *colleagues):
        _end(each, by=by)
    terms = {"lawful_basis": share.lawful_basis, "despite_agreement": share.despite_agreement, "follows": share}
    limited = _made(case, agency, None, by=by, level=share.level, until=until, purpose=purpose, **terms)
    for each in colleagues:
        terms = {"purpose": each.purpose, "lawful_basis": each.lawful_basis, "follows": each}
        last_day = until if each.until is None else min(each.until, until)
        _made(case, agency, each.colleague, by=by, level=each.level, until=last_day, **terms)
    return limited


@operation("cases.put_colleague_on_case", unless=Case.obstacle_to_change)
def put_colleague_on_case(
    case: Case, *, by: User, agency: Agency, colleague: User, purpose: str, level: str = ""
) -> Share:
    """Colleague put on this case."""
    of_agency = case.shares.filter(agency=agency, colleague=None, ended_at=None).first()
    if of_agency is None or agency.group_id not in by.posts.groups:
        raise Refused("This case is not shared with that agency.", field="agency")
    if agency.pk not in colleague.posts.agencies():
        raise Refused("That person does not work for your agency.", field="colleague")
    level = Level(level or of_agency.level)
    if level not in Level(of_agency.level).downwards():
        raise Refused("It is not shared with your agency so far.", field="level")
    terms = {"lawful_basis": of_agency.lawful_basis, "until": of_agency.until}
    return _share(case, agency, colleague, by=by, level=level, purpose=purpose, **terms)


@operation("cases.stop_sharing_case", unless=Share.obstacle_to_ending, locked_first="case")
def stop_sharing_case(share: Share, *, by: User) -> None:
    """Sharing stopped. It is open to them no longer."""
    _end(share, by=by)
    if share.colleague is None:
        # Whoever the agency put on the case had it as the agency's.
        for each in share.case.shares.filter(agency=share.agency, colleague__isnull=False, ended_at=None):
            _end(each, by=by)


def _refuse_if_kept(case: Case, agency: Agency, field: str) -> None:
    if is_kept_from(agency, Referral.objects.filter(carried_by__case=case)):
        raise Refused(
            "A referral in this case is kept from their safeguarding lead, who would read it. Name somebody else.",
            field=field,
        )


def _share(case: Case, agency: Agency, colleague: User | None, *, by: User, **terms) -> Share:
    live = case.shares.filter(agency=agency, colleague=colleague, ended_at=None).first()
    if live and not live.is_lapsed:
        raise Refused("This case is shared with them already.", field="colleague" if colleague else "agency")
    if live:
        # It lapsed by its date, and with it those of the agency's colleagues; the new one takes its place.
        for each in case.shares.filter(agency=agency, ended_at=None):
            if each.is_lapsed and (colleague is None or each.colleague_id == colleague.pk):
                _end(each, by=by)
    return _made(case, agency, colleague, by=by, **terms)


def _made(case: Case, agency: Agency, colleague: User | None, *, by: User, **terms) -> Share:
    share = Share.objects.create(
        case=case, agency=agency, colleague=colleague, shared_by=by, shared_at=clock.now(), **terms
    )
    _project(share)
    return share


def _made_anew(share: Share, *, by: User, despite_agreement: str = "", **changed) -> Share:
    """Another in its place, like it but for what is changed."""
    _end(share, by=by)
    terms = {name: getattr(share, name) for name in ("level", "purpose", "lawful_basis", "until")} | changed
    return _made(
        share.case, share.agency, share.colleague, by=by, despite_agreement=despite_agreement, follows=share, **terms
    )


def _end(share: Share, *, by: User) -> None:
    share.change(ended_at=clock.now(), ended_by=by)
    _project(share)


def _project(share: Share) -> None:
    """Let guardian's row say what the shares in force say: of a colleague there may be one of each of two agencies."""
    holder = share.colleague or share.agency.group
    alike = {"colleague": share.colleague} if share.colleague else {"colleague": None, "agency": share.agency}
    in_force = list(share.case.shares.filter(level=share.level, ended_at=None, **alike))
    if not in_force:
        remove_perm(f"cases.{Level(share.level).codename}", holder, share.case)
        return
    grant = assign_perm(f"cases.{Level(share.level).codename}", holder, share.case)
    # assign_perm returns a row that may be older and neither renews nor reads this.
    grant.until = None if any(each.until is None for each in in_force) else max(each.until for each in in_force)
    grant.save(update_fields=["until"])
