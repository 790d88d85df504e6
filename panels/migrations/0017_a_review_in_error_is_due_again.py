from django.db import migrations

# As in 0009: what was held counts unless somebody has said that it was recorded in error.
FUNCTION = """
    CREATE OR REPLACE FUNCTION panels_day_of_looking_back() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (
            SELECT FROM cases_case looked_at
            WHERE looked_at.id = (to_jsonb(NEW) ->> TG_ARGV[0])::bigint
            AND looked_at.review_after_support_on IS DISTINCT FROM (
                SELECT ((looked_at.ended_at AT TIME ZONE 'Europe/London')::date + make_interval(months => due.months))::date
                FROM (VALUES (6), (12)) due (months)
                WHERE looked_at.stage = 'exited' AND NOT EXISTS (
                    SELECT FROM panels_review held
                    WHERE held.case_id = looked_at.id AND held.months = due.months {standing}
                )
                ORDER BY due.months LIMIT 1
            )
        ) THEN
            RAISE EXCEPTION 'The panel looks back 6 and 12 months after support has ended, by what it has held.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    END $$;
    DROP TRIGGER leads_to_the_next ON panels_review;
    CREATE CONSTRAINT TRIGGER leads_to_the_next AFTER INSERT {or_update} ON panels_review
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION panels_day_of_looking_back('case_id');
"""
FORWARDS = FUNCTION.format(standing="AND held.in_error_at IS NULL", or_update="OR UPDATE OF in_error_at")
BACKWARDS = FUNCTION.format(standing="", or_update="")


class Migration(migrations.Migration):
    dependencies = [("panels", "0016_decisions_and_reviews_can_be_in_error")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
