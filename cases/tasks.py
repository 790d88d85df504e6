"""What happens unattended about cases."""

from contextlib import suppress

from celery import shared_task

from cases import operations
from cases.models import Case, Stage
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.later.outbox import errand
from prevent_cases.operations import AlreadyDone
from referrals.models import Referral


@errand("cases.tell_of_parting")
def tell_of_parting(case_id: int, referral_id: int):
    operations.tell_of_parting(
        Case.objects.get(pk=case_id), by=system_user(), referral=Referral.objects.get(pk=referral_id)
    )


@shared_task(name="cases.end_consents")
def end_consents():
    for case in Case.objects.filter(stage=Stage.ACTIVE, consent_ends_on__lte=clock.today()):
        with suppress(AlreadyDone):  # Asked of the row once more: somebody may have just recorded the person's own.
            operations.end_consent(case, by=system_user())
