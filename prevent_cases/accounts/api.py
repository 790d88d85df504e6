"""The endpoints of areas, agencies, people and posts."""

from rest_framework import serializers

from prevent_cases.accounts import forms, operations
from prevent_cases.accounts.models import Agency, Area, Post, User
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, RecordListEndpoint


class AreaSerializer(serializers.ModelSerializer):
    class Meta:
        model = Area
        fields = ("name", "slug")


class AgencySerializer(serializers.ModelSerializer):
    class Meta:
        model = Agency
        fields = ("name", "slug", "type", "sector", "serves_all_areas")


class UserSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        fields = ("reference", "name", "email", "is_active")


class PostSerializer(serializers.ModelSerializer):
    person = serializers.CharField(source="user.name")
    place = serializers.CharField(source="place.name")

    class Meta:
        model = Post
        fields = ("reference", "person", "kind", "place", "starts_on", "until", "confirmed_at", "withdrawn_at")


class ViewArea(RecordEndpoint):
    model = Area
    serializer_class = AreaSerializer


class ViewAgency(RecordEndpoint):
    model = Agency
    serializer_class = AgencySerializer


class ViewUser(RecordEndpoint):
    model = User
    serializer_class = UserSerializer


class ListPosts(RecordListEndpoint):
    model = Post
    serializer_class = PostSerializer


class AddAgency(OperationEndpoint):
    model = Area
    operation = operations.add_agency
    form_class = forms.AddAgencyForm


class OpenPanel(OperationEndpoint):
    model = Area
    operation = operations.open_panel
    form_class = forms.OpenPanelForm


class GivePost(OperationEndpoint):
    model = Area
    operation = operations.give_post
    form_class = forms.GivePostForm


class ConfirmPost(OperationEndpoint):
    model = Post
    operation = operations.confirm_post


class WithdrawPost(OperationEndpoint):
    model = Post
    operation = operations.withdraw_post


class CloseAccount(OperationEndpoint):
    model = User
    operation = operations.close_account
