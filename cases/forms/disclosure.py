"""What is asked about a disclosure that was made outside this system."""

from django import forms
from django.db.models import Q

from cases.models import AUTHORISED_KINDS, DisclosedBy, RecipientKind
from prevent_cases.accounts.models import Agency, Area
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from prevent_cases.reference.models import LawfulBasis


class ToWhomForm(Form):
    """To an agency, or to another body or person: what these are, and who authorised it where that is needed."""

    agency = forms.ModelChoiceField(
        label="To which agency?",
        queryset=Agency.objects.none(),
        to_field_name="slug",
        empty_label="None of these",
        required=False,
    )
    body = forms.CharField(
        label="Or to which other body or person?",
        max_length=200,
        required=False,
        help_text="Where it is none of these.",
    )
    recipient_kind = forms.ChoiceField(
        label="If it is another body or person: of which kind?",
        choices=RecipientKind,
        widget=RadioSelect(hints=dict.fromkeys(AUTHORISED_KINDS, "Somebody else must have authorised it, by name.")),
        required=False,
    )
    authorised_by = forms.CharField(
        label="If it is immigration, the border, a port or another: who authorised it?",
        max_length=200,
        required=False,
        help_text="Somebody else than you. It stands in the ledger; the board report says how often.",
    )
    authorised_post = forms.CharField(label="If so, what is their post?", max_length=200, required=False)

    def offer_agencies(self, area: Area) -> list[Agency]:
        agencies = Agency.objects.filter(Q(area=area) | Q(serves_all_areas=True))
        self.fields["agency"].queryset = agencies
        return list(agencies)


class RecordDisclosureForm(ToWhomForm):
    what = LongTextField(label="What was disclosed?", rows=4, max_length=4000)
    purpose = LongTextField(label="What for?", rows=2, max_length=2000)
    lawful_basis = forms.ChoiceField(label="On which lawful basis?", choices=LawfulBasis, widget=RadioSelect)
    how = forms.ChoiceField(label="How?", choices=DisclosedBy, widget=RadioSelect)
    disclosed_on = DateField(label="On which day?")
    disclosed_by = forms.CharField(label="By whom?", max_length=200)

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        form.offer_agencies(case.area)
        form.initial["disclosed_by"] = str(user)
        return form


class RecordDisclosureInErrorForm(Form):
    reason = LongTextField(label="What is wrong with it?", rows=3, max_length=2000)
