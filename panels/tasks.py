"""What happens unattended about panels."""

from contextlib import suppress

from celery import shared_task

from panels import operations
from panels.models import ConferenceRequest, Minutes
from prevent_cases.accounts.models import Panel, system_user
from prevent_cases.later.outbox import errand
from prevent_cases.operations import AlreadyDone


@shared_task(name="panels.plan_meetings")
def plan_meetings():
    for panel in Panel.objects.exclude(cadence=""):
        with suppress(AlreadyDone):  # Most rounds find everything planned.
            operations.plan_meetings(panel, by=system_user())


@errand("panels.make_minutes", queue="pdf")
def make_minutes(minutes_id: int):
    operations.make_minutes(Minutes.objects.get(pk=minutes_id), by=system_user())


@errand("panels.tell_organisers")
def tell_organisers(request_id: int):
    operations.tell_organisers(ConferenceRequest.objects.get(pk=request_id), by=system_user())


@errand("panels.invite_to_conference")
def invite_to_conference(request_id: int):
    operations.invite_to_conference(ConferenceRequest.objects.get(pk=request_id), by=system_user())
