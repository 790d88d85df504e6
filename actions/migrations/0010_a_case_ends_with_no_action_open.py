from django.db import migrations

# However a panel ends it. A section 36 decision without grounds waits for nobody's action: no referral is left on which
# its panel, acting as Channel, could decide.
FORWARDS = """
    DROP TRIGGER exits_with_no_action_open ON cases_case;
    DROP FUNCTION actions_none_open_at_exit();
    CREATE FUNCTION actions_none_open_at_end() RETURNS trigger LANGUAGE plpgsql AS $$
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
    CREATE CONSTRAINT TRIGGER ends_with_no_action_open AFTER UPDATE OF stage ON cases_case
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (
            OLD.stage IS DISTINCT FROM NEW.stage
            AND NEW.stage IN ('exited', 'no_further_action', 'referred_elsewhere', 'police_led')
        )
        EXECUTE FUNCTION actions_none_open_at_end();
"""
BACKWARDS = """
    DROP TRIGGER ends_with_no_action_open ON cases_case;
    DROP FUNCTION actions_none_open_at_end();
    CREATE FUNCTION actions_none_open_at_exit() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (SELECT FROM actions_action WHERE case_id = NEW.id AND done_at IS NULL) THEN
            RAISE EXCEPTION 'A case exits with no action open: each is done or handed over.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER exits_with_no_action_open AFTER UPDATE OF stage ON cases_case
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (OLD.stage IS DISTINCT FROM NEW.stage AND NEW.stage = 'exited')
        EXECUTE FUNCTION actions_none_open_at_exit();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0009_what_is_disputed_of_actions"),
        ("cases", "0044_more_can_be_said_to_be_in_error"),
    ]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
