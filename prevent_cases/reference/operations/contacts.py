"""Keeping the directory of contacts."""

from prevent_cases import clock
from prevent_cases.accounts.models import Area, User
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import Contact


@operation("accounts.keep_area", locked=False)
def add_contact(area: Area, *, by: User, **details: str) -> Contact:
    """Contact added.

    ``details`` are fields of Contact. It stands in the place of a national one of its kind.
    """
    if not any(details.get(way) for way in ("telephone", "email", "web")):
        raise Refused("Give a telephone number, an e-mail address or a web address.", field="telephone")
    return Contact.objects.create(area=area, added_by=by, added_at=clock.now(), **details)


@operation("reference.keep_contact", unless=Contact.obstacle_to_change)
def change_contact(contact: Contact, *, by: User, **details: str) -> Contact:
    """Contact changed.

    As it was it stays readable in the history; the one that takes its place has the new details.
    """
    remove_contact(contact, by=by)
    return add_contact(contact.area, by=by, **details)


@operation("reference.keep_contact", unless=Contact.obstacle_to_change)
def remove_contact(contact: Contact, *, by: User) -> None:
    """Contact removed. It is shown to nobody any more."""
    contact.change(removed_by=by, removed_at=clock.now())
