from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint


class Migration(migrations.Migration):
    dependencies = [("cases", "0011_when_ended_cases_are_looked_at")]

    operations = [
        AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("retention_review_on", None)),
                    models.Q(("ended_at__isnull", False), ("retention_review_on__isnull", False)),
                    _connector="OR",
                ),
                name="an_ended_case_has_its_day_of_review",
            ),
        ),
    ]
