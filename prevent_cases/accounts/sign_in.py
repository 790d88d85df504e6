"""Sign-in: what of django-allauth is ours to decide, and permission questions answered by the rules."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import get_user_model
from django.db.models import BigIntegerField, QuerySet

from prevent_cases import access
from prevent_cases.later.outbox import later
from prevent_cases.prepared import Given, prepared_records


class Adapter(DefaultAccountAdapter):
    """Nobody signs up by themselves: people are invited. Mail goes through the outbox."""

    def is_open_for_signup(self, request):
        return False

    def _get_login_attempts_cache_key(self, request, **credentials):
        # Wrong guesses count per account and source. allauth counts them per account alone, so that anybody could keep
        # anybody else out; tests/accounts/test_sign_in.py fails if a new version asks elsewhere.
        return f"{self.get_client_ip(request)}:{credentials['email'].lower()}"

    def send_password_reset_mail(self, user, email, context):
        # Not sent here: the time it takes would tell which addresses have an account.
        if not user.is_service:
            later("accounts.send_password_link", user.pk)

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        """Every notification of the pages we expose is about a new password."""
        later("accounts.tell_of_new_password", user.pk)


@prepared_records
def those_who_sign_in() -> QuerySet:
    person = Given("person", BigIntegerField())
    return get_user_model().objects.filter(pk=person, is_active=True, is_service=False)


class Backend(AuthenticationBackend):
    """Signs in by e-mail and password; ``has_perm`` asks the rules, so that Django's question has our answer."""

    def get_user(self, user_id):
        return next(iter(those_who_sign_in(person=user_id)), None)

    def has_perm(self, user_obj, perm, obj=None):
        rule = access.rules.get(perm)
        return rule is not None and obj is not None and rule.permits(user_obj, obj)
