"""What the interface answers when something is wrong: problem details (RFC 9457), in the words of the pages."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.forms import Form
from django.http import Http404, JsonResponse
from django.http.multipartparser import MultiPartParserError
from rest_framework.exceptions import APIException, ParseError
from rest_framework.response import Response

from prevent_cases.access import SayFirst
from prevent_cases.operations import Refused


class Invalid(Exception):
    """Answers that do not hold: for each field, or for "" as a whole, the sentences that say why."""

    def __init__(self, errors: dict[str, list[str]]):
        super().__init__(errors)
        self.errors = errors


def faults_of(form: Form) -> dict[str, list[str]]:
    """What is wrong with a form, as ``Invalid`` takes it."""
    return {name.replace("__all__", ""): list(errors) for name, errors in form.errors.items()}


MEDIA_TYPE = "application/problem+json"
NOTHING_HERE = "There is nothing here that you may see."
WITHOUT_ENDPOINT = {
    HTTPStatus.NOT_FOUND: NOTHING_HERE,
    HTTPStatus.INTERNAL_SERVER_ERROR: "The fault is ours. What you sent just now may not have been done: look before "
    "you send it again.",
}
# In the headers of a file stands little but its name.
UNREADABLE = "This could not be read. If you sent a file, give it a shorter name, and send it again."


class SentOtherwise(Exception):
    """Something else was sent under this key and done, and its answer stands."""


def problem_details(exception: Exception, context: dict[str, Any]) -> Response | None:
    """The answer to an exception of an endpoint; None for a fault of ours, which stays one."""
    match exception:
        case Invalid():
            return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "Some answers do not hold.", errors=exception.errors)
        case SentOtherwise():
            return problem(
                HTTPStatus.UNPROCESSABLE_ENTITY, "Something else was sent under this key. Send this under another."
            )
        case Refused():
            return problem(HTTPStatus.CONFLICT, exception.sentence, field=exception.field)
        case ObjectDoesNotExist() | Http404():
            return problem(HTTPStatus.NOT_FOUND, NOTHING_HERE)
        case SayFirst():
            return problem(HTTPStatus.FORBIDDEN, str(exception), address=exception.address("_api"))
        case PermissionDenied():
            return problem(HTTPStatus.FORBIDDEN, str(exception) or "You may see this, but not do that.")
        case MultiPartParserError() | ParseError(__context__=MultiPartParserError()):
            return problem(HTTPStatus.BAD_REQUEST, UNREADABLE)
        case APIException():
            return problem(HTTPStatus(exception.status_code), str(exception))
    return None


def problem(status: HTTPStatus, detail: str, **more: Any) -> Response:
    more = {name: value for name, value in more.items() if value is not None}
    return Response(body_of(status, detail) | more, status=status, content_type=MEDIA_TYPE)


def body_of(status: HTTPStatus, detail: str) -> dict[str, Any]:
    return {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": detail}


def problems_of_programs(get_response):
    """What goes wrong under /api/ where no endpoint answers: no such address, a fault of ours. No page for people."""

    def middleware(request):
        response = get_response(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if response.status_code < HTTPStatus.BAD_REQUEST or not is_page or not request.path.startswith("/api/"):
            return response
        status = HTTPStatus(response.status_code)
        body = body_of(status, WITHOUT_ENDPOINT.get(status, f"{status.phrase}."))
        return JsonResponse(body, status=status, content_type=MEDIA_TYPE)

    return middleware
