"""The pages of a referral's files: choosing them in a draft and afterwards, one file, opening and sealing it."""

from django.http import HttpRequest
from django.urls import reverse

from prevent_cases.access import May
from prevent_cases.documents.choosing import ChooseFiles, RemoveFile, StartChoosing, WithFiles
from prevent_cases.documents.views import OpenDocument
from prevent_cases.look.forms import Form
from prevent_cases.pages.drafts import CheckDraft
from prevent_cases.pages.views import OperationPage, RecordPage
from referrals import operations
from referrals.models import Referral, ReferralFile
from referrals.permissions.source import shown_source
from referrals.views.referring import SubmitReferral


class DraftFiles(SubmitReferral, ChooseFiles):
    pass


class RemoveDraftFile(SubmitReferral, RemoveFile):
    pass


class AddFilesDraft:
    """What the pages of files that are added to a sent referral share."""

    model = Referral
    operation = operations.add_files
    task_list_url = files_url = "referrals:choose_files"
    remove_url = "referrals:remove_further_file"


class StartAddingFiles(AddFilesDraft, StartChoosing):
    pass


class ChooseFurtherFiles(AddFilesDraft, ChooseFiles):
    pass


class RemoveFurtherFile(AddFilesDraft, RemoveFile):
    pass


class AddFiles(AddFilesDraft, WithFiles, CheckDraft):
    form_class = Form
    gone_url = "referrals:list_own_referrals"

    def destination(self, result):
        return reverse("referrals:follow_referral", args=[result.reference])


class ViewFile(RecordPage):
    """One file: how it stands, and the ways to open it and to seal it."""

    model = ReferralFile

    def context(self, request: HttpRequest, record):
        may = May.on(request.user, record.referral)
        source = shown_source(record.referral, knows_referrer=may.know_referrer)
        return {"may_of_referral": may, "source": source, "area": record.referral.area}


class OpenFile(OpenDocument):
    model = ReferralFile


class SealFile(OperationPage):
    model = ReferralFile
    operation = operations.seal_file

    def context(self, request, record):
        return {"area": record.referral.area}
