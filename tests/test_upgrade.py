"""The proof of an upgrade at its smallest: what it compares is found alike, and each kind of difference is found."""

import pytest

from proofs.upgrade import assert_alike
from tests.server import TEMPLATE, as_superuser, postgresql

KEPT = "kept"
# What migrations change, and a line of what is then said of it.
CHANGES = {
    "DROP INDEX live_cases": "INDEX live_cases ON",
    "ALTER TABLE cases_case ALTER ended_at SET DEFAULT now()": "ended_at timestamp with time zone DEFAULT now()",
    "ALTER TABLE cases_case DISABLE TRIGGER USER": "DISABLE TRIGGER pgtrigger_stays_as_it_ended",
    "GRANT DELETE ON audit_auditentry TO app": "DELETE ON TABLE public.audit_auditentry TO app",
    "GRANT TEMPORARY ON DATABASE kept TO PUBLIC": "=Tc/owner",
    "CREATE FUNCTION nobody_asks() RETURNS int LANGUAGE sql RETURN 1": "FUNCTION public.nobody_asks()",
}


def test_of_a_database_that_was_kept_every_difference_from_one_made_anew_is_found():
    with as_superuser() as cursor:
        cursor.execute(f"CREATE DATABASE {KEPT} TEMPLATE {TEMPLATE} OWNER owner")
    try:
        assert assert_alike(postgresql(), TEMPLATE, KEPT) > 10_000
        with as_superuser(KEPT) as cursor:
            for change in CHANGES:
                cursor.execute(change)
        with pytest.raises(AssertionError) as differing:
            assert_alike(postgresql(), TEMPLATE, KEPT)
        assert [said for said in CHANGES.values() if said not in str(differing.value)] == []
    finally:
        with as_superuser() as cursor:
            cursor.execute(f"DROP DATABASE {KEPT} WITH (FORCE)")
