from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_give_each_provider_one")]
    operations = [
        AddConstraint(
            model_name="agency",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("type", "provider"), _negated=True),
                    models.Q(("provider_reference", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_provider_has_its_reference",
            ),
        ),
        AddConstraint(
            model_name="agency",
            constraint=models.UniqueConstraint(
                condition=models.Q(("provider_reference", ""), _negated=True),
                fields=("provider_reference",),
                name="a_reference_is_one_providers",
            ),
        ),
    ]
