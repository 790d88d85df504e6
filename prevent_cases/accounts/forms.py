"""What an administrator is asked about agencies, panels and posts."""

from datetime import datetime
from typing import ClassVar

from django import forms
from django.utils import timezone

from prevent_cases.accounts.models import Agency, AgencyType, Panel, PanelKind, Sector
from prevent_cases.accounts.posts import POST_RULES, PostKind, Within
from prevent_cases.look.forms import DateField, Form, RadioSelect

CADENCES = [
    ("", "When a meeting is called"),
    ("FREQ=WEEKLY", "Every week"),
    ("FREQ=WEEKLY;INTERVAL=2", "Every two weeks"),
    ("FREQ=WEEKLY;INTERVAL=4", "Every four weeks"),
    ("FREQ=WEEKLY;INTERVAL=6", "Every six weeks"),
]


class AddAgencyForm(Form):
    name = forms.CharField(label="Name of the agency", max_length=200)
    type = forms.ChoiceField(label="What kind of agency is it?", choices=AgencyType, widget=RadioSelect)
    sector = forms.ChoiceField(
        label="Under which sector do its referrals count?",
        choices=[("", "Choose"), *Sector.choices],
        help_text="The national statistics use these.",
    )
    serves_all_areas = forms.BooleanField(
        label="It serves every area",
        required=False,
        help_text="A national provider, say. Any area may share a case with it.",
    )


class OpenPanelForm(Form):
    name = forms.CharField(label="Name of the panel", max_length=200)
    kind = forms.ChoiceField(label="What kind of body is it?", choices=PanelKind, widget=RadioSelect)
    acts_as_channel = forms.BooleanField(
        label="It acts as a Channel panel",
        required=False,
        help_text="Sections 36 and 37 of the Counter-Terrorism and Security Act 2015 bind it. "
        "A Channel Panel always does.",
    )
    cadence = forms.ChoiceField(label="How often does it meet?", choices=CADENCES, widget=RadioSelect, required=False)
    first_meeting_on = DateField(label="Day of the first meeting", required=False)
    first_meeting_time = forms.TimeField(
        label="Time of the first meeting", required=False, help_text="For example, 14:00"
    )

    def clean(self):
        cleaned = super().clean()
        on, time = cleaned.pop("first_meeting_on", None), cleaned.pop("first_meeting_time", None)
        if on and not time:
            self.add_error("first_meeting_time", "Enter the time of the first meeting.")
        cleaned["first_meeting_at"] = timezone.make_aware(datetime.combine(on, time)) if on and time else None
        return cleaned


class GivePostForm(Form):
    """Which of agency and panel is needed depends on the post; the operation says so."""

    groups: ClassVar = {
        "The person": ["name", "email"],
        "The post": ["kind", "agency", "panel"],
        "From and to": ["starts_on", "until"],
    }

    name = forms.CharField(label="Full name", max_length=200)
    email = forms.EmailField(label="E-mail address", help_text="At their agency. Somebody new is invited there.")
    kind = forms.ChoiceField(
        label="What is the post?",
        choices=PostKind,
        widget=RadioSelect(
            hints={
                kind: f"{rule.purpose} In {'the area' if rule.within == Within.AREA else f'one {rule.within}'}."
                for kind, rule in POST_RULES.items()
            }
        ),
    )
    agency = forms.ModelChoiceField(
        Agency.objects.none(),
        to_field_name="slug",
        label="Agency",
        required=False,
        help_text="For a post in an agency.",
    )
    panel = forms.ModelChoiceField(
        Panel.objects.none(), to_field_name="slug", label="Panel", required=False, help_text="For a post in a panel."
    )
    starts_on = DateField(label="First day", required=False, help_text="Today, if you leave it empty.")
    until = DateField(label="Last day", required=False, help_text="Leave empty if it is not known.")

    @classmethod
    def for_record(cls, area, user, *data):
        form = cls(*data)
        form.fields["agency"].queryset = area.agencies.permitted(user, "accounts.view_agency")
        form.fields["panel"].queryset = area.panels.permitted(user, "accounts.view_panel")
        return form
