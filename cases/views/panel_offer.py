"""The pages of a case that is offered to another panel."""

from cases import operations
from cases.forms.panel_offer import OfferToPanelForm
from cases.models import Case, PanelOffer
from prevent_cases.look.forms import Form
from prevent_cases.pages.views import OperationPage, RecordPage


class OfferToPanel(OperationPage):
    model = Case
    operation = operations.offer_to_panel
    form_class = OfferToPanelForm


class ViewPanelOffer(RecordPage):
    """An offer as both sides read it: what the other chair is told, and nothing else of the case."""

    model = PanelOffer


class TakeBackPanelOffer(OperationPage):
    model = PanelOffer
    operation = operations.take_back_panel_offer
    form_class = Form
