"""The directory of contacts as people read it: an area's own, and the national ones of the kinds it keeps none of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Self

from django.db.models import OuterRef

from prevent_cases.accounts.models import Area
from prevent_cases.pages.together import fetch_of_each
from prevent_cases.reference.models import DANGER, Contact, ContactKind, NationalContact

ORDER = {kind: position for position, kind in enumerate(ContactKind)}


@dataclass(frozen=True)
class Directory:
    """The contacts of one area, in the order in which they press. Numbers to ring are open to everybody."""

    area: Area
    contacts: list[Contact | NationalContact]

    @classmethod
    def of(cls, area: Area) -> Self:
        (directory,) = cls.of_each([area])
        return directory

    @classmethod
    def of_each(cls, areas: Iterable[Area]) -> list[Self]:
        """Those of several areas, in one query."""
        areas = list(areas)
        own = Contact.objects.current().filter(area=OuterRef("pk"))
        fetch_of_each(areas, own_contacts=own, national_contacts=NationalContact.objects.all())
        return [cls(area, in_order(area.own_contacts, area.national_contacts)) for area in areas]

    def of_kind(self, *kinds: str) -> list[Contact | NationalContact]:
        return [contact for contact in self.contacts if contact.kind in kinds]

    def in_words(self) -> dict[str, str]:
        """By kind, who is rung and where: "Police (101)"."""
        return {
            kind: " or ".join(f"{each.name} ({each.telephone or each.email or each.web})" for each in contacts)
            for kind, contacts in groupby(self.contacts, key=lambda contact: contact.kind)
        }

    def by_kind(self) -> Iterator[tuple[str, list[Contact | NationalContact]]]:
        for kind, contacts in groupby(self.contacts, key=lambda contact: contact.kind):
            yield ContactKind(kind).label, list(contacts)


def in_order(own: list[Contact], national: list[NationalContact]) -> list[Contact | NationalContact]:
    kept = {contact.kind for contact in own}
    shown = [*own, *(contact for contact in national if contact.kind not in kept)]
    return sorted(shown, key=lambda contact: ORDER[contact.kind])


@dataclass(frozen=True)
class Line:
    """One contact among those of several areas; ``area`` is named where it is that area's own."""

    contact: Contact | NationalContact
    area: Area | None


def lines(directories: list[Directory], *kinds: str) -> list[Line]:
    """The contacts of these kinds of several areas by kind; one that areas share stands there once."""
    found = {}
    for kind in kinds or ContactKind.values:
        for directory in directories:
            for contact in directory.of_kind(kind):
                named = directory.area if len(directories) > 1 and isinstance(contact, Contact) else None
                found.setdefault(contact, Line(contact, named))
    return list(found.values())


def danger_first(areas: Iterable[Area]) -> list[Line]:
    """Whom to ring before anything is written."""
    return lines(Directory.of_each(areas), *DANGER)
