"""The pages of a referral in Word."""

from prevent_cases.documents.word_pages import BlankForm, BringIn, BroughtIn
from referrals.forms.task_list import IN_WORD
from referrals.views.referring import SubmitReferral


class ReferralInWord(SubmitReferral):
    word_form = IN_WORD
    errand = "referrals.bring_in_form"
    file_name = "referral-form.docx"
    waiting_url = "referrals:brought_in"


class BlankReferral(ReferralInWord, BlankForm):
    pass


class BringInReferral(ReferralInWord, BringIn):
    pass


class BroughtInReferral(ReferralInWord, BroughtIn):
    pass
