"""Triggers are registered as by django-pgtrigger itself."""

import pgtrigger
import pytest
from pgtrigger import registry

from prevent_cases.audit.models import AuditEntry
from prevent_cases.audit.registering import Registry

Own = registry._Registry


def test_what_is_looked_up_is_what_all_of_them_say():
    kept = registry._registry
    assert type(kept) is Registry
    assert len(kept) > 500
    assert kept.by_db_table == Own.by_db_table.fget(kept)
    assert kept.pg_function_names == Own.pg_function_names.fget(kept)


def named(name: str, says: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(name=name, when=pgtrigger.Before, operation=pgtrigger.Update, func=f"RETURN {says};")


def test_two_of_one_name_are_refused_and_one_that_is_gone_may_come_again():
    of_a_name = "never_made"
    with named(of_a_name, "NEW").register(AuditEntry), pytest.raises(KeyError, match="already used"):
        named(of_a_name, "OLD").register(AuditEntry)
    with named(of_a_name, "OLD").register(AuditEntry):
        assert registry._registry.by_db_table[AuditEntry._meta.db_table, of_a_name].func == "RETURN OLD;"
    assert (AuditEntry._meta.db_table, of_a_name) not in registry._registry.by_db_table
