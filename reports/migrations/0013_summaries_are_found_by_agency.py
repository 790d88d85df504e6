from django.db import migrations, models

from prevent_cases.migration_operations import AddIndex


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("cases", "0068_shares_are_found_by_when"),
        ("reports", "0012_who_acknowledged_what_was_shared"),
    ]

    operations = [
        AddIndex(
            model_name="casesummary",
            index=models.Index(
                condition=models.Q(("handed_to__isnull", False)),
                fields=["handed_to", "open_until"],
                name="summaries_of_an_agency",
            ),
        ),
    ]
