"""The endpoints about whom a referral is about, and of what was found untrue."""

from prevent_cases.api.endpoints import OperationEndpoint
from referrals import operations
from referrals.forms import identity as forms
from referrals.models import Referral


class SayDifferentPerson(OperationEndpoint):
    model = Referral
    operation = operations.say_different_person
    form_class = forms.SayDifferentPersonForm


class ProposeFoundUntrue(OperationEndpoint):
    model = Referral
    operation = operations.propose_found_untrue
    form_class = forms.ProposeFoundUntrueForm


class AnswerFoundUntrue(OperationEndpoint):
    model = Referral
    operation = operations.answer_found_untrue
    form_class = forms.AnswerFoundUntrueForm
