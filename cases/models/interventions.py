"""What an agency gives of the support a panel agreed: what it was asked, and what its sessions come to."""

from datetime import date, timedelta
from typing import ClassVar

import pghistory
import pgtrigger
from django.apps import apps
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Greatest, TruncDate
from django.urls import reverse
from django.utils.formats import date_format

from cases.models.agreement import as_agreed
from cases.models.case import Case
from cases.models.project import WHERE_THERE_IS_A_PLACE, Project
from cases.models.stages import Stage
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Area, User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.operations import AlreadyDone
from prevent_cases.pages.models import new_reference
from prevent_cases.reference.models import LawfulBasis, SupportPolicy

BRIEF = ("called", "purpose", "needs", "safe_place", "to_avoid")
# Whoever gave support may say so long after it ended that they are worried now. By then what they know of the person is
# old; whoever is worried later refers the person, as anybody does.
WORRIED_AFTERWARDS = timedelta(days=90)
# What points here, by the names under which it is found.
SESSIONS = ("held_sessions", "agreed_sessions")
PAUSED = "Support has stopped for now. Arrange no further session until it says here that it goes on."


class Policied(Coalesce):
    """A number of the area's policy on support, or the one to begin with."""

    def __init__(self, name: str):
        decided = SupportPolicy.objects.in_force().filter(area=OuterRef("area")).values(name)
        field = SupportPolicy._meta.get_field(name)
        super().__init__(Subquery(decided), Value(field.default), output_field=models.IntegerField())


class InterventionQuerySet(RecordQuerySet):
    def not_over(self) -> "InterventionQuerySet":
        """Those that are asked for or given."""
        return self.filter(~Q(accepted=False), ended_at=None, case__ended_at=None)

    def ended_lately(self) -> "InterventionQuerySet":
        """What was given and has ended, by itself or with its case, so lately that its people may still be worried."""
        since = clock.start_of_today() - WORRIED_AFTERWARDS
        return self.filter(Q(ended_at__gte=since) | Q(ended_at=None, case__ended_at__gte=since), accepted=True)

    def given(self) -> "InterventionQuerySet":
        """Those in which sessions take place now: support has not stopped."""
        return self.filter(accepted=True, ended_at=None, case__stage=Stage.ACTIVE)

    def with_ledger(self) -> "InterventionQuerySet":
        """With what its sessions come to, and what the area's policy says of it."""
        sessions_of, agreed = (self.model._meta.get_field(name).related_model.objects for name in SESSIONS)
        sessions = sessions_of.standing().filter(intervention=OuterRef("pk")).order_by()
        of_one = sessions.values("intervention")
        came_since = sessions_of.standing().filter(
            intervention=OuterRef("intervention"), came=True, held_on__gte=OuterRef("held_on")
        )
        # By name: what disputes a session is defined above it.
        disputes = apps.get_model("cases", "Dispute")._base_manager.filter(session=OuterRef("pk"))
        number = of_one.annotate(number=Count("pk")).values("number")
        # A day on which they were to meet has passed, and nobody has said whether they did. Not of one in a pause.
        ended_on = TruncDate("intervention__ended_at", tzinfo=clock.LONDON)
        before_it_ended = Q(intervention__ended_at=None) | Q(meets_on__lte=ended_on)
        unreported = (
            agreed.asked_for()
            .filter(before_it_ended, intervention=OuterRef("pk"), meets_on__lt=clock.today())
            .order_by()
            .values("intervention")
        )
        missed_since = of_one.filter(~Exists(came_since), came=False).annotate(number=Count("pk")).values("number")
        return self.annotate(
            delivered=Coalesce(Subquery(number.filter(came=True)), 0),
            missed=Coalesce(Subquery(number.filter(came=False)), 0),
            disputed=Coalesce(Subquery(number.filter(Exists(disputes))), 0),
            missed_since=Coalesce(Subquery(missed_since), 0),
            unreported=Coalesce(Subquery(unreported.annotate(number=Count("pk")).values("number")), 0),
            unreported_since=Subquery(unreported.annotate(day=Min("meets_on")).values("day")),
            last_delivered_on=Subquery(of_one.filter(came=True).annotate(day=Max("held_on")).values("day")),
            # Greatest passes over what is not there.
            quiet_since=Greatest(
                F("starts_on"), TruncDate("answered_at", tzinfo=clock.LONDON), F("last_delivered_on"),
                output_field=models.DateField(),
            ),
            **{f"policy_{name}": Policied(name) for name in ("answered_within", "silent_after", "missed_in_a_row")},
        )  # fmt: skip

    def to_see_to(self) -> "InterventionQuerySet":
        """Those about which somebody is to do something: nobody answers, declined, reported, or contact has stopped.

        What was declined is seen to once somebody else has been asked since.
        """
        day = Value(clock.today(), output_field=models.DateField())
        asked_since = Intervention.objects.filter(case=OuterRef("case"), pk__gt=OuterRef("pk"))
        asked_long_ago = self._days_before(day, "policy_answered_within", TruncDate("asked_at", tzinfo=clock.LONDON))
        quiet = self._days_before(day, "policy_silent_after", F("quiet_since"))
        return self.with_ledger().filter(
            (Q(accepted=None) & asked_long_ago)
            | (Q(accepted=False) & ~Exists(asked_since))
            | (
                Q(accepted=True)
                & (
                    Q(missed_since__gte=F("policy_missed_in_a_row"))
                    | Q(unreported__gte=1)
                    | (Q(delivered__lt=F("sessions")) & quiet)
                )
            ),
            ended_at=None,
            case__stage=Stage.ACTIVE,
        )

    @staticmethod
    def _days_before(day: Value, number: str, since) -> Q:
        """The condition that so many days have passed."""
        passed = models.ExpressionWrapper(since + F(number), output_field=models.DateField())
        return Q(models.lookups.LessThanOrEqual(passed, day))


