"""Triggers in migrations."""

import pgtrigger.migrations


class AddTrigger(pgtrigger.migrations.AddTrigger):
    """Adds a trigger without rendering the models anew, which a trigger does not change.

    With some 150 triggers, rendering was a third of the time that it takes to make an empty database.
    """

    def state_forwards(self, app_label, state):
        options = state.models[app_label, self.model_name].options
        options["triggers"] = [*options.get("triggers", []), self.trigger]
