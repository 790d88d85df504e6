"""Who decides under section 36, and who signs where a case ends with it.

For the police their gateway supervisor signs, as what their gateway answers. For the council it is the chair of the
panel or the deputy, and no other officer whom it authorised: many councils have authorised one alone, and no case would
end there; and the chair answers for what comes before the panel (section 37).
"""

from django.db.models import Q

from cases.models import Case, DecidedAs, Section36Decision
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


def but_for(user, cases, other):
    """These cases, but for those that are to end with a decision of their own, or of the ``other`` who decide."""
    not_theirs = Section36Decision.objects.to_sign().filter(Q(decided_by=user) | Q(decided_as=other))
    return Case.objects.filter(pk__in=cases).exclude(pk__in=not_theirs.values("case")).values("pk")


def supervised(user):
    groups = [agency.group for agency in police(user, PostKind.GATEWAY_SUPERVISOR)]
    return but_for(user, shared_with_agency(user).filter(group__in=groups), DecidedAs.COUNCIL)


sign_section36 = rule(
    "cases.sign_section36",
    on="cases.Case",
    grounds=[
        Ground("It is shared with the police, whose gateway you supervise, and they decided on it.", supervised),
        Ground(
            "You chair its panel, and the council decided on it.",
            lambda user: but_for(user, chaired(user), DecidedAs.POLICE),
        ),
    ],
)
view_section36decision = rule(
    "cases.view_section36decision", on="cases.Section36Decision", grounds=[seen_with_case(Section36Decision)]
)
