from django.db import migrations, models

from prevent_cases.migration_operations import AddIndex


class Migration(migrations.Migration):
    dependencies = [("cases", "0070_what_comes_is_noted_after_the_end")]

    operations = [
        AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("stage", "police_led")),
                fields=["panel", "-ended_at"],
                name="cases_led_by_the_police",
            ),
        ),
    ]
