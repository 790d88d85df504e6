"""What is asked of whoever searches."""

from django import forms

from prevent_cases.access import rules
from prevent_cases.accounts.models import Area
from prevent_cases.look.forms import Form, LongTextField, RadioSelect

BY_NAME, OWN_CASES = "name", "own"


class SearchForm(Form):
    words = forms.CharField(label="What do you look for?", max_length=200)
    where = forms.ChoiceField(
        label="Where?",
        choices=[
            (BY_NAME, "Among the cases I may see, by reference or name"),
            (OWN_CASES, "In what is written in the cases I work on"),
        ],
        initial=BY_NAME,
        widget=RadioSelect(
            hints={
                BY_NAME: "A reference in full, or a name. Other spellings are found too.",
                OWN_CASES: "Words in referrals, contacts, consent, information, assessments, support, letters, "
                "actions and decisions.",
            }
        ),
    )
    purpose = LongTextField(
        label="For what purpose?",
        rows=2,
        max_length=1000,
        required=False,
        help_text="It is kept with your name, and the governance lead reads it. What you look for is not kept.",
    )

    @classmethod
    def for_record(cls, record, user, *data):
        """The areas in all of whose cases somebody may search are places more."""
        form = cls(*data)
        areas = Area.objects.filter(rules["cases.search_area"].condition(user)).order_by("name")
        places = [(area.slug, f"In what is written in all cases of {area}") for area in areas]
        form.fields["where"].choices = [*form.fields["where"].choices, *places]
        form.areas = {area.slug: area for area in areas}
        if not places:
            form.leave_out("purpose")
        elif len(areas) == 1:  # It is asked under the place for which it is needed.
            form.asked_after = {"purpose": ("where", areas[0].slug)}
            form.fields["where"].widget.reveals[areas[0].slug] = [form["purpose"]]
            form.fields["purpose"].required = True
        return form

    @property
    def area(self) -> Area | None:
        """Of which area all cases are searched, if of one."""
        return self.areas.get(self.cleaned_data["where"])

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("where") in self.areas and not cleaned.get("purpose"):
            self.add_error("purpose", "Say for what purpose you search all cases of this area.")
        return cleaned
