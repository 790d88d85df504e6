"""The endpoint classes: records, lists and operations as JSON, with the pages' permissions, words and forms."""

import json

import pytest
from django.test import Client
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.validation import validate_schema

from prevent_cases.accounts import operations
from prevent_cases.accounts.models import Agency, Panel, Post
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from tests import factories

JSON = "application/json"
PROBLEM = "application/problem+json"
SCHOOL = {"name": "Mill School", "type": "school", "sector": "education"}


@pytest.fixture
def signed_in(client, administrator):
    client.force_login(administrator)
    return client


@pytest.fixture
def add_agency(area):
    return f"/api/accounts/areas/{area.slug}/agencies/add/"


@pytest.fixture
def give_post(area):
    return f"/api/accounts/areas/{area.slug}/posts/give/"


# A record


def test_a_record_is_shown_as_its_serializer_says_and_the_view_is_recorded(signed_in, administrator, area):
    answer = signed_in.get(f"/api/accounts/areas/{area.slug}/")
    assert answer.json() == {"name": "Harrowmere", "slug": "harrowmere"}
    entry = AuditEntry.objects.latest("pk")
    assert (entry.what, entry.sentence) == ("accounts.view_area", "Area viewed.")


def test_a_record_one_may_not_see_and_one_that_never_was_answer_alike(client, school, stranger):
    client.force_login(stranger)
    hidden = client.get(f"/api/accounts/agencies/{school.slug}/")
    missing = client.get("/api/accounts/agencies/never-was/")
    assert hidden.status_code == missing.status_code == 404
    assert hidden.content == missing.content
    assert hidden.headers["Content-Type"] == PROBLEM
    assert hidden.json()["detail"] == "There is nothing here that you may see."


def test_nobody_is_shown_anything_who_is_not_signed_in(client, area):
    answer = client.get(f"/api/accounts/areas/{area.slug}/")
    assert (answer.status_code, answer.headers["Content-Type"]) == (403, PROBLEM)


# A list


def test_a_list_is_of_what_one_may_see_in_pages_by_key(signed_in, area, other_area):
    factories.person(other_area, PostKind.COORDINATOR, "Stella Stranger")
    for number in range(30):
        factories.person(area, PostKind.COORDINATOR, f"Person {number}")
    first = signed_in.get("/api/accounts/posts/").json()
    second = signed_in.get(f"/api/accounts/posts/?after={first['next']}").json()
    assert (len(first["results"]), len(second["results"]), second["next"]) == (25, 7, "")
    references = [post["reference"] for post in first["results"] + second["results"]]
    assert references == list(Post.objects.in_area(area).order_by("-pk").values_list("reference", flat=True))
    assert signed_in.get("/api/accounts/posts/?after=NOWHERE").status_code == 404


def test_a_list_costs_the_same_at_one_record_and_at_twenty(client, queries_of, area):
    client.force_login(factories.person(area, PostKind.ADMINISTRATOR, "Third Administrator"))
    counts = []
    for more in (1, 19):
        for number in range(more):
            factories.person(area, PostKind.COORDINATOR, f"Person {more} {number}")
        counts.append(queries_of("/api/accounts/posts/"))
    assert counts[0] == counts[1]


def test_a_list_that_goes_on_after_what_no_reference_can_hold_is_404(signed_in):
    answer = signed_in.get("/api/accounts/posts/?after=%00")
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, PROBLEM)


# An operation


def test_an_operation_is_carried_out_and_says_its_sentence_and_where_to_look(signed_in, add_agency):
    answer = signed_in.post(add_agency, SCHOOL, content_type=JSON)
    assert answer.status_code == 201
    assert answer.json() == {"sentence": "Agency added.", "address": "/accounts/agencies/harrowmere-mill-school/"}
    assert Agency.objects.get().name == "Mill School"


