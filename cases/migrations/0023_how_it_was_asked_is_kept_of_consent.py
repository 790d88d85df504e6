from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AlterField, RemoveConstraint


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0022_what_health_and_police_referred_is_confirmed"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveConstraint(
            model_name="consent",
            name="an_answer_says_who_asked_in_which_words_and_where_it_is_kept",
        ),
        AlterField(
            model_name="consent",
            name="asked_by",
            field=models.CharField(blank=True, max_length=200),
        ),
        AlterField(
            model_name="consent",
            name="evidence",
            field=models.TextField(blank=True),
        ),
        AlterField(
            model_name="consent",
            name="language",
            field=models.CharField(blank=True, max_length=100),
        ),
        AlterField(
            model_name="consent",
            name="what_was_explained",
            field=models.TextField(blank=True),
        ),
        AlterField(
            model_name="consent",
            name="wording",
            field=models.TextField(blank=True),
        ),
        AlterField(
            model_name="consentevent",
            name="asked_by",
            field=models.CharField(blank=True, max_length=200),
        ),
        AlterField(
            model_name="consentevent",
            name="evidence",
            field=models.TextField(blank=True),
        ),
        AlterField(
            model_name="consentevent",
            name="language",
            field=models.CharField(blank=True, max_length=100),
        ),
        AlterField(
            model_name="consentevent",
            name="what_was_explained",
            field=models.TextField(blank=True),
        ),
        AlterField(
            model_name="consentevent",
            name="wording",
            field=models.TextField(blank=True),
        ),
        AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", "given"), _negated=True),
                    models.Q(
                        ("asked_by", ""),
                        ("wording", ""),
                        ("language", ""),
                        ("evidence", ""),
                        _connector="OR",
                        _negated=True,
                    ),
                    _connector="OR",
                ),
                name="consent_says_who_asked_in_which_words_and_where_it_is_kept",
            ),
        ),
    ]
