from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddIndex


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("cases", "0056_nobody_known_by_an_age_alone_is_taken_for_a_child"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AddIndex(
            model_name="share",
            index=models.Index(
                condition=models.Q(("colleague", None), ("ended_at", None), ("until", None)),
                fields=["case"],
                name="shares_without_a_last_day",
            ),
        ),
    ]
