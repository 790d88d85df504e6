"""Who may: a permission is a rule, written once as named grounds over one model, and asked everywhere through here."""

from prevent_cases.access.declaring import Rule, further_ground, rule, rules, view_rule
from prevent_cases.access.grounds import Ground, HoldsNoPost
from prevent_cases.access.keys import key_is_among
from prevent_cases.access.may import May
from prevent_cases.access.permitted import PermittedQuerySet
from prevent_cases.access.shutting import closures, is_shut, not_shut, shuts, way_to

__all__ = [
    "Ground",
    "HoldsNoPost",
    "May",
    "PermittedQuerySet",
    "Rule",
    "closures",
    "further_ground",
    "is_shut",
    "key_is_among",
    "not_shut",
    "rule",
    "rules",
    "shuts",
    "view_rule",
    "way_to",
]
