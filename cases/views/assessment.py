"""The pages of a case's assessments: written, read, and read beside one another."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse

from cases import operations
from cases.forms.assessment import ConclusionsForm, FactorsForm
from cases.forms.contact_log import InErrorForm
from cases.known import with_disputes
from cases.models import Assessment, Case, FactorEntry, to_assess_anew
from cases.over_time import whole
from cases.shown.assessments import CHOSEN, assessments_of, compared, over_time
from prevent_cases.access import rules
from prevent_cases.audit.models import AuditEntry
from prevent_cases.look.forms import Form
from prevent_cases.pages.drafts import (
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
from prevent_cases.reference.models import FrameworkVersion, read_whole, scale_of

# By which version a draft was begun; none of its parts.
BY = "framework"
CONCLUSIONS = Part("conclusions", "Summary, plan and what changed", ConclusionsForm)


class CaseAssessments(RecordPage):
    """Which there are, and beginning another."""

    model = Case

    def context(self, request: HttpRequest, record: Case) -> dict[str, Any]:
        may_begin = self.may.assess_case and record.is_live
        versions = FrameworkVersion.objects.in_use().filter(framework__area=record.area_id).order_by("title")
        mine = Draft.objects.permitted(request.user, "pages.view_draft").order_by("-saved_at")
        begun = mine.filter(operation=operations.complete_assessment.name, record=record.pk)
        return {
            "assessments": (assessments := with_disputes("assessment", assessments_of(record))),
            "to_compare": sum(not each.in_error_at for each in assessments),
            "may_begin": may_begin,
            "versions": versions if may_begin else (),
            "drafts": begun if may_begin else (),
            "due": to_assess_anew(Case.objects.filter(pk=record.pk)).first(),
        }


class ViewAssessment(RecordPage):
    model = Assessment

    def context(self, request: HttpRequest, record: Assessment) -> dict[str, Any]:
        with_disputes("assessment", [record], request.user)
        may = rules["cases.record_dispute"].permits(request.user, record.case)
        return {"record": record.case, "assessment": record, "domains": whole(record), "may_record_dispute": may}


class RecordAssessmentInError(OperationPage):
    model = Assessment
    operation = operations.record_assessment_in_error
    form_class = InErrorForm


class CompareAssessments(RecordPage):
    """Two of them, factor by factor: the two newest, unless others are chosen."""

    model = Case

    def context(self, request: HttpRequest, record: Case) -> dict[str, Any]:
        return compared(record, request.user, *(request.GET[name] for name in CHOSEN if name in request.GET))


class AssessmentsOverTime(RecordPage):
    """All of them, a column each."""

    model = Case

    def context(self, request: HttpRequest, record: Case) -> dict[str, Any]:
        return over_time(record, request.user)


class CompleteAssessment(DraftPage):
    """What the pages of an assessment in the making share: a part for each domain of its framework, and one more."""

    model = Case
    operation = operations.complete_assessment
    lookup = "reference"
    task_list_url = "cases:assessment_draft"
    version: FrameworkVersion | None = None

    def begun_by(self, draft: Draft) -> FrameworkVersion:
        if self.version is None:
            self.version = read_whole(FrameworkVersion.objects.filter(reference=draft.answers[BY])).get()
        return self.version

    def parts_of(self, draft: Draft) -> list[Part]:
        version = self.begun_by(draft)
        domains = version.domains.all()
        return [
            *(
                Part(f"domain-{each.position}", each.title, FactorsForm.of(each, scale_of(each, version)))
                for each in domains
            ),
            CONCLUSIONS,
        ]

    def further_context(self, draft: Draft) -> dict[str, Any]:
        return {"version": self.begun_by(draft)}

    def further_arguments(self, draft: Draft) -> dict[str, Any]:
        return {"version": self.begun_by(draft)}


class BeginAssessment(CompleteAssessment, StartDraft):
    """A press that begins by a framework, or goes on with what one has begun by it about this case."""

    def begun_with(self, request: HttpRequest, record: Case) -> dict[str, Any]:
        if self.operation.obstacle(record):
            raise Http404
        in_use = FrameworkVersion.objects.in_use().filter(framework__area=record.area_id)
        version = in_use.filter(reference=request.POST.get("version", "")).first()
        if version is None:
            raise Http404
        return {"answers": {BY: version.reference}}

    def begin(self, **begun: Any) -> Draft:
        answers = begun.pop("answers")
        here = Draft.objects.filter(**begun, answers__contains=answers).first()
        return here or super().begin(**begun, answers=answers)


class AssessmentDraft(CompleteAssessment, DraftTaskList):
    pass


class AssessmentPart(CompleteAssessment, DraftPart):
    """A domain, with what the assessment before said of each factor beside the questions on it; nothing is copied."""

    def part_context(self, request: HttpRequest, draft: Draft, record: Case, form: Form) -> dict[str, Any]:
        if not isinstance(form, FactorsForm):
            return {}
        earlier = next(iter(with_disputes("assessment", assessments_of(record).standing()[:1])), None)
        then: dict[str, FactorEntry] = {}
        if earlier:
            AuditEntry.view(earlier, by=request.user, what="cases.view_assessment")
            entries = with_disputes("factor_entry", earlier.factor_entries.select_related("factor", "point"))
            then = {each.factor.key: each for each in entries}
        return {
            "earlier": earlier,
            "sections": [(factor, then.get(factor.key), questions) for factor, questions in form.sections()],
            "domain": form.domain,
            "guidance": self.begun_by(draft).guidance,
        }


class RemoveAssessmentDraft(CompleteAssessment, RemoveDraft):
    def destination(self, record: Case) -> str:
        return reverse("cases:assessments", args=[record.reference])


class CheckAssessment(CompleteAssessment, CheckDraft):
    form_class = Form
    gone_url = "cases:list_cases"

    def arguments(self, parts) -> dict[str, Any]:
        *domains, conclusions = (part.form for part in parts)
        return conclusions.cleaned_data | {"entries": [entry for form in domains for entry in form.entries()]}
