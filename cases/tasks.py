"""What happens unattended about cases."""

from cases import operations
from cases.models import Case
from prevent_cases.accounts.models import system_user
from prevent_cases.later.outbox import errand
from referrals.models import Referral


@errand("cases.tell_of_parting")
def tell_of_parting(case_id: int, referral_id: int):
    operations.tell_of_parting(
        Case.objects.get(pk=case_id), by=system_user(), referral=Referral.objects.get(pk=referral_id)
    )
