"""What was chosen becomes a file of what it is sent to; and how the check of such a file ends."""

from collections.abc import Callable, Iterable

from prevent_cases.accounts.models import User, system_user
from prevent_cases.documents import checking
from prevent_cases.documents.models import KeptFile, State, Upload
from prevent_cases.operations import Operation, Refused


def taken(files: Iterable[Upload], *, by: User) -> list[Upload]:
    """Those of the chosen files that can be sent, locked and read anew; what was refused stays behind."""
    asked = [upload.pk for upload in files]
    # Somebody may seal one, or send it in another window, at this moment.
    chosen = Upload.objects.select_for_update().in_bulk(asked)
    if len(chosen) < len(asked):
        raise Refused("One of these files has been sent already, or removed. Look at the list again.")
    fit = [chosen[key] for key in asked if chosen[key].state != State.REFUSED]
    if any(upload.holder_id != by.pk for upload in fit):
        raise Refused("You can send files only that you chose yourself.")
    return fit


def keep(uploads: Iterable[Upload], make: Callable[..., KeptFile], check: Callable[[int], None]) -> list[KeptFile]:
    """Each as what ``make`` makes of its facts. What is stored stays where it lies; what waits is checked later."""
    kept = []
    for upload in uploads:
        kept.append(make(**upload.facts()))
        upload.delete()
        if kept[-1].state == State.WAITING:
            check(kept[-1].pk)
    return kept


def settle(file: KeptFile, *, release: Operation, refuse: Operation) -> None:
    """Check a file that still waits, and have the operation say what came of it. Done again, it does nothing."""
    if file.state == State.WAITING:
        checked = checking.check(file.read_received())
        (refuse if checked.why_not else release)(file, by=system_user(), checked=checked)
