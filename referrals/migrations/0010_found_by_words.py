import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0009_own_words_and_disputes"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="concernentry",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("text", config="english"), name="concern_entries_by_words"
            ),
        ),
    ]
