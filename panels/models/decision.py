"""What a panel concluded on an item, how, and why."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format

from cases.models.ended import names_an_end_reason, of_a_live_case
from cases.models.in_error import ONLY_SAID_IN_ERROR, MayBeInError
from panels.judgements import AFTER_SUPPORT, ENDS, WITHOUT_SUPPORT, ChangeSinceStart, Judgement, Reached
from panels.models.meetings import AgendaItem
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import field_classes
from prevent_cases.reference.models import (
    NAMES_A_SERVICE,
    end_reason_in_words,
    onward_service_in_words,
)

# Section 36(3): such a panel assesses those whom the police or the council have reasonable grounds to refer to it.
# Asked at the commit, whoever writes and in whatever order.
CHANNEL_DECIDES_ONLY_AFTER_SECTION_36 = pgtrigger.Trigger(
    name="channel_decides_only_after_section_36",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.Update,
    timing=pgtrigger.Deferred,
    func="""
        IF EXISTS (
            SELECT FROM panels_agendaitem item
            JOIN panels_meeting meeting ON meeting.id = item.meeting_id
            JOIN accounts_panel panel ON panel.id = meeting.panel_id
            JOIN panels_decision made ON made.item_id = item.id AND made.in_error_at IS NULL
            WHERE item.id = NEW.item_id AND panel.acts_as_channel AND NOT EXISTS (
                SELECT FROM cases_section36decision decision
                JOIN cases_casereferral carried
                    ON carried.referral_id = decision.referral_id AND carried.case_id = decision.case_id
                WHERE decision.case_id = item.case_id AND decision.reasonable_grounds
                AND decision.in_error_at IS NULL
            )
        ) THEN
            RAISE EXCEPTION 'A panel acting as Channel decides on a case only after a section 36 decision with grounds.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    """,
)


# The police see to nothing of which they do not know: at a panel that does not act as Channel too. Asked at the commit.
POLICE_LEAD_WHERE_THEY_WERE_THERE = pgtrigger.Trigger(
    name="police_lead_where_they_were_there",
    when=pgtrigger.After,
    operation=pgtrigger.Insert,
    timing=pgtrigger.Deferred,
    condition=pgtrigger.Q(new__judgement=Judgement.POLICE_LED),
    func="""
        IF NOT EXISTS (
            SELECT FROM panels_agendaitem item
            JOIN cases_case taken ON taken.id = item.case_id
            JOIN panels_attendance there ON there.meeting_id = item.meeting_id AND there.presence = 'present'
                AND there.in_error_at IS NULL
            JOIN accounts_agency agency ON agency.id = there.agency_id
            WHERE item.id = NEW.item_id AND agency.type = 'police' AND agency.area_id = taken.area_id
        ) THEN
            RAISE EXCEPTION 'A case becomes police-led only where the police of the person''s home area are present.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    """,
)

# Support does not go on out of sight: the plan by which it does is looked at again on the day that was decided.
GOES_ON_UNTIL_IT_IS_LOOKED_AT = pgtrigger.Trigger(
    name="goes_on_until_it_is_looked_at",
    when=pgtrigger.After,
    operation=pgtrigger.Insert,
    timing=pgtrigger.Deferred,
    condition=pgtrigger.Q(new__judgement=Judgement.REMAIN),
    func="""
        IF NEW.looks_again_on <= (NEW.decided_at AT TIME ZONE 'Europe/London')::date
        -- By now it may have been looked at again, and go on until a later day.
        OR NEW.looks_again_on > coalesce((
            SELECT plan.review_on FROM cases_supportplan plan JOIN panels_agendaitem item ON item.case_id = plan.case_id
            WHERE item.id = NEW.item_id AND plan.in_error_at IS NULL ORDER BY plan.id DESC LIMIT 1
        ), '-infinity') THEN
            RAISE EXCEPTION 'Support goes on until a day to come, on which its plan is looked at again.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    """,
)

