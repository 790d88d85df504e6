"""What belongs to a record, as an endpoint gives it to be read: its fields by name, and whoever it names by theirs."""

from django.db.models import Model
from rest_framework import serializers


class PartSerializer(serializers.ModelSerializer):
    serializer_related_field = serializers.StringRelatedField

    def get_extra_kwargs(self) -> dict:
        return {name: {"read_only": True} for name in self.Meta.fields}


def part(model: type[Model], *fields: str, **parts: serializers.BaseSerializer) -> type[PartSerializer]:
    """A serializer of these fields of a model and of the parts of its own, for the one of what it belongs to."""
    meta = type("Meta", (), {"model": model, "fields": (*fields, *parts)})
    return type(f"{model.__name__}PartSerializer", (PartSerializer,), {"Meta": meta, **parts})