ONLY_WHILE_SUPPORT_IS_AGREED = pgtrigger.Trigger(
    name="only_while_support_is_agreed_to",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="""
        IF (SELECT stage FROM cases_case WHERE id = NEW.case_id) <> 'active' THEN
            RAISE EXCEPTION 'Nobody is asked to give support to which there is no agreement.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)


# The words by which it is found.
BRIEF_WORDS = SearchVector(
    "purpose", "needs", "safe_place", "to_avoid", "why_declined", "ended_because", config="english"
)


@pghistory.track()
class Intervention(Record):
    """One agency's part in the support of a person. Its people read this, and nothing else of the case.

    The brief is written for them. It says how the person is called and nothing by which others would know who it is.
    """

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="interventions")
    # The case's own, which never changes: copied, so that an area finds what is to be seen to in it.
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    called = models.CharField("how the person is called", max_length=100)
    purpose = models.TextField("what the support is for")
    needs = models.TextField("what the person needs")
    safe_place = models.TextField("where it is safe to meet")
    to_avoid = models.TextField("what to avoid")
    lawful_basis = models.CharField(max_length=20, choices=LawfulBasis)
    # Why the brief is shared with them where no agreement that is needed is in force.
    despite_agreement = models.TextField(blank=True, default="")
    sessions = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    until = models.DateField()
    # In which they have a place, where it is one with places.
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, related_name="+")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    accepted = models.BooleanField(null=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    why_declined = models.TextField(blank=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_because = models.TextField(blank=True)

    objects = InterventionQuerySet.as_manager()

    field_classes = field_classes(
        public="reference lawful_basis despite_agreement sessions starts_on until asked_at accepted answered_at "
        "ended_at",
        personal="called",
        special="purpose needs safe_place to_avoid why_declined ended_because",
    )
    fetch_with = ("case__individual", "case__panel", "area", "agency", "project", "asked_by")
    searched: ClassVar = BRIEF_WORDS

    class Meta(Record.Meta):
        constraints = [
            models.CheckConstraint(
                condition=~(Q(called="") | Q(purpose="") | Q(needs="") | Q(safe_place="") | Q(to_avoid="")),
                name="a_brief_says_all_that_whoever_gives_support_needs",
            ),
            models.CheckConstraint(condition=Q(sessions__gte=1), name="support_takes_a_session_at_least"),
            models.CheckConstraint(condition=Q(until__gte=F("starts_on")), name="an_intervention_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(accepted=None, answered_by=None, answered_at=None, why_declined="")
                | Q(accepted=True, answered_by__isnull=False, answered_at__isnull=False, why_declined="")
                | (Q(accepted=False, answered_by__isnull=False, answered_at__isnull=False) & ~Q(why_declined="")),
                name="support_is_accepted_or_declined_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, ended_because="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_because="")),
                name="an_intervention_ends_with_a_reason",
            ),
            models.UniqueConstraint(
                fields=["case", "agency"],
                condition=Q(ended_at=None) & ~Q(accepted=False),
                name="an_agency_has_one_part_in_the_support_of_a_case",
            ),
        ]
        indexes = [
            GinIndex(BRIEF_WORDS, name="interventions_by_words"),
            models.Index(fields=["case", "-id"], name="interventions_of_a_case"),
            models.Index(fields=["agency", "-id"], condition=Q(ended_at=None), name="support_that_an_agency_gives"),
            models.Index(fields=["area", "id"], condition=Q(ended_at=None), name="support_given_in_an_area"),
            models.Index(
                fields=["project"],
                condition=Q(ended_at=None, project__isnull=False),
                name="places_taken_in_a_project",
            ),
        ]
        triggers = [
            ONLY_WHILE_SUPPORT_IS_AGREED,
            WHERE_THERE_IS_A_PLACE,
            as_agreed("NEW.asked_at", "NEW.agency_id"),
            pgtrigger.ReadOnly(
                name="stands",
                fields=[
                    "reference", "case", "area", "agency", *BRIEF, "lawful_basis", "despite_agreement", "sessions",
                    "starts_on", "until", "project", "asked_by", "asked_at",
                ],
            ),
            pgtrigger.Protect(
                name="answered_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__answered_at__isnull=False)
                & pgtrigger.Q(old__answered_at__df=pgtrigger.F("new__answered_at")),
            ),
            pgtrigger.Protect(
                name="ended_once", operation=pgtrigger.Update, condition=pgtrigger.Q(old__ended_at__isnull=False)
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Support {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("cases:view_intervention", args=[self.reference])

    @property
    def brief(self) -> str:
        """All that it says to whoever gives support."""
        return "\n".join(getattr(self, name) for name in BRIEF)

    @property
    def is_paused(self) -> bool:
        """Whether what was accepted rests, because the person, or a parent, agrees to it no more or not yet again."""
        return bool(self.accepted) and self.ended_at is None and self.case.stage != Stage.ACTIVE

    @property
    def state(self) -> tuple[str, str]:
        """Where it stands, and the colour of that."""
        if self.accepted is False:
            return "Declined", "grey"
        if self.is_over:
            return "Ended", "grey"
        if self.is_paused:
            return "Stopped for now", "orange"
        return ("Accepted", "green") if self.accepted else ("Not answered yet", "blue")

    @property
    def is_over(self) -> bool:
        return bool(self.ended_at) or not self.case.is_live

    @property
    def disputed_words(self) -> str:
        """How many of the sessions that are counted are disputed, beside their number; read ``with_ledger``."""
        return f"disputed sessions among these: {self.disputed}" if self.disputed else ""

    @property
    def over_on(self) -> date:
        """The day on which it ended, by itself or with its case."""
        return clock.day_of(self.ended_at or self.case.ended_at)

    @property
    def worried_until(self) -> date:
        """The last day on which those who gave it may still say that they are worried (``ended_lately``)."""
        return self.over_on + WORRIED_AFTERWARDS

    @property
    def reported(self) -> int:
        """Sessions of which it is known whether they took place (``with_ledger``); of ``unreported`` it is not."""
        return self.delivered + self.missed

    @property
    def to_see_to(self) -> str:
        """What somebody is to see to, in words; read ``with_ledger``. The same as the query of this name finds."""
        if self.ended_at or self.case.stage != Stage.ACTIVE:
            return ""
        if self.accepted is None:
            waits = clock.today() - clock.day_of(self.asked_at) >= timedelta(self.policy_answered_within)
            return f"No answer since {in_words(clock.day_of(self.asked_at))}" if waits else ""
        if self.accepted is False:
            return f"Nobody else has been asked since they declined on {in_words(clock.day_of(self.answered_at))}"
        if self.missed_since >= self.policy_missed_in_a_row:
            return f"Contact has stopped: sessions missed in a row: {self.missed_since}"
        if self.unreported:
            return f"Not reported: {self.unreported}, the first agreed for {in_words(self.unreported_since)}"
        if self.delivered < self.sessions and clock.today() - self.quiet_since >= timedelta(self.policy_silent_after):
            return f"Contact has stopped: no session since {in_words(self.quiet_since)}"
        return ""

    def obstacle_when_over(self) -> str:
        if self.ended_at:
            return "This support has ended."
        return self.case.obstacle_to_change()

    def obstacle_to_answering(self) -> str:
        if self.accepted is not None:
            return "This has been answered."
        if obstacle := self.obstacle_when_over():
            return obstacle
        return "" if self.case.stage == Stage.ACTIVE else "This is not asked now: support has stopped for now."

    def obstacle_to_reporting(self) -> str:
        return self.obstacle_when_over() or ("" if self.accepted else "Your agency has not accepted this.")

    def obstacle_to_agreeing(self) -> str:
        return self.obstacle_to_reporting() or (PAUSED if self.is_paused else "")

    def obstacle_to_telling_of_stop(self) -> AlreadyDone | str:
        goes_on = self.ended_at is None and self.case.stage == Stage.ACTIVE
        return AlreadyDone("Support goes on again.") if goes_on else ""

    def obstacle_to_telling(self) -> AlreadyDone | str:
        waits = self.accepted is None and not self.obstacle_when_over()
        return "" if waits else AlreadyDone("It is not asked any more.")


def in_words(day: date) -> str:
    return date_format(day, "j F")