# Nor is it withdrawn without anybody looking again.
ASSESSED_ANEW_ON_A_DAY_TO_COME = pgtrigger.Trigger(
    name="assessed_anew_on_a_day_to_come",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    condition=pgtrigger.Q(new__judgement=Judgement.WITHDRAW),
    func="""
        IF NEW.reassess_on <= (NEW.decided_at AT TIME ZONE 'Europe/London')::date THEN
            RAISE EXCEPTION 'Where support is withdrawn, the panel assesses anew on a day to come.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)

# Where nothing follows nobody says how things stand now.
SAYS_WHAT_CHANGED = pgtrigger.Trigger(
    name="says_what_changed",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    condition=pgtrigger.Q(new__judgement__in=AFTER_SUPPORT, new__change_since_start="")
    & ~pgtrigger.Q(new__end_reason=""),
    func="""
        IF NOT EXISTS (SELECT FROM reference_caseendreason WHERE code = NEW.end_reason AND nothing_follows)
            AND NOT EXISTS (SELECT FROM reference_areaendreason WHERE reference = NEW.end_reason AND nothing_follows)
        THEN
            RAISE EXCEPTION 'Where support has ended, it is said what changed and why, unless nothing follows.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)

OF_ITS_ITEM = "SELECT case_id FROM panels_agendaitem WHERE id = NEW.item_id"

# What a deferral says.
AWAITED = ("awaited", "awaited_from", "awaited_by")

# The words by which it is found.
DECISION_WORDS = SearchVector("rationale", "dissent", config="english")


@pghistory.track()
class Decision(MayBeInError):
    """What the panel concluded on an item, how, and why."""

    under = "item"

    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="decision")
    judgement = models.CharField(max_length=20, choices=Judgement)
    reached = models.CharField(max_length=10, choices=Reached)
    rationale = models.TextField()
    dissent = models.TextField(blank=True)
    # Why the case ends, where it does. It was not asked before the constraint below.
    end_reason = models.CharField(max_length=20, blank=True)
    # Section 36(4)(f) read with (6): where no support is offered, health or social care is considered.
    health_or_care = models.TextField(blank=True)
    # Who helps instead, and what was arranged with them; as at the front door.
    onward_service = models.CharField(max_length=20, blank=True)
    arranged = models.TextField(blank=True)
    # What the panel waits for. It was not asked of deferrals before the constraint below.
    awaited = models.TextField(blank=True)
    awaited_from = models.CharField(max_length=300, blank=True)
    awaited_by = models.DateField(null=True)
    # When the panel looks at support again that goes on. Asked like that since there is the constraint below.
    looks_again_on = models.DateField(null=True)
    # When the panel assesses anew, where it withdraws support.
    reassess_on = models.DateField(null=True)
    # Where support has ended, and only then. It was not asked at exits before the constraint below: it is not valid
    # for their rows.
    change_since_start = models.CharField(max_length=10, choices=ChangeSinceStart, blank=True)
    change_reason = models.TextField(blank=True)
    decided_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = MayBeInError.field_classes | field_classes(
        public="reached decided_at awaited_by looks_again_on reassess_on",
        special="judgement rationale dissent end_reason health_or_care onward_service arranged awaited awaited_from "
        "change_since_start change_reason",
    )
    searched: ClassVar = DECISION_WORDS

    class Meta(MayBeInError.Meta):
        constraints = [
            *MayBeInError.Meta.constraints,
            models.CheckConstraint(condition=~Q(rationale=""), name="a_panel_decision_has_its_rationale"),
            models.CheckConstraint(
                condition=Q(in_error_at__isnull=False)  # Also one from before this was asked.
                | (Q(judgement__in=ENDS) & ~Q(end_reason=""))
                | (~Q(judgement__in=ENDS) & Q(end_reason="")),
                name="a_decision_that_ends_a_case_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(judgement__in=WITHOUT_SUPPORT) | ~Q(health_or_care=""),
                name="no_support_only_with_health_or_care_considered",
            ),
            models.CheckConstraint(
                condition=Q(reached=Reached.UNANIMOUS) | ~Q(dissent=""), name="dissent_is_recorded_where_not_all_agreed"
            ),
            models.CheckConstraint(
                condition=(
                    Q(judgement__in=AFTER_SUPPORT, change_since_start__in=ChangeSinceStart.values)
                    & ~Q(change_reason="")
                )
                | (Q(judgement__in=AFTER_SUPPORT, change_since_start="", change_reason="") & ~Q(end_reason=""))
                | (~Q(judgement__in=AFTER_SUPPORT) & Q(change_since_start="", change_reason="")),
                name="exit_and_only_exit_says_what_changed_and_why",
            ),
            models.CheckConstraint(
                condition=(Q(judgement=Judgement.REFER_ELSEWHERE) & ~Q(onward_service="") & ~Q(arranged=""))
                | (~Q(judgement=Judgement.REFER_ELSEWHERE) & Q(onward_service="", arranged="")),
                name="elsewhere_says_who_helps_and_what_was_arranged",
            ),
            models.CheckConstraint(
                condition=Q(in_error_at__isnull=False)  # Also one from before this was asked.
                | (Q(judgement=Judgement.DEFER, awaited_by__isnull=False) & ~Q(awaited="") & ~Q(awaited_from=""))
                | (~Q(judgement=Judgement.DEFER) & Q(awaited="", awaited_from="", awaited_by=None)),
                name="a_deferral_says_what_is_awaited_from_whom_by_when",
            ),
            models.CheckConstraint(
                condition=Q(in_error_at__isnull=False)  # Also one from before this was asked.
                | Q(judgement=Judgement.REMAIN, looks_again_on__isnull=False)
                | (~Q(judgement=Judgement.REMAIN) & Q(looks_again_on=None)),
                name="support_goes_on_until_it_is_looked_at_again",
            ),
            models.CheckConstraint(
                condition=Q(judgement=Judgement.WITHDRAW, reassess_on__isnull=False)
                | (~Q(judgement=Judgement.WITHDRAW) & Q(reassess_on=None)),
                name="support_is_withdrawn_until_a_day",
            ),
        ]
        indexes = [GinIndex(DECISION_WORDS, name="decisions_by_words")]
        triggers = [
            of_a_live_case(case=OF_ITS_ITEM),
            *ONLY_SAID_IN_ERROR,
            CHANNEL_DECIDES_ONLY_AFTER_SECTION_36,
            POLICE_LEAD_WHERE_THEY_WERE_THERE,
            SAYS_WHAT_CHANGED,
            GOES_ON_UNTIL_IT_IS_LOOKED_AT,
            ASSESSED_ANEW_ON_A_DAY_TO_COME,
            NAMES_A_SERVICE,
            names_an_end_reason(case=OF_ITS_ITEM),
        ]

    def get_onward_service_display(self) -> str:
        return onward_service_in_words(self.onward_service)

    def get_end_reason_display(self) -> str:
        return end_reason_in_words(self.end_reason)

    @property
    def judgement_words(self) -> str:
        words = self.get_judgement_display()
        return f"{words} (recorded in error)" if self.in_error_at else words

    @property
    def ends_support(self) -> bool:
        return self.judgement in AFTER_SUPPORT

    @property
    def beside_its_reasons(self) -> list[tuple[str, str]]:
        """What it says beside its reasons, each under its heading."""
        change = f"{self.change_words}\n{self.change_reason}".strip() if self.ends_support else ""
        service = self.get_onward_service_display()
        next_look, anew = (date_format(day, "j F Y") if day else "" for day in (self.looks_again_on, self.reassess_on))
        said = (
            ("When the panel looks at support again", next_look),
            ("When the panel assesses anew", anew),
            ("What the panel waits for", self.awaited_words),
            ("Why the case ended", self.get_end_reason_display()),
            ("Health or social care", self.health_or_care),
            ("Who helps instead", f"{service}\n{self.arranged}".strip()),
            ("Against the start of support", change),
        )
        return [(heading, words) for heading, words in said if words]

    @property
    def further(self) -> list[tuple[str, str]]:
        """The same with why it was recorded in error."""
        error = [("Recorded in error", self.in_error_reason)] if self.in_error_at else []
        return error + self.beside_its_reasons

    @property
    def awaited_words(self) -> str:
        if not self.awaited:
            return ""
        return f"{self.awaited}\nFrom whom: {self.awaited_from}\nBy {date_format(self.awaited_by, 'j F Y')}"

    @property
    def awaited_briefly(self) -> str:
        return f"By {date_format(self.awaited_by, 'j F Y')}, from: {self.awaited_from}"

    @property
    def is_overdue(self) -> bool:
        return bool(self.awaited_by) and self.awaited_by < clock.today()

    @property
    def change_words(self) -> str:
        """How it stood at exit, against the start of support."""
        return self.get_change_since_start_display() or ("Not asked" if self.end_reason else "Not asked at that time")


def waiting_deferrals() -> models.QuerySet[Decision]:
    """What panels wait for, in live cases on which none has decided anything since: also where its day has passed."""
    since = Decision.objects.standing().filter(item__case=models.OuterRef("item__case"), pk__gt=models.OuterRef("pk"))
    put_off = Decision.objects.standing().filter(judgement=Judgement.DEFER, awaited_by__isnull=False)
    return put_off.filter(~models.Exists(since), item__case__ended_at=None)


def deferrals_before(case: object, starts_at: object) -> models.QuerySet[Decision]:
    """What panels waited for at meetings about a case before one, the last one first."""
    put_off = Decision.objects.standing().filter(item__case=case, judgement=Judgement.DEFER)
    return put_off.filter(item__meeting__starts_at__lt=starts_at).order_by("-pk")


def earlier_deferrals(item: AgendaItem) -> models.QuerySet[Decision]:
    return deferrals_before(item.case_id, item.meeting.starts_at)
