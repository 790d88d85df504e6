"""What happens unattended about cases."""

from contextlib import suppress
from datetime import timedelta

from celery import shared_task
from django.db import transaction
from django.db.models import Q

from cases import operations
from cases.models import (
    BrokenGlass,
    Case,
    CaseFile,
    CaseTransfer,
    Consent,
    Contribution,
    InformationRequest,
    Intervention,
    Letter,
    PanelOffer,
    RequestToSee,
    Stage,
    UrgentConcern,
)
from cases.permissions.broken_glass import left_to_chairs
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Area, system_user
from prevent_cases.documents.keeping import settle
from prevent_cases.documents.receiving import ASKED_AGAIN
from prevent_cases.later.outbox import errand, later
from prevent_cases.operations import AlreadyDone
from prevent_cases.pages.models import Draft
from prevent_cases.reference.models import ReferringPolicy
from prevent_cases.reference.working_days import WorkingDays
from referrals.models import Referral


@errand("cases.check_file", queue="files", longest_wait=ASKED_AGAIN)
def check_file(file_id: int):
    settle(CaseFile.objects.get(pk=file_id), release=operations.release_case_file, refuse=operations.refuse_case_file)


@shared_task(name="cases.forget_drafts")
def forget_drafts():
    """Remove what was begun about a case, and that nobody has gone on with for as long as its area keeps a draft."""
    drafted = [each.name for each in (operations.complete_assessment, operations.add_case_files)]
    for area, policy in ReferringPolicy.of_each(Area.objects.all()).items():
        begun = Q(operation__in=drafted, record__in=Case.objects.filter(area=area).values("pk"))
        begun |= Q(
            operation=operations.add_contribution_files.name,
            record__in=Contribution.objects.filter(case__area=area).values("pk"),
        )
        Draft.objects.filter(begun, saved_at__lt=clock.now() - timedelta(days=policy.kept_for)).delete()


@errand("cases.tell_of_parting")
def tell_of_parting(case_id: int, referral_id: int):
    operations.tell_of_parting(
        Case.objects.get(pk=case_id), by=system_user(), referral=Referral.objects.get(pk=referral_id)
    )


@errand("cases.tell_of_request_to_see")
def tell_of_request_to_see(request_id: int):
    operations.tell_of_request_to_see(RequestToSee.objects.get(pk=request_id), by=system_user())


@errand("cases.tell_of_answer_to_request")
def tell_of_answer_to_request(request_id: int):
    operations.tell_of_answer_to_request(RequestToSee.objects.get(pk=request_id), by=system_user())


@errand("cases.tell_of_broken_glass")
def tell_of_broken_glass(glass_id: int):
    operations.tell_of_broken_glass(BrokenGlass.objects.get(pk=glass_id), by=system_user())


@errand("cases.tell_to_whom_glass_is_left")
def tell_to_whom_glass_is_left(glass_id: int):
    operations.tell_to_whom_glass_is_left(BrokenGlass.objects.get(pk=glass_id), by=system_user())


@shared_task(name="cases.leave_broken_glasses")
def leave_broken_glasses():
    """Have whoever chairs a panel told of what was left to them, by its day or since nobody else can judge it."""
    for glass in BrokenGlass.objects.filter(left_to_chairs(), left_told_at=None):
        with transaction.atomic():
            later("cases.tell_to_whom_glass_is_left", glass.pk)


@errand("cases.make_letter", queue="pdf")
def make_letter(letter_id: int):
    operations.make_letter(Letter.objects.get(pk=letter_id), by=system_user())


@errand("cases.tell_of_withdrawal")
def tell_of_withdrawal(consent_id: int):
    consent = Consent.objects.select_related("case").get(pk=consent_id)
    operations.tell_of_withdrawal(consent.case, by=system_user(), consent=consent)


@errand("cases.tell_of_panel_offer")
def tell_of_panel_offer(offer_id: int):
    operations.tell_of_panel_offer(PanelOffer.objects.get(pk=offer_id), by=system_user())


@errand("cases.tell_of_answer_to_offer")
def tell_of_answer_to_offer(offer_id: int):
    operations.tell_of_answer_to_offer(PanelOffer.objects.get(pk=offer_id), by=system_user())


@errand("cases.tell_of_transfer")
def tell_of_transfer(transfer_id: int):
    operations.tell_of_transfer(CaseTransfer.objects.get(pk=transfer_id), by=system_user())


@errand("cases.tell_of_answer_to_transfer")
def tell_of_answer_to_transfer(transfer_id: int):
    operations.tell_of_answer_to_transfer(CaseTransfer.objects.get(pk=transfer_id), by=system_user())


@shared_task(name="cases.end_consents")
def end_consents():
    for case in Case.objects.filter(stage=Stage.ACTIVE, consent_ends_on__lte=clock.today()):
        with suppress(AlreadyDone):  # Asked of the row once more: somebody may have just recorded the person's own.
            operations.end_consent(case, by=system_user())


@errand("cases.tell_of_information_request")
def tell_of_information_request(request_id: int):
    operations.tell_of_information_request(InformationRequest.objects.get(pk=request_id), by=system_user())


@errand("cases.remind_of_information_request")
def remind_of_information_request(request_id: int):
    operations.remind_of_information_request(InformationRequest.objects.get(pk=request_id), by=system_user())


@errand("cases.tell_of_intervention")
def tell_of_intervention(intervention_id: int):
    operations.tell_of_intervention(Intervention.objects.get(pk=intervention_id), by=system_user())


@errand("cases.tell_of_stop")
def tell_of_stop(intervention_id: int, stopped: int):
    operations.tell_of_stop(Intervention.objects.get(pk=intervention_id), by=system_user(), stopped=stopped)


# Somebody may be in danger: a mail server that is away is asked again every few seconds, and then every minute.
@errand("cases.tell_of_urgent_concern", longest_wait=timedelta(minutes=1))
def tell_of_urgent_concern(concern_id: int):
    operations.tell_of_urgent_concern(UrgentConcern.objects.get(pk=concern_id), by=system_user())


@shared_task(name="cases.see_to_information_requests")
def see_to_information_requests():
    """Count anew what is awaited where working days or school holidays changed; leave reminders of what is overdue.

    While its schools have holidays, no school of an area is reminded.
    """
    waiting = list(InformationRequest.objects.waiting().select_related("agency", "area", "case"))
    days = WorkingDays.of_each({request.area_id for request in waiting})
    schools = {key: days[key].of_schools(area) for key, area in {each.area_id: each.area for each in waiting}.items()}
    for request in waiting:
        of_agency = schools[request.area_id] if request.agency.type == AgencyType.SCHOOL else days[request.area_id]
        if request.counted(of_agency) != request.due_on:
            with suppress(AlreadyDone):  # Somebody has answered it meanwhile.
                operations.move_information_deadline(request, by=system_user())
        closed = of_agency.holidays_until(clock.today())
        if request.is_overdue and not (request.reminded_at or request.is_lapsed or closed):
            with transaction.atomic():
                later("cases.remind_of_information_request", request.pk)
