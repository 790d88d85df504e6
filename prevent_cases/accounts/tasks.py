"""What happens unattended about accounts."""

from celery import shared_task
from django.contrib.sessions.backends.db import SessionStore

from prevent_cases.accounts import operations
from prevent_cases.accounts.models import User, system_user
from prevent_cases.later.outbox import errand


@errand("accounts.send_invitation")
def send_invitation(user_id: int):
    operations.send_invitation(User.objects.get(pk=user_id), by=system_user())


@errand("accounts.send_password_link")
def send_password_link(user_id: int):
    operations.send_password_link(User.objects.get(pk=user_id), by=system_user())


@errand("accounts.tell_of_new_password")
def tell_of_new_password(user_id: int):
    operations.tell_of_new_password(User.objects.get(pk=user_id), by=system_user())


@shared_task(name="accounts.forget_sessions")
def forget_sessions():
    SessionStore.clear_expired()
