"""The page that shows every component."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from prevent_cases.look import examples
from prevent_cases.look.templatetags import look


def components(request: HttpRequest) -> HttpResponse:
    """Every component in its states, with invented contents. Open to everybody: it shows nothing of the database.

    The example of a document being made asks here, and is told that it is ready.
    """
    if "HX-Request" in request.headers:
        return HttpResponse(look.progress("ready", url="", title="The meeting's pack", download="#download"))
    context = examples.CONTENTS | {"empty_form": examples.EveryQuestion(), "wrong_form": examples.wrong()}
    return render(request, "look/components.html", context)
