import zoneinfo

import django.db.models.functions.datetime
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AlterField


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0079_plans_of_before_were_offered_when_they_were_made"),
    ]

    operations = [
        AlterField(
            model_name="supportplan",
            name="offered_on",
            field=models.DateField(verbose_name="when the panel offered it"),
        ),
        AlterField(
            model_name="supportplanevent",
            name="offered_on",
            field=models.DateField(verbose_name="when the panel offered it"),
        ),
        AddConstraint(
            model_name="supportplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    offered_on__lte=django.db.models.functions.datetime.TruncDate(
                        "made_at", tzinfo=zoneinfo.ZoneInfo(key="Europe/London")
                    )
                ),
                name="a_support_plan_is_not_offered_later_than_it_is_made",
            ),
        ),
    ]
