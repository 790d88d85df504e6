"""Sending mail: a reference and a link, never a name, a place or a fact of a case."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.crypto import salted_hmac

# One subject for all: a subject line says nothing to whoever glances at the screen.
SUBJECT = "Something is waiting for you"


def send_mail(template: str, *, to, key: str, path: str, **context) -> None:
    """Send ``template`` to a user.

    ``key`` names the effect (``referral-told-17``): a message sent twice after a crash has the same Message-ID, so
    that mail programs show it once. Of the key it bears a digest: servers on the way read and log it, and learn from
    it neither what the message is for nor about what. ``context`` may hold references and counts only.
    """
    name = salted_hmac("prevent_cases.mail", key, algorithm="sha256").hexdigest()[:32]
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2]
    EmailMessage(
        subject=SUBJECT,
        body=render_to_string(template, context | {"link": settings.PUBLIC_URL + path}),
        to=[to.email],
        headers={"Message-ID": f"<{name}@{host}>"},
    ).send()
