"""A referral that had left a case was moved from it: what it was before stands in its events alone.

The rows written here have events of their own, as every row has, but no entry: nobody did this.
"""

from django.db import migrations

WHAT_LEFT = """
    WITH known AS (
        SELECT pgh_id, case_id, referral_id, joined_at,
            lead(case_id) OVER next AS next_case_id, lead(joined_at) OVER next AS left_at
        FROM cases_casereferralevent WINDOW next AS (PARTITION BY pgh_obj_id ORDER BY pgh_id)
    )
    INSERT INTO cases_carriedbefore (reference, case_id, referral_id, joined_at, left_at)
    SELECT
        -- As ``new_reference`` makes one: by ten bytes of what is drawn for each.
        (SELECT string_agg(substr('23456789BCDFGHJKLMNPQRSTVWXYZ', 1 + get_byte(drawn.bytes, place) % 29, 1), '')
        FROM generate_series(0, 9) place),
        case_id, referral_id, joined_at, left_at
    FROM known, LATERAL (SELECT sha256(uuid_send(gen_random_uuid())) AS bytes WHERE known.pgh_id > 0) drawn
    WHERE next_case_id <> case_id
    ORDER BY pgh_id
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0081_what_a_case_carried_before")]
    operations = [migrations.RunSQL(WHAT_LEFT, migrations.RunSQL.noop)]
