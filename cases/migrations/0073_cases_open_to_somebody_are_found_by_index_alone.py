from django.db import migrations, models

from prevent_cases.migration_operations import AddIndex, RemoveIndex

LIVE = ("information_gathering", "awaiting_panel", "consent_pending", "active")


class Migration(migrations.Migration):
    dependencies = [("cases", "0072_a_case_keeps_to_its_ways")]

    operations = [
        AddIndex(
            model_name="case",
            index=models.Index(condition=models.Q(("stage__in", LIVE)), fields=["-id"], name="live_cases"),
        ),
        RemoveIndex(model_name="casegrouppermission", name="cases_open_to_a_group"),
        AddIndex(
            model_name="casegrouppermission",
            index=models.Index(
                fields=["group", "permission", "-content_object"], include=("until",), name="cases_open_to_a_group"
            ),
        ),
        RemoveIndex(model_name="caseuserpermission", name="cases_open_to_a_person"),
        AddIndex(
            model_name="caseuserpermission",
            index=models.Index(
                fields=["user", "permission", "-content_object"], include=("until",), name="cases_open_to_a_person"
            ),
        ),
    ]
