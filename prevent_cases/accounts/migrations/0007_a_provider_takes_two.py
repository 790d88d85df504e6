from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, RemoveConstraint


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_providers_posts_take_two"),
    ]

    operations = [
        RemoveConstraint(
            model_name="post",
            name="a_post_that_sees_cases_takes_two",
        ),
        AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("confirmed_at__isnull", False),
                        (
                            "kind__in",
                            [
                                "safeguarding_lead",
                                "representative",
                                "front_door",
                                "coordinator",
                                "organiser",
                                "chair",
                                "deputy",
                                "gateway_officer",
                                "gateway_supervisor",
                                "governance_lead",
                                "provider",
                            ],
                        ),
                        _negated=True,
                    ),
                    ("confirmed_by__isnull", False),
                    _connector="OR",
                ),
                name="a_post_that_sees_cases_takes_two",
            ),
        ),
    ]
