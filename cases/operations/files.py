"""The files of a case: kept when they are sent, checked unattended, sealed when they should not be here."""

import functools
from collections.abc import Iterable

from cases.models import MOST_OF_AGENCY, MOST_OF_CASE, Case, CaseFile, Consent, Contribution
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.documents.keeping import keep, taken
from prevent_cases.documents.kinds import Checked
from prevent_cases.documents.models import State, Upload
from prevent_cases.later.outbox import later
from prevent_cases.operations import Refused, operation

INSTEAD = "Send what matters most, or say in words what the others show."


@operation("cases.add_case_files", unless=Case.obstacle_to_hearing)
def add_case_files(
    case: Case, *, by: User, files: Iterable[Upload], what: str, consent: Consent | None = None
) -> list[CaseFile]:
    """Files added to the case. They are checked before anybody can open them.

    Whoever may read the case may open them. What comes once it has ended, such as a letter, is added as long as it is
    kept, as a contact is logged; to what an agency shared nothing is, which it shared of a case that was worked on.
    """
    if consent and (consent.case_id != case.pk or consent.in_error_at):
        raise Refused("Choose an answer that stands in this case.", field="consent")
    added = _added(files, by=by, case=case, what=what, consent=consent)
    if case.files.taken().filter(contribution=None).count() > MOST_OF_CASE:
        raise Refused(f"A case can have {MOST_OF_CASE} files, and with these it would have more. {INSTEAD}")
    return added


@operation("cases.add_contribution_files", unless=Contribution.obstacle_to_change)
def add_contribution_files(
    contribution: Contribution, *, by: User, files: Iterable[Upload], what: str
) -> list[CaseFile]:
    """Files added to what your agency shares. They are checked before anybody can open them.

    Whoever may read what it is part of may open them, as long as your agency has not withdrawn that.
    """
    # Locked, as where one is added to the case: two who add at once are counted together.
    case = contribution.case = Case.objects.select_for_update(no_key=True).get(pk=contribution.case_id)
    if obstacle := case.obstacle_to_change():
        raise Refused(obstacle)
    added, agency = _added(files, by=by, case=case, what=what, contribution=contribution), contribution.agency
    if case.files.taken().filter(contribution__agency=agency).count() > MOST_OF_AGENCY:
        raise Refused(
            f"{agency} can add {MOST_OF_AGENCY} files to what it shares of a case, and these would be more. {INSTEAD}"
        )
    return added


def _added(files: Iterable[Upload], *, by: User, **of: object) -> list[CaseFile]:
    make = functools.partial(CaseFile.objects.create, **of)
    kept = keep(taken(files, by=by), make, check=functools.partial(later, "cases.check_file"))
    if not kept:
        raise Refused("There is no file to send. Choose one first.")
    return kept


@operation("cases.check_case_file", unless=CaseFile.obstacle_to_checking)
def release_case_file(file: CaseFile, *, by: User, checked: Checked) -> None:
    """File found clean. A copy of it can be opened."""
    file.change(**file.outcome(checked))


@operation("cases.check_case_file", unless=CaseFile.obstacle_to_checking)
def refuse_case_file(file: CaseFile, *, by: User, checked: Checked) -> None:
    """File not taken. It is not kept, and the reason stands beside its name."""
    file.change(**file.outcome(checked))


@operation("cases.record_file_in_error", unless=CaseFile.obstacle_to_error)
def record_file_in_error(file: CaseFile, *, by: User, reason: str) -> None:
    """File recorded in error. It stays and says so, and is named in no summary and no pack.

    As where it was put into the wrong case: the right one is sent to where it belongs.
    """
    file.say_in_error(by, reason)


@operation("cases.view_casefile", unless=CaseFile.obstacle_to_sealing)
def seal_case_file(file: CaseFile, *, by: User) -> None:
    """File sealed. Nobody can open it, and that includes you."""
    file.change(state=State.SEALED, sealed_by=by, sealed_at=clock.now())
