"""Sign-in: what of django-allauth is ours to decide, and permission questions answered by the rules."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.forms import LoginForm as AllauthLoginForm
from django.contrib.auth import get_user_model

from prevent_cases import access


class Adapter(DefaultAccountAdapter):
    """Nobody signs up by themselves: people are invited."""

    def is_open_for_signup(self, request):
        return False


class LoginForm(AllauthLoginForm):
    """E-mail and password, and no "remember me" on a machine that may be shared."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("remember", None)


class Backend(AuthenticationBackend):
    """Signs in by e-mail and password; ``has_perm`` asks the rules, so that Django's question has our answer."""

    def get_user(self, user_id):
        return get_user_model().objects.filter(pk=user_id, is_active=True, is_service=False).first()

    def has_perm(self, user_obj, perm, obj=None):
        rule = access.rules.get(perm)
        return rule is not None and obj is not None and rule.permits(user_obj, obj)
