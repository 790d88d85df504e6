"""What was confirmed, one by one, to go over with a case to another area."""

import pghistory
import pgtrigger
from django.db import models

from cases.models.contributions import Contribution, Mark
from cases.models.section36 import DecidedAs, Section36Decision
from cases.models.transfer import CaseTransfer
from prevent_cases.audit.records import Record, field_classes
from referrals.models import Referral


@pghistory.track()
class TransferredContribution(Record):
    """That whoever offered a case confirmed that this piece of what an agency shared goes over with it."""

    under = "transfer"

    transfer = models.ForeignKey(CaseTransfer, on_delete=models.PROTECT, related_name="pieces_ticked")
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="+")

    field_classes = field_classes()

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(fields=["transfer", "contribution"], name="a_piece_goes_over_once"),
        ]
        triggers = [
            pgtrigger.Protect(name="stands", operation=pgtrigger.Update),
            pgtrigger.Trigger(
                name="for_all_members_of_its_case",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=f"""
                    IF NOT EXISTS (
                        SELECT FROM cases_casetransfer transfer
                        JOIN cases_contribution piece ON piece.case_id = transfer.case_id
                        WHERE transfer.id = NEW.transfer_id AND transfer.outcome = '' AND transfer.signed_at IS NULL
                        AND piece.id = NEW.contribution_id
                        AND piece.mark = '{Mark.ALL_MEMBERS.value}' AND piece.withdrawn_at IS NULL
                    ) THEN
                        RAISE EXCEPTION 'What goes over was shared for all members, and was signed off with it.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]


@pghistory.track()
class TransferredReferral(Record):
    """That whoever offered a case confirmed that what health or the police have referred goes over with it."""

    under = "transfer"

    transfer = models.ForeignKey(CaseTransfer, on_delete=models.PROTECT, related_name="referrals_ticked")
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="+")

    field_classes = field_classes()

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(fields=["transfer", "referral"], name="a_referral_is_confirmed_once_to_go_over"),
        ]
        triggers = [
            pgtrigger.Protect(name="stands", operation=pgtrigger.Update),
            pgtrigger.Trigger(
                name="carried_by_its_case",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF NOT EXISTS (
                        SELECT FROM cases_casetransfer transfer
                        JOIN cases_casereferral carried ON carried.case_id = transfer.case_id
                        WHERE transfer.id = NEW.transfer_id AND transfer.outcome = '' AND transfer.signed_at IS NULL
                        AND carried.referral_id = NEW.referral_id
                    ) THEN
                        RAISE EXCEPTION 'What was referred goes over with the case that carries it, and was signed off.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]


@pghistory.track()
class TransferredDecision(Record):
    """That whoever offered a case confirmed that a section 36 decision of the police goes over with it."""

    under = "transfer"

    transfer = models.ForeignKey(CaseTransfer, on_delete=models.PROTECT, related_name="decisions_ticked")
    decision = models.ForeignKey(Section36Decision, on_delete=models.PROTECT, related_name="+")

    field_classes = field_classes()

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(fields=["transfer", "decision"], name="a_decision_is_confirmed_once_to_go_over"),
        ]
        triggers = [
            pgtrigger.Protect(name="stands", operation=pgtrigger.Update),
            pgtrigger.Trigger(
                name="of_the_police_in_its_case",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=f"""
                    IF NOT EXISTS (
                        SELECT FROM cases_casetransfer transfer
                        JOIN cases_section36decision decision ON decision.case_id = transfer.case_id
                        WHERE transfer.id = NEW.transfer_id AND transfer.outcome = '' AND transfer.signed_at IS NULL
                        AND decision.id = NEW.decision_id AND decision.decided_as = '{DecidedAs.POLICE.value}'
                    ) THEN
                        RAISE EXCEPTION 'What the police decided goes over with its case, and was signed off with it.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]
