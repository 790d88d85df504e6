"""Operations of migrations that leave the models of a state as they are rendered.

Django renders a model anew, and all that hang together with it, whenever anything about it changes. Here all of them
hang together: with some 140 models and 170 triggers that was nearly the whole time of making an empty database.
"""

import pgtrigger.migrations
from django.contrib.postgres import operations
from django.db import migrations


class CreateModel(migrations.CreateModel):
    """Creates a model and renders it alone: nothing points at it yet."""

    def state_forwards(self, app_label, state):
        rendered = state.__dict__.pop("apps", None)
        super().state_forwards(app_label, state)
        if rendered:
            state.apps = rendered
            rendered.render_multiple([state.models[app_label, self.name_lower]])


class AddTrigger(pgtrigger.migrations.AddTrigger):
    """Adds a trigger, which no rendered model knows of."""

    def state_forwards(self, app_label, state):
        options = state.models[app_label, self.model_name].options
        options["triggers"] = [*options.get("triggers", []), self.trigger]


class RemoveTrigger(pgtrigger.migrations.RemoveTrigger):
    """Removes a trigger, which no rendered model knows of."""

    def state_forwards(self, app_label, state):
        options = state.models[app_label, self.model_name].options
        options["triggers"] = [trigger for trigger in options.get("triggers", []) if trigger.name != self.name]


class _OfOneModel:
    """Changes a model and renders it alone, also where it points at others; code on rows has all rendered anew."""

    def state_forwards(self, app_label, state):
        rendered = state.__dict__.pop("apps", None)
        super().state_forwards(app_label, state)
        if rendered:
            name = getattr(self, "model_name_lower", "") or self.name_lower
            state.apps = rendered
            state.is_delayed = True
            rendered.unregister_model(app_label, name)
            rendered.render_multiple([state.models[app_label, name]])


class AddField(_OfOneModel, migrations.AddField):
    """Adds a field."""


class AlterField(_OfOneModel, migrations.AlterField):
    """Alters a field that no other model points at."""


class AddConstraint(_OfOneModel, migrations.AddConstraint):
    """Adds a constraint."""


class AddConstraintNotValid(_OfOneModel, operations.AddConstraintNotValid):
    """Adds a constraint that earlier rows need not keep."""


class RemoveConstraint(_OfOneModel, migrations.RemoveConstraint):
    """Removes a constraint."""


class AddIndex(_OfOneModel, migrations.AddIndex):
    """Adds an index."""


class RemoveIndex(_OfOneModel, migrations.RemoveIndex):
    """Removes an index."""


class AlterModelOptions(_OfOneModel, migrations.AlterModelOptions):
    """Alters what no column knows of: the permissions of a model, its names."""
