"""``manage.py appoint_administrator``: for an area that has fewer than two administrators in office."""

from django.core.management.base import BaseCommand, CommandError

from prevent_cases.accounts import operations
from prevent_cases.accounts.models import Area, system_user
from prevent_cases.operations import Refused


class Command(BaseCommand):
    help = "Appoint an administrator of an area that has fewer than two left. It stands in the area's history."

    def add_arguments(self, parser):
        parser.add_argument("area", help="the area's name")
        parser.add_argument("email")
        parser.add_argument("name")

    def handle(self, *, area, email, name, **options):
        try:
            found = Area.objects.get(name=area)
        except Area.DoesNotExist:
            raise CommandError(f"There is no area called {area}.") from None
        try:
            operations.appoint_administrator(found, by=system_user(), email=email, name=name)
        except Refused as refusal:
            raise CommandError(refusal.sentence) from None
        self.stdout.write(f"{name} is an administrator of {area}, and is invited by e-mail.")
