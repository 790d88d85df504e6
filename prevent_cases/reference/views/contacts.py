"""The directory of contacts, and the page on which somebody who worries about a place finds whom to ring."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from prevent_cases.accounts.models import Area
from prevent_cases.pages.views import OperationPage, Page, RecordPage
from prevent_cases.reference import operations
from prevent_cases.reference.directory import Directory, lines
from prevent_cases.reference.forms.contacts import ChangeContactForm, ContactForm
from prevent_cases.reference.models import Contact, ContactKind


class Contacts(RecordPage):
    """Whom to ring in an area; its administrators keep it from here."""

    model = Area

    def context(self, request: HttpRequest, record: Area) -> dict[str, Any]:
        kept = Contact.objects.permitted(request.user, "reference.keep_contact").current().filter(area=record)
        return {"directory": Directory.of(record), "kept": set(kept.values_list("reference", flat=True))}


class WorryAboutPlace(Page):
    """Whom to ring about a place or an event. Nothing is recorded, and no entry says who looked.

    A worry about a place has no page of its own in a referral, and no person is to be referred to carry it.
    """

    def get(self, request: HttpRequest) -> HttpResponse:
        known = Area.objects.permitted(request.user, "accounts.view_area")
        directories = Directory.of_each(known.filter(pk__in=request.user.posts.home_areas))
        context = {
            "lines": lines(directories, ContactKind.PLACE),
            "police": lines(directories, ContactKind.POLICE),
            "areas": [directory.area for directory in directories],
        }
        return self.render(request, context)


class AddContact(OperationPage):
    model = Area
    operation = operations.add_contact
    form_class = ContactForm


class ChangeContact(OperationPage):
    model = Contact
    operation = operations.change_contact
    form_class = ChangeContactForm


class RemoveContact(OperationPage):
    model = Contact
    operation = operations.remove_contact
