"""The pages of a case's files: choosing them, one file, opening and sealing it."""

from cases import operations
from cases.forms.contact_log import InErrorForm
from cases.forms.files import AboutCaseFilesForm, AboutFilesForm
from cases.models import Case, CaseFile, CaseTransfer, Contribution
from prevent_cases.access import rules
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record
from prevent_cases.documents.choosing import ChooseFiles, RemoveFile, StartChoosing, WithFiles
from prevent_cases.documents.views import OpenDocument
from prevent_cases.pages.drafts import CheckDraft
from prevent_cases.pages.views import OperationPage, RecordPage


class CaseFilesDraft:
    """What the pages of files that are added to a case share."""

    model = Case
    operation = operations.add_case_files
    task_list_url = files_url = "cases:choose_files"
    remove_url = "cases:remove_chosen_file"


class StartAddingFiles(CaseFilesDraft, StartChoosing):
    pass


class ChooseCaseFiles(CaseFilesDraft, ChooseFiles):
    pass


class RemoveChosenFile(CaseFilesDraft, RemoveFile):
    pass


class AddCaseFiles(CaseFilesDraft, WithFiles, CheckDraft):
    form_class = AboutCaseFilesForm
    gone_url = "cases:list_cases"

    def destination(self, result):
        return result[0].get_absolute_url() if len(result) == 1 else result[0].case.get_absolute_url()


class ContributionFilesDraft:
    """The same of those that become part of what an agency shares."""

    model = Contribution
    operation = operations.add_contribution_files
    task_list_url = files_url = "cases:choose_contribution_files"
    remove_url = "cases:remove_chosen_contribution_file"


class StartAddingContributionFiles(ContributionFilesDraft, StartChoosing):
    pass


class ChooseContributionFiles(ContributionFilesDraft, ChooseFiles):
    pass


class RemoveChosenContributionFile(ContributionFilesDraft, RemoveFile):
    pass


class AddContributionFiles(ContributionFilesDraft, WithFiles, CheckDraft):
    form_class = AboutFilesForm
    gone_url = "cases:list_contributions"

    def destination(self, result):
        return result[0].contribution.get_absolute_url()


class ViewFile(RecordPage):
    """One file: how it stands, and the ways to open it and to seal it."""

    model = CaseFile

    def context(self, request, record):
        return {"area": record.case.area, "back": way_back(record, request.user)}


def way_back(file: CaseFile, user: User) -> Record:
    """Where somebody reads of a file: in another area, to which it went with its piece, at the offer."""
    if file.contribution is None:
        return file.case
    if rules["cases.read_contribution"].permits(user, file.contribution):
        return file.contribution
    offers = CaseTransfer.objects.permitted(user, "cases.view_casetransfer").exclude(becomes=None)
    return offers.get(pieces_ticked__contribution=file.contribution)


class OpenFile(OpenDocument):
    model = CaseFile


class SealFile(OperationPage):
    model = CaseFile
    operation = operations.seal_case_file

    def context(self, request, record):
        return {"area": record.case.area}


class RecordFileInError(OperationPage):
    model = CaseFile
    operation = operations.record_file_in_error
    form_class = InErrorForm
