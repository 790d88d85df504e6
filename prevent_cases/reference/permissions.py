"""Who may see what an area has decided about its own work. Its administrators decide it (``accounts.keep_area``)."""

from prevent_cases.access import Ground, rule
from prevent_cases.reference.models import policies


def of_home_areas(model):
    return Ground(
        "You work in its area.", lambda user: model.objects.filter(area__in=user.posts.home_areas).values("pk")
    )


for policy in policies():
    name = f"{policy._meta.app_label}.view_{policy._meta.model_name}"
    rule(name, on=policy._meta.label, grounds=[of_home_areas(policy)])
