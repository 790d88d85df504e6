from django.db import migrations, models

from prevent_cases.migration_operations import AddIndex


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0067_what_takes_two_is_made_before_it_is_signed"),
    ]

    operations = [
        AddIndex(
            model_name="share",
            index=models.Index(
                condition=models.Q(("ended_at", None), ("until__isnull", False)),
                fields=["until"],
                name="shares_by_their_last_day",
            ),
        ),
        AddIndex(
            model_name="share",
            index=models.Index(condition=models.Q(("ended_at", None)), fields=["shared_at"], name="shares_since_when"),
        ),
    ]
