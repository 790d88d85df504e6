"""The pages on which administrators put together what their area assesses by. They see no case."""

import re
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse

from prevent_cases.accounts.models import Area
from prevent_cases.look.forms import Form
from prevent_cases.pages.drafts import (
    ChangeParts,
    CheckDraft,
    DraftPage,
    DraftPart,
    DraftTaskList,
    Part,
    RemoveDraft,
    StartDraft,
)
from prevent_cases.pages.models import Draft
from prevent_cases.pages.views import OperationPage, RecordPage
from prevent_cases.reference import operations
from prevent_cases.reference.forms.frameworks import AboutFrameworkForm, DomainForm, as_answers
from prevent_cases.reference.framework_templates import TEMPLATES
from prevent_cases.reference.models import Framework, FrameworkVersion, read_whole, said_by, scale_of

DOMAIN = re.compile(r"domain-([0-9]{1,4})", re.ASCII)
# Of which framework a draft is the next version; none of its parts.
NEXT_OF = "framework"


def domains_in(draft: Draft) -> list[int]:
    """The numbers of the domains that a draft has, in their order."""
    return sorted(int(found[1]) for found in map(DOMAIN.fullmatch, draft.answers) if found)


class Frameworks(RecordPage):
    """What the area assesses by, what waits for a second person, what is being drafted and what was before."""

    model = Area
    permission = "accounts.keep_area"

    def context(self, request: HttpRequest, record: Area) -> dict[str, Any]:
        seen = FrameworkVersion.objects.permitted(request.user, "reference.view_frameworkversion")
        of_area = seen.filter(framework__area=record).select_related(*FrameworkVersion.fetch_with)
        in_use, waiting = of_area.in_use(), of_area.waiting()
        others = of_area.published().exclude(pk__in=in_use.values("pk")).order_by("-confirmed_at")
        mine = Draft.objects.permitted(request.user, "pages.view_draft").order_by("-saved_at")
        return {
            "in_use": in_use.order_by("title"),
            "waiting": waiting.order_by("title"),
            "others": others,
            "drafts": mine.filter(operation=operations.put_framework_forward.name, record=record.pk),
            "templates": TEMPLATES.values(),
        }


class ViewFrameworkVersion(RecordPage):
    """All that a version asks, as those read it who confirm it."""

    model = FrameworkVersion

    def context(self, request: HttpRequest, record: FrameworkVersion) -> dict[str, Any]:
        whole = read_whole(FrameworkVersion.objects.filter(pk=record.pk)).get()
        return {
            "domains": [(domain, scale_of(domain, whole)) for domain in whole.domains.all()],
            "is_waiting": record.is_waiting,
            "in_use": FrameworkVersion.objects.in_use().filter(pk=record.pk).exists(),
        }


class ConfirmFramework(OperationPage):
    model = FrameworkVersion
    operation = operations.confirm_framework


class RetireFramework(OperationPage):
    model = Framework
    operation = operations.retire_framework

    def context(self, request: HttpRequest, record: Framework) -> dict[str, Any]:
        return {"latest": record.versions.published().order_by("-number").first()}


class PutFrameworkForward(DraftPage):
    """What the pages of a framework in the making share."""

    model = Area
    operation = operations.put_framework_forward
    task_list_url = "reference:framework_draft"

    def parts_of(self, draft: Draft) -> list[Part]:
        domains = []
        for number in domains_in(draft):
            (title,) = draft.answers[f"domain-{number}"].get("title") or [""]
            domains.append(Part(f"domain-{number}", f"Domain: {title or 'not named yet'}", DomainForm))
        return [Part("about", "What it is", AboutFrameworkForm), *domains]

    def further_arguments(self, draft: Draft) -> dict[str, Any]:
        return {"framework": Framework.objects.filter(reference=draft.answers.get(NEXT_OF, "")).first()}


class StartFramework(PutFrameworkForward, StartDraft):
    """A press that begins with a template, as a copy of a version, or with nothing."""

    def begun_with(self, request: HttpRequest, record: Area) -> dict[str, Any]:
        if reference := request.POST.get("version"):
            kept = FrameworkVersion.objects.permitted(request.user, "reference.keep_frameworkversion")
            version = read_whole(kept.filter(framework__area=record, reference=reference)).first()
            if version is None:
                raise Http404
            return {"answers": as_answers(said_by(version)) | {NEXT_OF: version.framework.reference}}
        if slug := request.POST.get("template"):
            if slug not in TEMPLATES:
                raise Http404
            return {"answers": as_answers(TEMPLATES[slug].said())}
        return {"answers": {"domain-1": {}}}


class FrameworkDraft(PutFrameworkForward, DraftTaskList):
    pass


class FrameworkPart(PutFrameworkForward, DraftPart):
    pass


class AddDomain(PutFrameworkForward, ChangeParts):
    def change_parts(self, draft: Draft, **place: str) -> str:
        slug = f"domain-{max(domains_in(draft), default=0) + 1}"
        draft.answers[slug] = {}
        return reverse("reference:framework_part", args=[draft.reference, slug])


class RemoveDomain(PutFrameworkForward, ChangeParts):
    def change_parts(self, draft: Draft, **place: str) -> str:
        if not DOMAIN.fullmatch(place["slug"]):
            raise Http404
        draft.answers.pop(place["slug"], None)
        draft.windows.pop(place["slug"], None)
        draft.place = ""
        return self.task_list(draft)


class RemoveFrameworkDraft(PutFrameworkForward, RemoveDraft):
    def destination(self, record: Area) -> str:
        return reverse("reference:frameworks", args=[record.slug])


class CheckFramework(PutFrameworkForward, CheckDraft):
    form_class = Form
    gone_url = "accounts:list_areas"

    def arguments(self, parts) -> dict[str, Any]:
        about, *domains = (part.form.cleaned_data for part in parts)
        return about | {"domains": domains}
