"""Who decides under section 36, and who signs where a case ends with it.

For the police their gateway supervisor signs, as what their gateway answers. For the council it is the chair of the
panel or the deputy, and no other officer whom it authorised: many councils have authorised one alone, and no case would
end there; and the chair answers for what comes before the panel (section 37).
"""

from cases.models import DecidedAs, Section36Decision
from cases.permissions.case import chaired, coordinated, seen_with_case, shared_with_agency, shared_with_police
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.posts import PostKind
from prevent_cases.reference.models import Section36Policy
from referrals.permissions.gateway import police


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


def to_sign_by(user, decided_as, cases):
    """Those of these cases that are to end with a decision of somebody else."""
    made = Section36Decision.objects.to_sign().filter(decided_as=decided_as).exclude(decided_by=user)
    return made.filter(case__in=cases).values("case")


def supervised(user):
    groups = [agency.group for agency in police(user, PostKind.GATEWAY_SUPERVISOR)]
    return to_sign_by(user, DecidedAs.POLICE, shared_with_agency(user).filter(group__in=groups))


sign_section36 = rule(
    "cases.sign_section36",
    on="cases.Case",
    grounds=[
        Ground("The police decided on it, and you supervise their gateway.", supervised),
        Ground(
            "The council decided on it, and you chair its panel.",
            lambda user: to_sign_by(user, DecidedAs.COUNCIL, chaired(user)),
        ),
    ],
)
view_section36decision = rule(
    "cases.view_section36decision", on="cases.Section36Decision", grounds=[seen_with_case(Section36Decision)]
)
