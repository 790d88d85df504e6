"""``manage.py appoint_administrator``: for an area whose administrators have left."""

from django.core.management.base import BaseCommand, CommandError

from prevent_cases.accounts import operations
from prevent_cases.accounts.models import Area, system_user


class Command(BaseCommand):
    help = "Appoint an administrator of an area in which nobody is left to do so. It stands in the area's history."

    def add_arguments(self, parser):
        parser.add_argument("area", help="the area's name")
        parser.add_argument("email")
        parser.add_argument("name")

    def handle(self, *, area, email, name, **options):
        try:
            found = Area.objects.get(name=area)
        except Area.DoesNotExist:
            raise CommandError(f"There is no area called {area}.") from None
        operations.appoint_administrator(found, by=system_user(), email=email, name=name)
        self.stdout.write(f"{name} is an administrator of {area}, and is invited by e-mail.")
