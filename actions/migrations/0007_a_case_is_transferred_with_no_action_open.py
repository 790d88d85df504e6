from django.db import migrations

FORWARDS = """
    CREATE FUNCTION actions_none_open_at_transfer() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (SELECT FROM actions_action WHERE case_id = NEW.id AND done_at IS NULL) THEN
            RAISE EXCEPTION 'A case is transferred with no action open: each is done or handed over.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER transferred_with_no_action_open AFTER UPDATE OF stage ON cases_case
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (OLD.stage IS DISTINCT FROM NEW.stage AND NEW.stage = 'transferred')
        EXECUTE FUNCTION actions_none_open_at_transfer();
"""
BACKWARDS = """
    DROP TRIGGER transferred_with_no_action_open ON cases_case;
    DROP FUNCTION actions_none_open_at_transfer();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0006_recorded_in_error"),
        ("cases", "0018_cases_go_to_other_areas"),
    ]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