def test_one_that_makes_nothing_answers_200(client, area, second_administrator, administrator):
    client.force_login(second_administrator)
    post = operations.give_post(
        area, by=administrator, email="new@area.example", name="Nina New", kind=PostKind.COORDINATOR
    )
    answer = client.post(f"/api/accounts/posts/{post.reference}/confirm/", {}, content_type=JSON)
    assert (answer.status_code, answer.json()["sentence"]) == (200, "Post confirmed by a second person.")


def test_its_form_says_what_does_not_hold_field_by_field(signed_in, add_agency):
    answer = signed_in.post(add_agency, SCHOOL | {"type": "circus", "name": ""}, content_type=JSON)
    assert (answer.status_code, answer.headers["Content-Type"]) == (422, PROBLEM)
    assert set(answer.json()["errors"]) == {"name", "type"}


@pytest.mark.parametrize("sent", [SCHOOL | {"serves_everybody": True}, SCHOOL | {"slug": "mine"}])
def test_a_field_that_the_form_does_not_have_is_refused(signed_in, add_agency, sent):
    answer = signed_in.post(add_agency, sent, content_type=JSON)
    assert answer.status_code == 422
    assert list(answer.json()["errors"].values()) == [["There is no such field."]]


@pytest.mark.parametrize("sent", ["not json", "[1, 2]", '"text"'])
def test_what_is_no_object_is_refused(signed_in, add_agency, sent):
    answer = signed_in.post(add_agency, sent, content_type=JSON)
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, PROBLEM)


def test_what_is_nested_without_end_is_refused(signed_in, add_agency):
    answer = signed_in.post(add_agency, "[" * 200_000, content_type=JSON)
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, PROBLEM)


@pytest.mark.parametrize(
    "sent",
    [
        {"name": {"a": 1}},
        {"name": ["a", "b"]},
        {"name": True},
        {"name": 1.5},
        {"name": "half \ud800"},
        {"first_meeting_on": True},
        {"first_meeting_on": 5},
        {"first_meeting_on": {}},
        {"first_meeting_time": True},
        {"first_meeting_time": {}},
        {"acts_as_channel": ["no"]},
        {"half \ud800": "a"},
    ],
)
def test_what_no_form_could_be_sent_is_refused_beside_its_field(signed_in, area, sent):
    answers = {"name": "Channel Panel", "kind": "channel", **sent}
    answer = signed_in.post(f"/api/accounts/areas/{area.slug}/panels/open/", json.dumps(answers), content_type=JSON)
    assert (answer.status_code, answer.headers["Content-Type"]) == (422, PROBLEM)
    assert set(answer.json()["errors"]) == {name.replace("\ud800", "?") for name in sent}
    assert not Panel.objects.exists()


def test_a_refusal_is_a_conflict_with_its_sentence_and_field(signed_in, add_agency):
    signed_in.post(add_agency, SCHOOL, content_type=JSON)
    answer = signed_in.post(add_agency, SCHOOL, content_type=JSON)
    assert answer.status_code == 409
    assert answer.json()["detail"] == "There is an agency of this name in this area."
    assert answer.json()["field"] == "name"


def test_who_may_see_but_not_do_is_told_so(client, add_agency, coordinator):
    client.force_login(coordinator)
    answer = client.post(add_agency, SCHOOL, content_type=JSON)
    assert (answer.status_code, answer.headers["Content-Type"]) == (403, PROBLEM)
    assert not Agency.objects.exists()


def test_a_date_is_one_value_in_json(signed_in, area, give_post):
    person = {"email": "new@area.example", "name": "Nina New", "kind": "coordinator"}
    answer = signed_in.post(give_post, person | {"starts_on": "2027-01-05", "until": None}, content_type=JSON)
    assert answer.status_code == 201
    assert Post.objects.get(user__email="new@area.example").starts_on.isoformat() == "2027-01-05"
    answer = signed_in.post(give_post, person | {"starts_on": "5 January"}, content_type=JSON)
    assert answer.json()["errors"] == {"starts_on": ["Write the date as YYYY-MM-DD."]}


