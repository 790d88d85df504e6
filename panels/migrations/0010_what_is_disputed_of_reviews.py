import django.db.models.deletion
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddField, AlterField, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("panels", "0009_the_day_of_looking_back_follows_from_the_reviews"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="decisiondispute",
            name="stands",
        ),
        # Which item the answered ones are of is written next.
        RemoveTrigger(
            model_name="decisiondispute",
            name="answered_once",
        ),
        RemoveTrigger(
            model_name="decisiondispute",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="decisiondispute",
            name="update_update",
        ),
        AddField(
            model_name="decisiondispute",
            name="item",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.agendaitem"
            ),
        ),
        AddField(
            model_name="decisiondispute",
            name="review",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.review"
            ),
        ),
        AddField(
            model_name="decisiondisputeevent",
            name="item",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="panels.agendaitem",
            ),
        ),
        AddField(
            model_name="decisiondisputeevent",
            name="review",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="panels.review",
            ),
        ),
        AlterField(
            model_name="decisiondispute",
            name="decision",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.decision"
            ),
        ),
        AlterField(
            model_name="decisiondisputeevent",
            name="decision",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="panels.decision",
            ),
        ),
        AddConstraint(
            model_name="decisiondispute",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.Exact(
                    models.Func("decision", "review", function="NUM_NONNULLS", output_field=models.IntegerField()), 1
                ),
                name="a_dispute_is_of_a_decision_or_of_a_review",
            ),
        ),
    ]
