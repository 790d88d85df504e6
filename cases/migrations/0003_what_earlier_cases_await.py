"""Cases from before await a decision if they are live and carry a referral on which none was made."""

from django.db import migrations

EARLIER = """
    UPDATE cases_case SET awaits_section36 = ended_at IS NULL AND EXISTS (
        SELECT FROM cases_casereferral carried
        WHERE carried.case_id = cases_case.id AND NOT EXISTS (
            SELECT FROM cases_section36decision decision
            WHERE decision.case_id = carried.case_id AND decision.referral_id = carried.referral_id
        )
    )
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_cases_say_what_they_await")]
    operations = [migrations.RunSQL(EARLIER, migrations.RunSQL.noop)]
