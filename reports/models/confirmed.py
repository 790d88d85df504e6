"""What was confirmed to go into a summary, one by one, and what of agencies it holds."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Func, IntegerField
from django.db.models.lookups import Exact

from actions.models import Action
from cases.models import (
    CONFIRMED_SINGLY,
    Contribution,
    Intervention,
    Section36Decision,
)
from prevent_cases.audit.records import Record, field_classes
from referrals.models import Referral
from reports.models.case_summary import CaseSummary


@pghistory.track()
class ConfirmedContribution(Record):
    """That whoever asked for a summary confirmed that this piece of health or of the police goes into it."""

    under = "summary"

    summary = models.ForeignKey(CaseSummary, on_delete=models.PROTECT, related_name="confirmed_contributions")
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="+")

    field_classes = field_classes()

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(fields=["summary", "contribution"], name="a_contribution_is_confirmed_once")
        ]
        triggers = [
            pgtrigger.Protect(name="stands", operation=pgtrigger.Update),
            pgtrigger.Trigger(
                name="of_the_same_case",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF NOT EXISTS (
                        SELECT FROM reports_casesummary summary
                        JOIN cases_contribution piece ON piece.case_id = summary.case_id
                        WHERE summary.id = NEW.summary_id AND piece.id = NEW.contribution_id
                    ) THEN
                        RAISE EXCEPTION 'A summary holds what was shared about its own case.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]


@pghistory.track()
class ConfirmedReferral(Record):
    """That whoever asked for a summary confirmed that what health or the police have referred goes into it."""

    under = "summary"

    summary = models.ForeignKey(CaseSummary, on_delete=models.PROTECT, related_name="confirmed_referrals")
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="+")

    field_classes = field_classes()

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["summary", "referral"], name="a_referral_is_confirmed_once")]
        triggers = [
            pgtrigger.Protect(name="stands", operation=pgtrigger.Update),
            pgtrigger.Trigger(
                name="carried_by_the_same_case",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF NOT EXISTS (
                        SELECT FROM reports_casesummary summary
                        JOIN cases_casereferral carried ON carried.case_id = summary.case_id
                        WHERE summary.id = NEW.summary_id AND carried.referral_id = NEW.referral_id
                    ) THEN
                        RAISE EXCEPTION 'A summary holds what was referred of its own case.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]


@pghistory.track()
class ConfirmedItem(Record):
    """That whoever asked for a summary confirmed that one thing goes into it which the police have decided under
    section 36, or health or the police have taken upon them to do, or said of the support that they give.
    """

    under = "summary"

    summary = models.ForeignKey(CaseSummary, on_delete=models.PROTECT, related_name="confirmed_items")
    decision = models.ForeignKey(Section36Decision, on_delete=models.PROTECT, null=True, related_name="+")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, related_name="+")
    intervention = models.ForeignKey(Intervention, on_delete=models.PROTECT, null=True, related_name="+")

    field_classes = field_classes()

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["summary", "decision", "action", "intervention"],
                nulls_distinct=False,
                name="an_item_is_confirmed_once",
            ),
            models.CheckConstraint(
                condition=Exact(
                    Func("decision", "action", "intervention", function="NUM_NONNULLS", output_field=IntegerField()), 1
                ),
                name="a_confirmed_item_is_one_thing",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="stands", operation=pgtrigger.Update),
            pgtrigger.Trigger(
                name="part_of_the_same_case",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF NOT EXISTS (
                        SELECT FROM reports_casesummary WHERE id = NEW.summary_id AND case_id IN (
                            SELECT case_id FROM cases_section36decision WHERE id = NEW.decision_id
                            UNION ALL SELECT case_id FROM actions_action WHERE id = NEW.action_id
                            UNION ALL SELECT case_id FROM cases_intervention WHERE id = NEW.intervention_id
                        )
                    ) THEN
                        RAISE EXCEPTION 'A summary holds what is part of its own case.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]


# Whoever writes: nothing of health or of the police is in a summary that nobody confirmed. Of what was withdrawn it
# says no more than that.
CONFIRMED_FIRST = pgtrigger.Trigger(
    name="confirmed_first",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=f"""
        IF EXISTS (
            SELECT FROM cases_contribution piece JOIN accounts_agency agency ON agency.id = piece.agency_id
            WHERE piece.id = NEW.contribution_id AND piece.withdrawn_at IS NULL
            AND agency.type IN {tuple(each.value for each in CONFIRMED_SINGLY)}
            AND NOT EXISTS (
                SELECT FROM reports_confirmedcontribution confirmed
                WHERE confirmed.summary_id = NEW.summary_id AND confirmed.contribution_id = NEW.contribution_id
            )
        ) THEN
            RAISE EXCEPTION 'What health and the police let go of is confirmed before a summary holds it.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,  # noqa: S608 - of names and values in this code
)


@pghistory.track()
class SummarisedContribution(Record):
    """That a summary holds what an agency shared. Its reader opens it while they may read all that it holds."""

    under = "summary"

    summary = models.ForeignKey(CaseSummary, on_delete=models.PROTECT, related_name="held_contributions")
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="+")

    field_classes = field_classes()

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(fields=["summary", "contribution"], name="a_summary_holds_a_contribution_once")
        ]
        triggers = [pgtrigger.Protect(name="stands", operation=pgtrigger.Update), CONFIRMED_FIRST]
