from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddIndex


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0035_a_brief_is_shared_as_agreed"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AddIndex(
            model_name="beingtold",
            index=models.Index(
                condition=models.Q(("in_error_at", None), ("told", False)),
                fields=["ask_again_on"],
                name="not_told_by_day",
            ),
        ),
    ]
