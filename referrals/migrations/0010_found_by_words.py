import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations

from prevent_cases.migration_operations import AddIndex


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0009_own_words_and_disputes"),
    ]

    operations = [
        AddIndex(
            model_name="concernentry",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("text", config="english"), name="concern_entries_by_words"
            ),
        ),
    ]
