"""What happens unattended about referrals."""

from datetime import timedelta

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from prevent_cases.accounts.models import system_user
from prevent_cases.documents import checking
from prevent_cases.documents.bringing_in import bring_in
from prevent_cases.documents.making import make_for_reader
from prevent_cases.documents.models import State, Upload
from prevent_cases.documents.receiving import ASKED_AGAIN
from prevent_cases.later.outbox import errand
from prevent_cases.pages.models import Draft
from referrals import operations
from referrals.forms.task_list import IN_WORD
from referrals.models import DisclosedCopy, OwnCopy, Referral, ReferralFile


@errand("referrals.tell_referrer")
def tell_referrer(referral_id: int):
    operations.tell_referrer(Referral.objects.get(pk=referral_id), by=system_user())


@errand("referrals.check_file", queue="files", longest_wait=ASKED_AGAIN)
def check_file(file_id: int):
    file = ReferralFile.objects.get(pk=file_id)
    if file.state == State.WAITING:
        checked = checking.check(file.read_received())
        settle = operations.refuse_file if checked.why_not else operations.release_file
        settle(file, by=system_user(), checked=checked)


@errand("referrals.bring_in_form", queue="files", longest_wait=ASKED_AGAIN)
def bring_in_form(upload_id: int, area_id: int):
    upload = Upload.objects.filter(pk=upload_id, draft=None).first()
    if upload:
        bring_in(upload, IN_WORD, operations.submit_referral, area_id)


@errand("referrals.make_own_copy", queue="pdf")
def make_own_copy(copy_id: int):
    make_for_reader(OwnCopy.objects.get(pk=copy_id), operations.make_own_copy, operations.refuse_own_copy)


@errand("referrals.make_disclosed_copy", queue="pdf")
def make_disclosed_copy(copy_id: int):
    copy = DisclosedCopy.objects.get(pk=copy_id)
    make_for_reader(copy, operations.make_disclosed_copy, operations.refuse_disclosed_copy)


@shared_task(name="referrals.forget_drafts")
def forget_drafts():
    Draft.objects.filter(saved_at__lt=timezone.now() - timedelta(days=settings.DRAFTS_KEPT_DAYS)).delete()
