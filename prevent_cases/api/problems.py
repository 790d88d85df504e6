"""What the interface answers when something is wrong: problem details (RFC 9457), in the words of the pages."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.forms import Form
from django.http import Http404
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
            return problem(HTTPStatus.NOT_FOUND, "There is nothing here that you may see.")
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
    body = {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": detail}
    more = {name: value for name, value in more.items() if value is not None}
    return Response(body | more, status=status, content_type="application/problem+json")
