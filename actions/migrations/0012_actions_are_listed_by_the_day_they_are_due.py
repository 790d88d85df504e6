from django.db import migrations, models

from prevent_cases.migration_operations import AddIndex


class Migration(migrations.Migration):
    dependencies = [("actions", "0011_a_case_ends_with_no_action_open_whoever_ends_it")]
    operations = [
        AddIndex(
            model_name="action",
            index=models.Index(
                condition=models.Q(("done_at", None)), fields=["due_on", "id"], name="actions_to_do_by_day"
            ),
        ),
    ]
