"""How a case ends, and that nothing about one that has is added or changed: said by the database as well."""

import pgtrigger


def of_a_live_case(
    but: str = "", case: str = "NEW.case_id", operation: pgtrigger.Operation = pgtrigger.Insert
) -> pgtrigger.Trigger:
    """What is only ever added while its case is live, ``but`` for what meets this condition."""
    return pgtrigger.Trigger(
        name="of_a_live_case",
        when=pgtrigger.Before,
        operation=operation,
        func=f"""
            IF {f"NOT {but} AND " if but else ""}EXISTS (
                SELECT FROM cases_case ended WHERE ended.id = ({case}) AND ended.ended_at IS NOT NULL
            ) THEN
                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'
                USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def names_an_end_reason(case: str = "NEW.case_id") -> pgtrigger.Trigger:
    """Of a decision: why the case ends is a reason of all areas, or of the area of the case."""
    return pgtrigger.Trigger(
        name="names_an_end_reason",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        condition=~pgtrigger.Q(new__end_reason=""),
        func=f"""
            IF NOT EXISTS (SELECT FROM reference_caseendreason WHERE code = NEW.end_reason) AND NOT EXISTS (
                SELECT FROM reference_areaendreason own JOIN cases_case ended ON ended.area_id = own.area_id
                WHERE own.reference = NEW.end_reason AND ended.id = ({case})
            ) THEN
                RAISE EXCEPTION 'A case ends for one of the reasons that are kept for its area.'
                USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,  # noqa: S608 - of names in this code
    )


# Of the case itself: whom it is about may turn out otherwise later, and that a consent was recorded in error; and
# whoever owned it may leave, while somebody answers for what is kept.
STANDS = (
    "area_id",
    "panel_id",
    "stage",
    "opened_at",
    "opened_by_id",
    "ended_at",
    "awaits_section36",
    "nothing_follows",
)
STAYS_AS_IT_ENDED = pgtrigger.Protect(
    name="stays_as_it_ended",
    operation=pgtrigger.Update,
    condition=pgtrigger.Condition(
        "OLD.ended_at IS NOT NULL AND ("
        + " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in STANDS)
        + ")"
    ),
)

# What is open of it to somebody is told apart by whether it has ended, and listed without asking the case.
ENDED_IN_GRANTS = pgtrigger.Trigger(
    name="ended_in_grants",
    when=pgtrigger.After,
    operation=pgtrigger.UpdateOf("ended_at"),
    condition=pgtrigger.AnyChange("ended_at"),
    func="""
        UPDATE cases_casegrouppermission SET case_ended_at = NEW.ended_at WHERE content_object_id = NEW.id;
        UPDATE cases_caseuserpermission SET case_ended_at = NEW.ended_at WHERE content_object_id = NEW.id;
        RETURN NULL;
    """,
)
