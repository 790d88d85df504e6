"""`manage.py load_demonstration`: the invented areas and their history, once; prints the accounts to try."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from demonstration.accounts import accounts_shown
from demonstration.load import load


class Command(BaseCommand):
    help = "Load the demonstration into an empty database. Loading it twice changes nothing."

    def handle(self, **options):
        load(timezone.now())
        for account in accounts_shown():
            self.stdout.write(f"{account.email:<36} {account.may}")
