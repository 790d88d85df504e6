from django.db import migrations

# Also by a section 36 decision without grounds: what agencies agreed to do is not forgotten with it.
FORWARDS = """
    CREATE OR REPLACE FUNCTION actions_none_open_at_end() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (SELECT FROM actions_action WHERE case_id = NEW.id AND done_at IS NULL) THEN
            RAISE EXCEPTION 'A case ends with no action open: each is done or handed over.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    END $$;
"""
BACKWARDS = """
    CREATE OR REPLACE FUNCTION actions_none_open_at_end() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (SELECT FROM actions_action WHERE case_id = NEW.id AND done_at IS NULL) AND (
            NEW.stage = 'exited'
            OR EXISTS (SELECT FROM accounts_panel panel WHERE panel.id = NEW.panel_id AND NOT panel.acts_as_channel)
            OR EXISTS (
                SELECT FROM cases_section36decision decision
                JOIN cases_casereferral carried
                    ON carried.referral_id = decision.referral_id AND carried.case_id = decision.case_id
                WHERE decision.case_id = NEW.id AND decision.reasonable_grounds AND decision.in_error_at IS NULL
            )
        ) THEN
            RAISE EXCEPTION 'A case ends with no action open: each is done or handed over.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("actions", "0010_a_case_ends_with_no_action_open")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
