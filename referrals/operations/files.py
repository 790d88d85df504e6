"""The files of a referral: kept when they are sent, checked unattended, sealed when they should not be here."""

import functools
from collections.abc import Iterable

from django.conf import settings

from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.documents.keeping import keep, taken
from prevent_cases.documents.kinds import Checked
from prevent_cases.documents.models import State, Upload
from prevent_cases.later.outbox import later
from prevent_cases.operations import Refused, operation
from referrals import permissions  # noqa: F401
from referrals.models import Referral, ReferralFile
from referrals.operations.additions import have_read


@operation("referrals.follow_referral", unless=Referral.obstacle_to_adding)
def add_files(referral: Referral, *, by: User, files: Iterable[Upload]) -> Referral:
    """Files added. They are checked before anybody can open them."""
    if not keep_files(referral, files, by=by):
        raise Refused("There is no file to send. Choose one first.")
    have_read(referral, by=by)
    return referral


def keep_files(referral: Referral, files: Iterable[Upload], *, by: User) -> list[ReferralFile]:
    """Make chosen files the referral's own."""
    fit = taken(files, by=by)
    if referral.files.exclude(state=State.REFUSED).count() + len(fit) > settings.MOST_FILES:
        raise Refused(f"A referral can have {settings.MOST_FILES} files. Remove some.")
    make = functools.partial(ReferralFile.objects.create, referral=referral)
    return keep(fit, make, check=functools.partial(later, "referrals.check_file"))


@operation("referrals.check_file", unless=ReferralFile.obstacle_to_checking)
def release_file(file: ReferralFile, *, by: User, checked: Checked) -> None:
    """File found clean. A copy of it can be opened."""
    file.change(**file.outcome(checked))


@operation("referrals.check_file", unless=ReferralFile.obstacle_to_checking)
def refuse_file(file: ReferralFile, *, by: User, checked: Checked) -> None:
    """File not taken. It is not kept, and the reason stands beside its name."""
    file.change(**file.outcome(checked))


@operation("referrals.view_referralfile", unless=ReferralFile.obstacle_to_sealing)
def seal_file(file: ReferralFile, *, by: User) -> None:
    """File sealed. Nobody can open it, and that includes you."""
    file.change(state=State.SEALED, sealed_by=by, sealed_at=clock.now())
