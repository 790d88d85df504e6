"""Telling a referrer by e-mail that there is news: by the unattended service, once."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied

from prevent_cases.accounts.models import system_user
from prevent_cases.operations import AlreadyDone
from referrals import operations


def test_one_e_mail_goes_to_the_referrer_and_it_is_kept_when(referral, officer):
    operations.tell_referrer(referral, by=system_user())
    assert [message.to for message in mail.outbox] == [[officer.email]]
    assert referral.referrer_told_at


def test_again_it_has_been_done(referral):
    operations.tell_referrer(referral, by=system_user())
    with pytest.raises(AlreadyDone):
        operations.tell_referrer(referral, by=system_user())
    assert len(mail.outbox) == 1


def test_nobody_but_the_service_writes(referral, coordinator):
    with pytest.raises(PermissionDenied):
        operations.tell_referrer(referral, by=coordinator)
    assert mail.outbox == []
