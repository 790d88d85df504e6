"""Making a document for its reader, unattended, or keeping why it cannot be made; and letting go of it in time."""

from contextlib import suppress

from prevent_cases.accounts.models import system_user
from prevent_cases.documents.models import ForReader
from prevent_cases.operations import AlreadyDone, Operation, Refused


def make_for_reader(document: ForReader, make: Operation, refuse: Operation) -> None:
    service = system_user()
    try:
        make(document, by=service)
    except AlreadyDone:
        raise
    except Refused as refusal:
        refuse(document, by=service, because=refusal.sentence)


def remove_those_over(remove: Operation) -> None:
    """Let go of each document of a kind whose last day is past, if nothing keeps it."""
    service = system_user()
    for document in remove.model.objects.over().iterator():
        with suppress(Refused):  # It is kept, or another round was there first.
            remove(document, by=service)
