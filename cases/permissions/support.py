"""Who makes and revises support plans and plans what comes after, and reads them."""

from cases.models import ExitPlan, SupportPlan
from cases.permissions.case import CHAIRS_PANEL, seen_with_case
from prevent_cases.access import rule

view_supportplan = rule("cases.view_supportplan", on="cases.SupportPlan", grounds=[seen_with_case(SupportPlan)])
plan_support = rule("cases.plan_support", on="cases.Case", grounds=[CHAIRS_PANEL])
view_exitplan = rule("cases.view_exitplan", on="cases.ExitPlan", grounds=[seen_with_case(ExitPlan)])
plan_exit = rule("cases.plan_exit", on="cases.Case", grounds=[CHAIRS_PANEL])
