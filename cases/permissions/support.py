"""Who makes and revises support plans, and reads them."""

from cases.models import SupportPlan
from cases.permissions.case import CHAIRS_PANEL, seen_with_case
from prevent_cases.access import rule

view_supportplan = rule("cases.view_supportplan", on="cases.SupportPlan", grounds=[seen_with_case(SupportPlan)])
plan_support = rule("cases.plan_support", on="cases.Case", grounds=[CHAIRS_PANEL])
