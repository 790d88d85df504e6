"""The signed link with which somebody chooses their password: it comes with the invitation, or when asked for."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse

from prevent_cases.accounts.models import User


def path(user: User) -> str:
    """Where the link leads. It works once, and for the days of PASSWORD_RESET_TIMEOUT."""
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return reverse("account_reset_password_from_key", kwargs=key)
