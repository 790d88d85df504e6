"""The endpoints of a case that is offered to another panel."""

from rest_framework import serializers

from cases import operations
from cases.forms.panel_offer import OfferToPanelForm
from cases.models import Case, PanelOffer
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint


class PanelOfferSerializer(serializers.ModelSerializer):
    case = serializers.CharField(source="case.reference")
    from_panel = serializers.CharField(source="from_panel.slug")
    to_panel = serializers.CharField(source="to_panel.slug")

    class Meta:
        model = PanelOffer
        fields = (
            "reference",
            "case",
            "from_panel",
            "to_panel",
            "because",
            "note",
            "offered_at",
            "outcome",
            "answer",
            "answered_at",
        )


class OfferToPanel(OperationEndpoint):
    model = Case
    operation = operations.offer_to_panel
    form_class = OfferToPanelForm


class ViewPanelOffer(RecordEndpoint):
    model = PanelOffer
    serializer_class = PanelOfferSerializer


class TakeBackPanelOffer(OperationEndpoint):
    model = PanelOffer
    operation = operations.take_back_panel_offer