def test_a_record_among_the_answers_is_named_by_its_slug_and_only_if_one_may_see_it(signed_in, school, give_post):
    theirs = factories.agency(factories.area("Eastvale"), "Eastvale School")
    person = {"email": "new@area.example", "name": "Nina New", "kind": "officer"}
    assert signed_in.post(give_post, person | {"agency": theirs.slug}, content_type=JSON).status_code == 422
    assert signed_in.post(give_post, person | {"agency": school.slug}, content_type=JSON).status_code == 201


def test_without_the_token_of_a_page_nothing_is_done(administrator, add_agency):
    client = Client(enforce_csrf_checks=True)
    client.force_login(administrator)
    answer = client.post(add_agency, SCHOOL, content_type=JSON)
    assert (answer.status_code, answer.headers["Content-Type"]) == (403, PROBLEM)
    assert not Agency.objects.exists()


@pytest.mark.parametrize("method", ["put", "patch", "delete", "get"])
def test_no_other_method_does_anything(signed_in, add_agency, method):
    answer = getattr(signed_in, method)(add_agency)
    assert (answer.status_code, answer.headers["Content-Type"]) == (405, PROBLEM)


def test_where_no_endpoint_answers_it_is_said_in_the_same_way(client, signed_in, area, monkeypatch):
    unknown, unseen = (client.get(f"/api/accounts/{place}/") for place in ("nowhere", "agencies/never-was"))
    assert (unknown.status_code, unknown.headers["Content-Type"]) == (404, PROBLEM)
    assert unknown.json() == unseen.json()
    monkeypatch.setattr(AuditEntry, "view", None)
    client.raise_request_exception = False
    fault, page = (client.get(f"{begins}/accounts/areas/{area.slug}/") for begins in ("/api", ""))
    assert (fault.status_code, fault.headers["Content-Type"]) == (500, PROBLEM)
    assert fault.json()["detail"].startswith("The fault is ours.")
    assert page.headers["Content-Type"].startswith("text/html")


# What it says of itself


def test_the_schema_is_valid_draws_no_warning_and_lists_every_operations_questions_and_problems(signed_in):
    GENERATOR_STATS.reset()
    schema = signed_in.get("/api/schema/").json()
    assert not GENERATOR_STATS  # Which counts the warnings.
    validate_schema(schema)
    asked = schema["paths"]["/api/accounts/areas/{slug}/agencies/add/"]["post"]
    reference = asked["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    questions = schema["components"]["schemas"][reference]
    assert set(questions["required"]) == {"name", "type", "sector"}
    assert questions["properties"]["type"]["enum"][0] == "school"
    assert set(asked["responses"]) == {"200", "201", "403", "404", "409", "422"}
    assert asked["description"].startswith("Agency added.")
    # Files are sent each by itself, and then named by the references that they were given.
    received = schema["paths"]["/api/documents/files/"]["post"]
    reference = received["requestBody"]["content"]["multipart/form-data"]["schema"]["$ref"].rpartition("/")[2]
    sent = schema["components"]["schemas"][reference]["properties"]["files"]
    assert sent["items"] == {"type": "string", "format": "binary"}
    answered = received["responses"]["201"]["content"]["application/json"]["schema"]
    assert answered["items"]["$ref"].endswith("/Upload")
    for operation in ("SubmitReferral", "AddFiles"):
        named = schema["components"]["schemas"][f"Referrals{operation}Answers"]["properties"]["files"]
        assert named["items"] == {"type": "string"}
    # What is sent may carry a key, under which it is done once.
    for posts in (schema["paths"]["/api/documents/files/"], schema["paths"]["/api/referrals/new/{slug}/"]):
        (header,) = [each for each in posts["post"]["parameters"] if each["in"] == "header"]
        assert (header["name"], header.get("required", False)) == ("Idempotency-Key", False)
        assert "first answer is given again" in header["description"]
