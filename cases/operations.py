"""What is done on a case: opening and joining, sharing, the section 36 decision, consent, the ways its stage moves."""

from datetime import date

from guardian.shortcuts import assign_perm, remove_perm

import referrals.operations
from cases import permissions
from cases.models import (
    Case,
    CaseGroupPermission,
    CaseReferral,
    CaseUserPermission,
    Consent,
    ConsentAnswer,
    DecidedAs,
    Section36Decision,
    Share,
    Stage,
    live_case_for,
)
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Panel, User
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import Refused, operation
from referrals.models import Individual, Referral, obstacle_to_undoing
from referrals.models.leads import is_kept_from


@operation("referrals.triage_referral")
def open_case(referral: Referral, *, by: User, panel: Panel) -> Case:
    """Case opened, or joined where the person has a live one in this area.

    Where its panel acts as Channel, it waits for the section 36 decision on this referral.
    """
    case = _live_or_new_case(referral, by=by, panel=panel)
    if case.panel_id != panel.pk:
        raise Refused(
            f"The person has a live case with {case.panel}. Accept this to the same panel, which sees the whole.",
            field="panel",
        )
    CaseReferral.objects.create(case=case, referral=referral, joined_at=clock.now())
    return case


def _live_or_new_case(referral: Referral, *, by: User, panel: Panel) -> Case:
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
        )
    elif referral.is_kept_from_leads and case.is_open_to(referral.for_agency):
        raise Refused(
            f"The case of this person is shared with {referral.for_agency}, and this referral is kept from their "
            "safeguarding lead. Stop sharing the case with them first."
        )
    elif case.panel.acts_as_channel and not case.awaits_section36:
        case.change(awaits_section36=True)
    return case


@operation("referrals.triage_referral")
def confirm_same_person(referral: Referral, *, by: User, individual: Individual, reason: str) -> None:
    """Confirmed that this is the same person.

    From now on the referral is about the earlier individual; a case that carries it alone goes with it.
    """
    referrals.operations.record_same_person(referral, by=by, individual=individual, reason=reason)
    _take_case_along(referral, individual)


@operation("referrals.triage_referral", unless=obstacle_to_undoing)
def undo_same_person(referral: Referral, *, by: User, reason: str) -> None:
    """Recorded that this is not the same person after all.

    The referral is about whom it was about before; what was decided in between stays as it was decided. A case that
    carries it alone goes with it. Out of a case that carries others it goes into one of its own, or into the live one
    of whom it is about; a section 36 decision on it is asked anew, as the earlier one was about two people at once.
    """
    referrals.operations.record_separation(referral, by=by, reason=reason)
    carried = CaseReferral.objects.filter(referral=referral).first()
    if carried and carried.has_others_beside_it:
        _part(carried, by=by)
    else:
        _take_case_along(referral, referral.individual)


def _part(carried: CaseReferral, *, by: User) -> None:
    left = Case.objects.select_for_update(no_key=True).get(pk=carried.case_id)
    carried.change(case=_live_or_new_case(carried.referral, by=by, panel=left.panel), joined_at=clock.now())
    awaits = left.carried_referrals.to_decide().exists()
    if left.is_live and left.panel.acts_as_channel and not (awaits or left.has_reasonable_grounds):
        raise Refused(
            "The case would be left without a referral that has reasonable grounds. Let its panel end it first."
        )
    left.change(parted_on=clock.today(), awaits_section36=awaits)
    later("cases.tell_of_parting", left.pk, carried.referral_id)


@operation("cases.write_of_case")
def tell_of_parting(case: Case, *, by: User, referral: Referral) -> None:
    """Those with whom it is shared asked by e-mail to destroy copies that may mix two people."""
    for person in case.people_shared_with():
        if permissions.view_case.permits(person, case):
            key = f"parted-{case.reference}-{referral.reference}-{person.reference}"
            send_mail("cases/email/parted.txt", to=person, key=key, path=case.get_absolute_url())


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
    case.change(individual=individual)


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


@operation("cases.decide_section36", unless=Case.obstacle_to_section36)
def decide_section36(
    case: Case, *, by: User, referral: Referral, reasonable_grounds: bool, grounds: str, end_stage: str = ""
) -> Section36Decision:
    """Section 36 decision made.

    With reasonable grounds the case goes to its panel, unless an earlier referral has brought it there. When no
    referral of it has any, it ends at ``end_stage``, health and social care having been considered.
    """
    referrals.operations.refuse_if_held(case.individual, by=by)
    if not case.carried_referrals.to_decide().filter(referral=referral).exists():
        raise Refused("Choose a referral of this case on which there is no decision yet.", field="referral")
    police = permissions.shared_with_police(by).filter(content_object=case).exists()
    decision = Section36Decision.objects.create(
        case=case,
        referral=referral,
        reasonable_grounds=reasonable_grounds,
        grounds=grounds,
        decided_as=DecidedAs.POLICE if police else DecidedAs.COUNCIL,
        decided_by=by,
        decided_at=clock.now(),
    )
    case.change(awaits_section36=case.carried_referrals.to_decide().exists())
    if reasonable_grounds and case.stage == Stage.INFORMATION_GATHERING:
        case.become(Stage.AWAITING_PANEL)
    elif not (case.has_reasonable_grounds or case.awaits_section36):
        if end_stage not in (Stage.NO_FURTHER_ACTION, Stage.REFERRED_ELSEWHERE, Stage.POLICE_LED):
            raise Refused("No referral is left to carry this case. Choose what happens instead.", field="end_stage")
        case.become(end_stage)
    return decision


@operation("cases.record_consent", unless=Case.obstacle_to_consent)
def record_consent(
    case: Case, *, by: User, answer: str, answered_by: str, how: str, answered_on: date, what_was_explained: str
) -> Consent:
    """Answer about support recorded.

    Given, support may start. Refused or withdrawn, support stops and the case goes back to its panel, to be assessed
    anew (section 36(4)(e)); neither is ever an indicator of anything.
    """
    given = answer == ConsentAnswer.GIVEN
    if given:  # Support would start. That somebody does not want it is recorded at any time.
        referrals.operations.refuse_if_held(case.individual, by=by)
    if answered_on > clock.today():
        raise Refused("The day of the answer cannot be in the future.", field="answered_on")
    if (case.stage == Stage.ACTIVE) != (answer == ConsentAnswer.WITHDRAWN):
        words = (
            "It was given already." if case.stage == Stage.ACTIVE else "It has not been given, so it is not withdrawn."
        )
        raise Refused(words, field="answer")
    consent = Consent.objects.create(
        case=case,
        answer=answer,
        answered_by=answered_by,
        how=how,
        answered_on=answered_on,
        what_was_explained=what_was_explained,
        recorded_by=by,
        recorded_at=clock.now(),
    )
    case.become(Stage.ACTIVE if given else Stage.AWAITING_PANEL, consent_given_on=answered_on if given else None)
    return consent


@operation("cases.decide_case", unless=Case.obstacle_to_change)
def move_case(case: Case, *, by: User, stage: str) -> None:
    """Case moved on by its panel's decision."""
    if not case.may_become(stage):
        raise Refused(f"A case that is at “{case.get_stage_display().lower()}” cannot go there.", field="judgement")
    case.become(stage)
