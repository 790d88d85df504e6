"""The invitation by e-mail: a signed link with which somebody new chooses their password."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse

from prevent_cases.accounts.models import User
from prevent_cases.mail import send_mail


def send(user: User) -> None:
    """Send the link. It works once and for the days of PASSWORD_RESET_TIMEOUT."""
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    path = reverse("account_reset_password_from_key", kwargs=dict(zip(("uidb36", "key"), key.split("-", 1), strict=True)))
    send_mail("accounts/email/invitation.txt", to=user, key=f"invitation-{user.pk}", path=path)
