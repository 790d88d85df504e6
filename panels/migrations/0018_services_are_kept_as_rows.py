import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddTrigger, AlterField, RemoveConstraint


class Migration(migrations.Migration):
    dependencies = [
        ("reference", "0021_services_of_all_areas"),
        ("panels", "0017_a_review_in_error_is_due_again"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveConstraint(
            model_name="decision",
            name="elsewhere_says_who_helps_and_what_was_arranged",
        ),
        AlterField(
            model_name="decision",
            name="onward_service",
            field=models.CharField(blank=True, max_length=20),
        ),
        AlterField(
            model_name="decisionevent",
            name="onward_service",
            field=models.CharField(blank=True, max_length=20),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="names_a_service",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (NEW.\"onward_service\" = ''))",
                    func="\n        IF NOT EXISTS (SELECT FROM reference_onwardservice WHERE code = NEW.onward_service)\n            AND NOT EXISTS (SELECT FROM reference_areaonwardservice WHERE reference = NEW.onward_service)\n        THEN\n            RAISE EXCEPTION 'Whoever helps instead is one of the services that are kept.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="30ef91e6c6723e89ccc53ea168c2760645e156de",
                    operation="INSERT",
                    pgid="pgtrigger_names_a_service_ba6b7",
                    table="panels_decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("judgement", "refer_elsewhere"),
                        models.Q(("onward_service", ""), _negated=True),
                        models.Q(("arranged", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("judgement", "refer_elsewhere"), _negated=True),
                        ("arranged", ""),
                        ("onward_service", ""),
                    ),
                    _connector="OR",
                ),
                name="elsewhere_says_who_helps_and_what_was_arranged",
            ),
        ),
    ]
