"""The endpoints of the frameworks that an area assesses by."""

from rest_framework import serializers

from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, RecordListEndpoint
from prevent_cases.reference import operations
from prevent_cases.reference.forms.frameworks import PutFrameworkForwardForm
from prevent_cases.reference.models import (
    Framework,
    FrameworkDomain,
    FrameworkFactor,
    FrameworkVersion,
    ScalePoint,
    read_whole,
    scale_of,
)


class ScalePointSerializer(serializers.ModelSerializer):
    class Meta:
        model = ScalePoint
        fields = ("reference", "label")


class FrameworkFactorSerializer(serializers.ModelSerializer):
    class Meta:
        model = FrameworkFactor
        fields = ("key", "code", "wording", "help_text")


class FrameworkDomainSerializer(serializers.ModelSerializer):
    scale = serializers.SerializerMethodField()
    factors = FrameworkFactorSerializer(many=True)

    class Meta:
        model = FrameworkDomain
        fields = ("title", "about", "scale", "factors")

    def get_scale(self, domain) -> ScalePointSerializer(many=True):
        return ScalePointSerializer(scale_of(domain, domain.version), many=True).data


NAMED = ("reference", "framework", "area", "number", "title", "origin", "confirmed_at")


class ListedFrameworkVersionSerializer(serializers.ModelSerializer):
    """What a list shows: which there are."""

    framework = serializers.CharField(source="framework.reference")
    area = serializers.CharField(source="framework.area.slug")

    class Meta:
        model = FrameworkVersion
        fields = NAMED


class FrameworkVersionSerializer(ListedFrameworkVersionSerializer):
    domains = serializers.SerializerMethodField()

    class Meta:
        model = FrameworkVersion
        fields = (*NAMED, "guidance", "domains")

    def get_domains(self, version) -> FrameworkDomainSerializer(many=True):
        whole = read_whole(FrameworkVersion.objects.filter(pk=version.pk)).get()
        return FrameworkDomainSerializer(whole.domains.all(), many=True).data


class ListFrameworkVersions(RecordListEndpoint):
    """The versions that areas have put forward: those that are not published say no day of confirmation."""

    model = FrameworkVersion
    serializer_class = ListedFrameworkVersionSerializer


class ViewFrameworkVersion(RecordEndpoint):
    model = FrameworkVersion
    serializer_class = FrameworkVersionSerializer


class PutFrameworkForward(OperationEndpoint):
    model = Area
    operation = operations.put_framework_forward
    form_class = PutFrameworkForwardForm


class ConfirmFramework(OperationEndpoint):
    model = FrameworkVersion
    operation = operations.confirm_framework


class RetireFramework(OperationEndpoint):
    model = Framework
    operation = operations.retire_framework
