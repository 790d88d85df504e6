from django.db import migrations

# A case ended with its last decision that stands: of its panel, or under section 36.
ENDED_FOR = """
    CREATE FUNCTION panels_ended_for(ended bigint) RETURNS varchar LANGUAGE sql STABLE AS $$
        SELECT decision.end_reason FROM (
            SELECT made.end_reason, made.decided_at FROM panels_decision made
            JOIN panels_agendaitem item ON item.id = made.item_id
            WHERE item.case_id = ended AND made.in_error_at IS NULL
            UNION ALL SELECT end_reason, coalesce(checked_at, decided_at) FROM cases_section36decision
            WHERE case_id = ended AND in_error_at IS NULL AND stands
        ) decision
        WHERE decision.end_reason <> '' ORDER BY decision.decided_at DESC LIMIT 1
    $$;
"""
FUNCTION = """
    CREATE OR REPLACE FUNCTION panels_nothing_follows() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NOT EXISTS (
            SELECT FROM ({decided}) ended WHERE ended.end_reason IN (
                SELECT code FROM reference_caseendreason WHERE nothing_follows
                UNION ALL SELECT reference FROM reference_areaendreason WHERE nothing_follows
            )
        ) THEN
            RAISE EXCEPTION 'Nothing follows on a case only as the reason says for which it ended.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    END $$;
"""
WITH_WHICH_IT_ENDED = "SELECT panels_ended_for(NEW.id) AS end_reason"
# As in 0024.
ANY = """
    SELECT made.end_reason FROM panels_decision made
    JOIN panels_agendaitem item ON item.id = made.item_id WHERE item.case_id = NEW.id
    UNION ALL SELECT end_reason FROM cases_section36decision WHERE case_id = NEW.id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0065_factors_briefs_and_hand_overs_can_be_disputed_and_found"),
        ("panels", "0024_no_panel_looks_back_where_nothing_follows"),
        ("reference", "0026_nothing_follows_after_a_death"),
    ]
    operations = [
        migrations.RunSQL(
            ENDED_FOR + FUNCTION.format(decided=WITH_WHICH_IT_ENDED),
            FUNCTION.format(decided=ANY) + "DROP FUNCTION panels_ended_for(bigint);",
        )
    ]
