"""``manage.py open_area``: a new area and its first two administrators."""

from django.core.management.base import BaseCommand, CommandError

from prevent_cases.accounts import operations
from prevent_cases.accounts.models import system_user
from prevent_cases.operations import Refused


class Command(BaseCommand):
    help = "Open an area. Its two administrators are invited by e-mail, and give every further post."

    def add_arguments(self, parser):
        parser.add_argument("name")
        parser.add_argument(
            "--administrator",
            action="append",
            nargs=2,
            metavar=("EMAIL", "NAME"),
            required=True,
            help="twice: an area begins with two",
        )

    def handle(self, *, name, administrator, **options):
        service = system_user()
        try:
            area = operations.open_area(service, by=service, name=name, administrators=administrator)
        except Refused as refusal:
            raise CommandError(refusal.sentence) from None
        self.stdout.write(f"{area} opened. Its administrators are invited by e-mail.")
