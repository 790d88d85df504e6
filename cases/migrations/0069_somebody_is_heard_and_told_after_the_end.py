from django.db import migrations

from prevent_cases.migration_operations import RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0068_shares_are_found_by_when"),
    ]

    operations = [
        RemoveTrigger(
            model_name="beingtold",
            name="of_a_live_case",
        ),
        RemoveTrigger(
            model_name="ownaccount",
            name="of_a_live_case",
        ),
    ]
