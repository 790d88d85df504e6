import django.db.models.deletion
from django.db import migrations, models

from prevent_cases.migration_operations import AlterField


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0031_what_worried_is_read_where_the_support_was"),
    ]

    operations = [
        AlterField(
            model_name="urgentconcern",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="urgent_concerns", to="cases.case"
            ),
        ),
        AlterField(
            model_name="urgentconcernevent",
            name="case",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.case",
            ),
        ),
    ]
