from django.db import migrations

# As in 0017: but where nothing follows, of which a case says that it is so only as the decision does that ended it.
FUNCTION = """
    CREATE OR REPLACE FUNCTION panels_day_of_looking_back() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (
            SELECT FROM cases_case looked_at
            WHERE looked_at.id = (to_jsonb(NEW) ->> TG_ARGV[0])::bigint
            AND looked_at.review_after_support_on IS DISTINCT FROM (
                SELECT ((looked_at.ended_at AT TIME ZONE 'Europe/London')::date + make_interval(months => due.months))::date
                FROM (VALUES (6), (12)) due (months)
                WHERE looked_at.stage = 'exited' {follows} AND NOT EXISTS (
                    SELECT FROM panels_review held
                    WHERE held.case_id = looked_at.id AND held.months = due.months AND held.in_error_at IS NULL
                )
                ORDER BY due.months LIMIT 1
            )
        ) THEN
            RAISE EXCEPTION 'The panel looks back 6 and 12 months after support has ended, by what it has held.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    END $$;
"""
FORWARDS = """
    CREATE FUNCTION panels_nothing_follows() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NOT EXISTS (
            SELECT FROM (
                SELECT made.end_reason FROM panels_decision made
                JOIN panels_agendaitem item ON item.id = made.item_id WHERE item.case_id = NEW.id
                UNION ALL SELECT end_reason FROM cases_section36decision WHERE case_id = NEW.id
            ) ended
            WHERE ended.end_reason IN (
                SELECT code FROM reference_caseendreason WHERE nothing_follows
                UNION ALL SELECT reference FROM reference_areaendreason WHERE nothing_follows
            )
        ) THEN
            RAISE EXCEPTION 'Nothing follows on a case only as the reason says for which it ended.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER nothing_follows_as_decided AFTER INSERT OR UPDATE OF nothing_follows
        ON cases_case DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.nothing_follows)
        EXECUTE FUNCTION panels_nothing_follows();
"""
BACKWARDS = "DROP TRIGGER nothing_follows_as_decided ON cases_case; DROP FUNCTION panels_nothing_follows();"


class Migration(migrations.Migration):
    dependencies = [("panels", "0023_where_nothing_follows_nobody_says_what_changed")]
    operations = [
        migrations.RunSQL(
            FUNCTION.format(follows="AND NOT looked_at.nothing_follows") + FORWARDS,
            BACKWARDS + FUNCTION.format(follows=""),
        )
    ]
