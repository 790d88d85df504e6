"""A live case of a panel that does not act as Channel awaits its panel, and no section 36 decision."""

from django.db import migrations

EARLIER = """
    UPDATE cases_case SET
        awaits_section36 = false,
        stage = CASE stage WHEN 'information_gathering' THEN 'awaiting_panel' ELSE stage END
    FROM accounts_panel panel
    WHERE panel.id = cases_case.panel_id AND NOT panel.acts_as_channel AND cases_case.ended_at IS NULL
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_earlier_channel_panels_act_as_channel"),
        ("cases", "0005_the_panel_says_where_a_case_begins"),
    ]
    operations = [migrations.RunSQL(EARLIER, migrations.RunSQL.noop)]
