"""What must have been done before a referral stands at some stage, said to the database, whoever writes."""

import pgtrigger

from referrals.models.stages import Stage

# Not of what came with a case: that was done where it was accepted first.
BEGAN_HERE = pgtrigger.Q(new__came_with_case_at__isnull=True)

NEVER_OTHERWISE = [
    pgtrigger.Trigger(
        name="none_ends_unassessed",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("stage") | pgtrigger.Insert,
        condition=pgtrigger.Q(new__stage__in=[Stage.ENDING, Stage.ACCEPTED, Stage.ENDED, Stage.WITHDRAWN]) & BEGAN_HERE,
        func="""
                    IF NOT EXISTS (SELECT FROM referrals_triageassessment WHERE referral_id = NEW.id) THEN
                        RAISE EXCEPTION 'no referral ends or reaches a panel without a short assessment'
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'none_ends_unassessed';
                    END IF;
                    RETURN NEW;
                """,
    ),
    pgtrigger.Trigger(
        name="none_is_accepted_unread",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("stage") | pgtrigger.Insert,
        condition=pgtrigger.Q(new__stage=Stage.ACCEPTED, new__rests_on_lawful_expression=True) & BEGAN_HERE,
        func="""
            IF NOT EXISTS (SELECT FROM referrals_secondreading WHERE referral_id = NEW.id AND read_at IS NOT NULL) THEN
                RAISE EXCEPTION 'what rests on lawful expression reaches no panel without a second reading'
                    USING ERRCODE = 'check_violation', CONSTRAINT = 'none_is_accepted_unread';
            END IF;
            RETURN NEW;
        """,
    ),
]
