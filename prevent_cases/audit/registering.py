"""Registering triggers by looking each up.

django-pgtrigger 4.17 goes through all triggers for each that is registered, to see that no two share a name or a
function. There are 800 here, and it is a quarter of what each process takes to start.
"""

from django.core.exceptions import ImproperlyConfigured
from pgtrigger import registry


class Registry(registry._Registry):
    """The same, which keeps what it is asked by."""

    def __init__(self) -> None:
        self.by_table_and_name, self.functions = {}, set()
        super().__init__()

    @property
    def by_db_table(self) -> dict:
        return self.by_table_and_name

    @property
    def pg_function_names(self) -> set[str]:
        return self.functions

    def __setitem__(self, uri: str, registered: tuple) -> None:
        super().__setitem__(uri, registered)
        model, trigger = registered
        self.by_table_and_name[model._meta.db_table, trigger.name] = trigger
        self.functions.add(trigger.get_pgid(model))

    def __delitem__(self, uri: str) -> None:
        model, trigger = self[uri]
        super().__delitem__(uri)
        del self.by_table_and_name[model._meta.db_table, trigger.name]
        self.functions.remove(trigger.get_pgid(model))


def look_each_trigger_up() -> None:
    """Before any model is loaded."""
    if registry._registry:
        raise ImproperlyConfigured("Triggers were registered before they are looked up.")
    registry._registry = Registry()
