"""What is asked of an agency that shares something: its words, for whom, and on whose word it lets go of them."""

from django import forms

from cases.models import ConfidentialityGround, Level, Mark
from prevent_cases.accounts.models import Agency, AgencyType
from prevent_cases.look.forms import Form, LongTextField, RadioSelect

# Asked of health alone.
CONFIDENTIALITY = ("confidentiality_by", "confidentiality_ground", "confidentiality_words")


def text() -> LongTextField:
    return LongTextField(
        label="What do you share?",
        rows=8,
        max_length=20000,
        help_text="Only what is necessary. Say what is opinion, and whose.",
    )


def mark() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Who may read it?",
        choices=Mark,
        help_text="Nobody else learns of it.",
        widget=RadioSelect(
            hints={
                Mark.ALL_MEMBERS: "Whoever may see the case.",
                Mark.POLICE_AND_CHAIRS: "Police on the case, chair, co-chair and deputies.",
            }
        ),
    )


def with_deputies() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label="Does that include the co-chair and the deputies?",
        choices=[("yes", "Yes"), ("no", "No, the chair alone")],
        coerce=lambda value: value == "yes",
        empty_value=False,
        widget=RadioSelect,
    )


def no_intelligence() -> forms.BooleanField:
    """Section 38 of the Counter-Terrorism and Security Act 2015."""
    return forms.BooleanField(label="This holds nothing from an intelligence service, or about one")


def confidentiality_by() -> forms.CharField:
    return forms.CharField(
        label="Who decided on confidentiality?",
        max_length=200,
        help_text="Name and post.",
    )


def confidentiality_ground() -> forms.ChoiceField:
    return forms.ChoiceField(label="On what ground?", choices=ConfidentialityGround, widget=RadioSelect)


def confidentiality_words() -> LongTextField:
    return LongTextField(label="Why does it hold?", rows=3, max_length=2000, required=False)


def of_agency(form: Form, agencies: list[Agency]) -> None:
    """Leave out what only health is asked, where none of these is."""
    if not any(agency.type == AgencyType.HEALTH for agency in agencies):
        form.leave_out(*CONFIDENTIALITY)


class AddContributionForm(Form):
    agency = forms.ModelChoiceField(
        label="For which agency?",
        queryset=Agency.objects.none(),
        to_field_name="slug",
        empty_label=None,
        widget=RadioSelect,
    )
    text = text()
    mark = mark()
    with_deputies = with_deputies()
    confidentiality_by = confidentiality_by()
    confidentiality_ground = confidentiality_ground()
    confidentiality_words = confidentiality_words()
    no_intelligence = no_intelligence()

    asked_after = {"with_deputies": ("mark", Mark.CHAIR_ONLY)}

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        own = Agency.objects.filter(group__in=user.posts.groups)
        own = own.filter(group__in=case.open_to_groups(*Level.codenames(Level.CONTRIBUTE)))
        form.fields["agency"].queryset = own
        agencies = list(own)
        of_agency(form, agencies)
        if len(agencies) == 1:
            form.initial["agency"] = agencies[0].slug
        elif agencies:
            # It depends on the agency; the operation asks health for it.
            for name in set(CONFIDENTIALITY) & form.fields.keys():
                form.fields[name].required = False
        return form


class MarkContributionForm(Form):
    mark = mark()
    with_deputies = with_deputies()

    asked_after = {"with_deputies": ("mark", Mark.CHAIR_ONLY)}

    @classmethod
    def for_record(cls, contribution, user, *data):
        form = cls(*data)
        form.initial["mark"] = contribution.mark
        if contribution.mark == Mark.CHAIR_ONLY:
            form.initial["with_deputies"] = "yes" if contribution.with_deputies else "no"
        return form


class WithdrawContributionForm(Form):
    reason = LongTextField(
        label="Why do you withdraw it?",
        rows=3,
        max_length=2000,
        help_text="Those for whom it was marked read this, so that they rely on it no more.",
    )
