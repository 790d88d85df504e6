"""What the police's national system calls a referral."""

from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation
from referrals import permissions  # noqa: F401
from referrals.models import Referral


@operation("referrals.record_national_reference")
def record_national_reference(referral: Referral, *, by: User, national_reference: str) -> None:
    """National reference recorded."""
    if national_reference and not (
        national_reference.isprintable() and any(sign.isalnum() for sign in national_reference)
    ):
        raise Refused("Write the reference as it stands in the national system.", field="national_reference")
    referral.change(national_reference=national_reference)
