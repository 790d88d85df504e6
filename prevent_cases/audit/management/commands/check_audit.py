"""``manage.py check_audit``: is the audit trail whole?"""

from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from prevent_cases.audit import sealing
from prevent_cases.audit.models import Seal


class Command(BaseCommand):
    help = "Check that no audit entry was changed, removed, inserted or cut off. Exit status 1 when one was."

    def add_arguments(self, parser):
        parser.add_argument(
            "--kept", action="append", default=[], metavar="NUMBER:DIGEST", help="a seal that you wrote down earlier"
        )
        parser.add_argument(
            "--begin-chain", metavar="REASON", help="begin a new chain after a restore (see docs/how-to/restore.md)"
        )

    def handle(self, *, kept, begin_chain, **options):
        try:
            seals = {int(number): digest for number, digest in (each.split(":") for each in kept)}
        except ValueError:
            raise CommandError("A kept seal is written NUMBER:DIGEST.") from None
        if begin_chain:
            if "owner" not in connections:
                raise CommandError("A chain is begun as the role owner: set DATABASE_OWNER_URL.")
            self.stdout.write(f"Chain {sealing.begin_chain(begin_chain).pk} begun.")
            return
        findings = sealing.check(seals)
        if findings:
            raise CommandError("\n".join(finding.sentence for finding in findings))
        last = Seal.objects.order_by("-number").first()
        if last is None:
            self.stdout.write("The trail is whole. Nothing is sealed yet.")
        else:
            self.stdout.write(f"The trail is whole. Keep this seal outside: {last.number}:{last.digest}")
