"""Which records lead up to another, each by the way up that its model knows."""

from collections.abc import Iterator

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model


def leading_to(model: type[Model], top: Model) -> Iterator[Model]:
    """Those of a model, the oldest first; read in one query with all that they are under."""
    way = "__".join(way_up(model))
    records = model._base_manager.order_by("pk")
    for record in records.select_related(way) if way else records:
        if leads_to(record, top):
            yield record


def way_up(model: type[Model]) -> list[str]:
    try:
        under = model._meta.get_field(getattr(model, "under", None) or "")
    except FieldDoesNotExist:
        return []
    return [under.name, *way_up(under.related_model)]


def leads_to(record: Model | None, top: Model) -> bool:
    while record is not None and record != top:
        record = getattr(record, record.under) if getattr(record, "under", None) else None
    return record is not None
