"""That no case is ever shut to whoever owns it: said by the database wherever it could come to be otherwise."""

import pgtrigger

OWNER_IS_NAMED = """
    IF EXISTS (
        SELECT FROM cases_restriction restriction
        JOIN cases_case restricted ON restricted.id = restriction.case_id
        WHERE WHICH_ONE AND restriction.lifted_at IS NULL AND NOT EXISTS (
            SELECT FROM cases_namedreader named
            WHERE named.restriction_id = restriction.id AND named.person_id = restricted.owner_id
            AND named.removed_at IS NULL
        )
    ) THEN
        RAISE EXCEPTION 'The owner of a restricted case is named on it.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
"""
OWNER_IS_NOT_EXCLUDED = """
    IF EXISTS (
        SELECT FROM cases_exclusion exclusion
        JOIN cases_case closed ON closed.id = exclusion.case_id
        JOIN cases_case owned ON owned.individual_id = closed.individual_id
        WHERE closed.individual_id = WHOSE AND exclusion.ended_at IS NULL
        AND owned.ended_at IS NULL AND owned.owner_id = exclusion.person_id
    ) THEN
        RAISE EXCEPTION 'Nobody owns a case about somebody from whose casework they are excluded.'
        USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
"""


def _deferred(name: str, operation: pgtrigger.Operation, func: str, **more) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=name, when=pgtrigger.After, operation=operation, timing=pgtrigger.Deferred, func=func, **more
    )


def owner_is_named(name: str, operation: pgtrigger.Operation, which: str, **more) -> pgtrigger.Trigger:
    """A restriction opens the case to its owner too."""
    return _deferred(name, operation, OWNER_IS_NAMED.replace("WHICH_ONE", which), **more)


def owner_is_not_excluded(name: str, operation: pgtrigger.Operation, whose: str, **more) -> pgtrigger.Trigger:
    """Whoever is to be excluded hands over first what they own."""
    return _deferred(name, operation, OWNER_IS_NOT_EXCLUDED.replace("WHOSE", whose), **more)


# What a case says of it as it begins, and as its owner or its person changes.
OF_CASE = [
    owner_is_named(
        "new_owner_is_named", pgtrigger.Update, "restriction.case_id = NEW.id", condition=pgtrigger.AnyChange("owner")
    ),
    owner_is_not_excluded("first_owner_is_not_excluded", pgtrigger.Insert, "NEW.individual_id"),
    owner_is_not_excluded(
        "new_owner_is_not_excluded",
        pgtrigger.Update,
        "NEW.individual_id",
        condition=pgtrigger.AnyChange("owner", "individual"),
    ),
]
