"""The endpoint of search."""

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from home.forms import SearchForm
from home.search import SHOWN, search
from prevent_cases.api import answers
from prevent_cases.api.endpoints import Endpoint
from prevent_cases.api.problems import Invalid, faults_of


class PlaceSerializer(serializers.Serializer):
    title = serializers.CharField()
    address = serializers.CharField()


class FoundSerializer(serializers.Serializer):
    reference = serializers.CharField(source="case.reference")
    initials = serializers.CharField(source="case.individual.initials")
    stage = serializers.CharField(source="case.stage")
    places = PlaceSerializer(many=True)


class SearchedSerializer(serializers.Serializer):
    """What was found, the newest first, and whether there is more than is shown."""

    found = FoundSerializer(many=True)
    has_more = serializers.BooleanField()


class Search(Endpoint):
    """Searched for words, or for a reference or a name. What was sent is not kept."""

    even_time = True
    form_class = SearchForm
    found_class = SearchedSerializer

    def post(self, request: Request) -> Response:
        fields = SearchForm.for_record(None, request.user).fields
        form = SearchForm.for_record(None, request.user, answers.of(fields, request.data))
        if not form.is_valid():
            raise Invalid(faults_of(form))
        found = search(request.user, form)
        shown = {"found": found[:SHOWN], "has_more": len(found) > SHOWN}
        return Response(SearchedSerializer(shown).data)
