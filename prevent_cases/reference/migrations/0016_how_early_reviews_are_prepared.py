from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("reference", "0015_for_how_long_copies_can_be_opened"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AddConstraint(
            model_name="supportpolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(("prepared_before__lte", 90)), name="a_review_is_prepared_in_its_last_months"
            ),
        ),
    ]
