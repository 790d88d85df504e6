"""Who may: a permission is a rule, written once as named grounds over one model, and asked everywhere through here."""

from prevent_cases.access.asking_first import (
    First,
    SayFirst,
    asks_first,
    asks_first_besides,
    first_asked,
    refuse_until_said,
    to_say_first,
)
from prevent_cases.access.declaring import Rule, done_under, further_ground, kept_apart, rule, rules, view_rule
from prevent_cases.access.grounds import Ground, HoldsNoPost
from prevent_cases.access.keys import key_is_among
from prevent_cases.access.may import May
from prevent_cases.access.permitted import PermittedQuerySet
from prevent_cases.access.shutting import closures, is_shut, not_shut, shuts, way_to

__all__ = [
    "First",
    "Ground",
    "HoldsNoPost",
    "May",
    "PermittedQuerySet",
    "Rule",
    "SayFirst",
    "asks_first",
    "asks_first_besides",
    "closures",
    "done_under",
    "first_asked",
    "further_ground",
    "is_shut",
    "kept_apart",
    "key_is_among",
    "not_shut",
    "refuse_until_said",
    "rule",
    "rules",
    "shuts",
    "to_say_first",
    "view_rule",
    "way_to",
]
