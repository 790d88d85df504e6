from django.db import migrations

# Asked at the commit, of a case and of a review: the facts are the end of support and what has been held.
FORWARDS = """
    CREATE FUNCTION panels_day_of_looking_back() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (
            SELECT FROM cases_case looked_at
            WHERE looked_at.id = (to_jsonb(NEW) ->> TG_ARGV[0])::bigint
            AND looked_at.review_after_support_on IS DISTINCT FROM (
                SELECT ((looked_at.ended_at AT TIME ZONE 'Europe/London')::date + make_interval(months => due.months))::date
                FROM (VALUES (6), (12)) due (months)
                WHERE looked_at.stage = 'exited' AND NOT EXISTS (
                    SELECT FROM panels_review held WHERE held.case_id = looked_at.id AND held.months = due.months
                )
                ORDER BY due.months LIMIT 1
            )
        ) THEN
            RAISE EXCEPTION 'The panel looks back 6 and 12 months after support has ended, by what it has held.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER will_be_looked_back_on AFTER INSERT OR UPDATE OF stage, ended_at, review_after_support_on
        ON cases_case DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION panels_day_of_looking_back('id');
    CREATE CONSTRAINT TRIGGER leads_to_the_next AFTER INSERT ON panels_review
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION panels_day_of_looking_back('case_id');
"""
BACKWARDS = """
    DROP TRIGGER leads_to_the_next ON panels_review;
    DROP TRIGGER will_be_looked_back_on ON cases_case;
    DROP FUNCTION panels_day_of_looking_back();
"""


class Migration(migrations.Migration):
    dependencies = [("panels", "0008_when_panels_next_look_back")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
