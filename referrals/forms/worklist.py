"""How the worklist is filtered, sorted and searched, on its page and at its endpoint."""

from collections.abc import Mapping
from functools import cache

from django import forms
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from prevent_cases import clock
from prevent_cases.accounts.models import Sector
from prevent_cases.look.forms import CheckboxSelectMultiple, Form
from referrals.models import LIVE, Referral, Stage

OPEN = "open"
ONLY = {"urgent": "Urgent", "overdue": "Overdue", "mine": "Ones I received or assessed last"}


class WorklistForm(Form):
    """Asked in the address; what is not understood is left out."""

    q = forms.CharField(
        label="Reference, national reference, initials or name",
        max_length=100,
        required=False,
        help_text="The beginning of each name is enough. Accents do not matter.",
    )
    stage = forms.ChoiceField(
        label="Where it stands",
        choices=[(OPEN, "Not decided yet"), ("all", "Anywhere"), *Stage.choices],
        required=False,
    )
    only = forms.MultipleChoiceField(
        label="Only these", choices=ONLY.items(), widget=CheckboxSelectMultiple, required=False
    )
    sector = forms.ChoiceField(label="Sector", choices=[("", "Any"), *Sector.choices], required=False)
    agency = forms.SlugField(widget=forms.HiddenInput, required=False)
    sort = forms.ChoiceField(
        label="First come", choices=[("due", "The oldest deadlines"), ("newest", "The newest")], required=False
    )


def asked(query: QueryDict) -> Mapping:
    """What was asked in the address, without what cannot be understood."""
    return understood(query) if query else nothing_asked()


@cache
def nothing_asked() -> Mapping:
    return understood(QueryDict())


def understood(query: QueryDict) -> Mapping:
    form = WorklistForm(query)
    form.is_valid()
    said = {name: form.cleaned_data.get(name) or field.initial for name, field in form.fields.items()}
    return said | {"stage": said["stage"] or OPEN, "sort": said["sort"] or "due", "only": said["only"] or []}


def drawn(said: Mapping) -> SafeString:
    """The questions with what was asked."""
    return render_to_string("forms/questions.html", {"form": WorklistForm(initial=said)})


@cache
def drawn_once(stage: str, sort: str) -> SafeString:
    """Those of the few lists in which nothing is looked for: they are the same for everybody."""
    return drawn({"stage": stage, "sort": sort})


def by_day(said: Mapping) -> str:
    """The day by which they are sorted; none where the newest come first. What has been decided is due no more."""
    return "due_on" if said["stage"] in (OPEN, *LIVE) and said["sort"] == "due" else ""


def filtered(said: Mapping, user):
    """The referrals that were asked for; which of them the reader may see is another's question."""
    found = Referral.objects.all()
    if said["stage"] == OPEN:
        found = found.filter(due_on__isnull=False)
    elif said["stage"] in LIVE:
        found = found.filter(stage=said["stage"], due_on__isnull=False)
    elif said["stage"] != "all":
        found = found.filter(stage=said["stage"])
    if "urgent" in said["only"]:
        found = found.filter(is_urgent=True)
    if "overdue" in said["only"]:
        found = found.filter(due_on__lt=clock.today())
    if "mine" in said["only"]:
        found = found.filter(handled_by=user)
    if said["sector"]:
        found = found.filter(for_agency__sector=said["sector"])
    if said["agency"]:
        found = found.filter(for_agency__slug=said["agency"])
    return found.named(said["q"]) if said["q"] else found
