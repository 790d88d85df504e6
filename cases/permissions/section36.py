"""Who decides under section 36."""

from cases.models import Section36Decision
from cases.permissions.case import coordinated, seen_with_case, shared_with_police
from prevent_cases.access import Ground, rule
from prevent_cases.reference.models import Section36Policy


def where_authorised(user):
    authorised = Section36Policy.objects.in_force().filter(council_decides=True).values("area")
    return coordinated(user).filter(area__in=authorised)


decide_section36 = rule(
    "cases.decide_section36",
    on="cases.Case",
    grounds=[
        Ground("It is shared with the police, and you decide for them.", shared_with_police),
        Ground("The council has authorised its coordinators to decide.", where_authorised),
    ],
)
view_section36decision = rule(
    "cases.view_section36decision", on="cases.Section36Decision", grounds=[seen_with_case(Section36Decision)]
)
