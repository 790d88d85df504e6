from django.db import migrations

FORWARDS = """
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
BACKWARDS = """
    DROP TRIGGER exits_with_no_action_open ON cases_case;
    DROP FUNCTION actions_none_open_at_exit();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0002_actions_are_handed_over"),
        ("cases", "0008_plans_of_support"),
    ]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
