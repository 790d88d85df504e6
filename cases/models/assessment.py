"""Assessments: what was found of each factor of a framework at one date, in words."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import DateField, Func, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.urls import reverse

from cases.models.case import Case
from cases.models.ended import of_a_live_case
from cases.models.in_error import ONLY_SAID_IN_ERROR, MayBeInError
from cases.models.stages import Stage
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.pages.models import new_reference
from prevent_cases.reference.models import NOT_KNOWN, AssessmentPolicy, FrameworkFactor, FrameworkVersion, ScalePoint

# The framework is there to be assessed by, in the area that the case is in.
BY_A_PUBLISHED_FRAMEWORK = pgtrigger.Trigger(
    name="by_a_published_framework",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="""
        IF NOT EXISTS (
            SELECT FROM reference_frameworkversion version
            JOIN reference_framework framework ON framework.id = version.framework_id
            JOIN cases_case assessed ON assessed.area_id = framework.area_id
            WHERE version.id = NEW.version_id AND version.confirmed_at IS NOT NULL AND assessed.id = NEW.case_id
        ) THEN
            RAISE EXCEPTION 'an assessment is made by a framework that its area has published'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'by_a_published_framework';
        END IF;
        RETURN NEW;
    """,
)
# Asked at the commit, whoever writes and in whatever order.
SAYS_SOMETHING_OF_EVERY_FACTOR = pgtrigger.Trigger(
    name="says_something_of_every_factor",
    when=pgtrigger.After,
    operation=pgtrigger.Insert,
    timing=pgtrigger.Deferred,
    func="""
        IF EXISTS (
            SELECT FROM reference_frameworkfactor factor
            WHERE factor.version_id = NEW.version_id AND NOT EXISTS (
                SELECT FROM cases_factorentry WHERE assessment_id = NEW.id AND factor_id = factor.id
            )
        ) THEN
            RAISE EXCEPTION 'an assessment says something of every factor, if only that it is not known'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'says_something_of_every_factor';
        END IF;
        RETURN NULL;
    """,
)
OF_ITS_FRAMEWORK = pgtrigger.Trigger(
    name="of_its_framework",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="""
        IF NOT EXISTS (
            SELECT FROM cases_assessment assessment
            JOIN reference_frameworkfactor factor ON factor.version_id = assessment.version_id
            WHERE assessment.id = NEW.assessment_id AND factor.id = NEW.factor_id
        ) THEN
            RAISE EXCEPTION 'an assessment speaks of the factors of its own framework'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'of_its_framework';
        END IF;
        IF NEW.point_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM reference_frameworkfactor factor
            JOIN reference_scalepoint point ON point.version_id = factor.version_id
            WHERE factor.id = NEW.factor_id AND point.id = NEW.point_id AND (
                point.domain_id = factor.domain_id
                OR point.domain_id IS NULL
                AND NOT EXISTS (SELECT FROM reference_scalepoint own WHERE own.domain_id = factor.domain_id)
            )
        ) THEN
            RAISE EXCEPTION 'what is found of a factor stands on the scale of its domain'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'on_the_scale_of_its_domain';
        END IF;
        RETURN NEW;
    """,
)


# Asked of what is written from now on: what was written without one before stays as it was, since none can be invented.
EVIDENCE_HAS_ITS_DAY = pgtrigger.Trigger(
    name="evidence_has_its_day",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    condition=pgtrigger.Q(new__evidence_on__isnull=True) & ~pgtrigger.Q(new__evidence=""),
    func="""
        RAISE EXCEPTION 'evidence has its day' USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_has_its_day';
    """,
)
# The words by which they are found.
FACTOR_WORDS = SearchVector("in_words", "evidence", "source", "protective_factors", config="english")
ASSESSMENT_WORDS = SearchVector("summary", "plan", "what_changed", config="english")


@pghistory.track()
class Assessment(MayBeInError):
    """A framework of factors, completed at one date. Nothing in it is added up, and it decides nothing."""

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="assessments")
    version = models.ForeignKey(FrameworkVersion, on_delete=models.PROTECT, related_name="+")
    assessed_on = models.DateField()
    completed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    completed_at = models.DateTimeField()
    summary = models.TextField()
    plan = models.TextField()
    # Since the assessment before; in the first, what is known since the referral.
    what_changed = models.TextField()

    field_classes = MayBeInError.field_classes | field_classes(
        public="reference completed_at", personal="assessed_on", special="summary plan what_changed"
    )
    fetch_with = ("case__individual", "case__area", "version", "completed_by", "in_error_by")
    searched: ClassVar = ASSESSMENT_WORDS

    class Meta(MayBeInError.Meta):
        constraints = [
            *MayBeInError.Meta.constraints,
            models.CheckConstraint(
                condition=~(Q(summary="") | Q(plan="") | Q(what_changed="")),
                name="an_assessment_has_its_summary_its_plan_and_what_changed",
            ),
        ]
        indexes = [
            GinIndex(ASSESSMENT_WORDS, name="assessments_by_words"),
            models.Index(fields=["case", "-assessed_on", "-id"], name="assessments_of_a_case"),
        ]
        triggers = [
            of_a_live_case(),
            *ONLY_SAID_IN_ERROR,
            BY_A_PUBLISHED_FRAMEWORK,
            SAYS_SOMETHING_OF_EVERY_FACTOR,
        ]

    def get_absolute_url(self) -> str:
        return reverse("cases:view_assessment", args=[self.reference])


@pghistory.track()
class FactorEntry(Record):
    """What an assessment says of one factor. Without a point of the scale it is not known."""

    under = "assessment"

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="factor_entries")
    factor = models.ForeignKey(FrameworkFactor, on_delete=models.PROTECT, related_name="+")
    point = models.ForeignKey(ScalePoint, on_delete=models.PROTECT, null=True, related_name="+")
    in_words = models.TextField(blank=True)
    evidence = models.TextField(blank=True)
    source = models.TextField(blank=True)
    evidence_on = models.DateField(null=True)
    protective_factors = models.TextField(blank=True)

    field_classes = field_classes(personal="evidence_on source", special="in_words evidence protective_factors")
    searched: ClassVar = FACTOR_WORDS

    class Meta(Record.Meta):
        ordering = ("factor__position",)
        indexes = [GinIndex(FACTOR_WORDS, name="factors_by_words")]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "factor"], name="an_assessment_speaks_of_a_factor_once"),
            models.CheckConstraint(
                condition=Q(point=None) | ~Q(in_words=""), name="what_is_found_of_a_factor_is_said_in_words"
            ),
            models.CheckConstraint(condition=Q(evidence="") | ~Q(source=""), name="evidence_has_its_source"),
        ]
        triggers = [
            of_a_live_case(case="SELECT case_id FROM cases_assessment WHERE id = NEW.assessment_id"),
            pgtrigger.Protect(name="stands", operation=pgtrigger.Update),
            EVIDENCE_HAS_ITS_DAY,
            OF_ITS_FRAMEWORK,
        ]

    def get_absolute_url(self) -> str:
        return self.assessment.get_absolute_url()

    @property
    def case_id(self) -> int:
        return self.assessment.case_id

    @property
    def found(self) -> str:
        return self.point.label if self.point else NOT_KNOWN

    @property
    def name(self) -> str:
        """Which it is of the factors that assessments say something of."""
        return f"{self.assessment.reference}-{self.factor.key}"

    @property
    def words(self) -> str:
        """All that it says."""
        said = (f"{self.found}: {self.in_words}", self.evidence, self.source, self.protective_factors)
        return "\n".join(filter(None, said))


class MonthsLater(Func):
    """A day, some months on."""

    template = "(%(expressions)s))::date"
    arg_joiner = " + make_interval(months => "
    output_field = DateField()


def to_assess_anew(cases: models.QuerySet[Case]) -> models.QuerySet[Case]:
    """Of these cases those that receive support and are due to be assessed, where their area wants to be told.

    ``assessed_last`` is the day of the last assessment or, before there is one, of the consent. Of a case in another
    area neither is looked up.
    """
    reminded = AssessmentPolicy.objects.in_force().filter(reminded=True)
    months = reminded.filter(area=OuterRef("area")).values("every")[:1]
    newest = (
        Assessment.objects.standing().filter(case=OuterRef("pk")).order_by("-assessed_on").values("assessed_on")[:1]
    )
    due_on = MonthsLater(Coalesce(Subquery(newest), "consent_given_on"), Subquery(months))
    return (
        cases.filter(stage=Stage.ACTIVE)
        .annotate(
            assessed_last=Coalesce(Subquery(newest), "consent_given_on"),
            assessment_due_on=models.Case(When(area__in=reminded.values("area"), then=due_on)),
        )
        .filter(assessment_due_on__lte=clock.today())
    )
