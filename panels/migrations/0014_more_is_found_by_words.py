import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.conf import settings
from django.db import migrations

from prevent_cases.migration_operations import AddIndex


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0038_more_is_found_by_words"),
        ("panels", "0013_nothing_is_listed_or_decided_of_an_ended_case"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AddIndex(
            model_name="review",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector(
                    "from_partners", "reason", "what_follows", config="english"
                ),
                name="reviews_by_words",
            ),
        ),
    ]
