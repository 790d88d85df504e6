"""The page that shows every component."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from prevent_cases.look import examples


def components(request: HttpRequest) -> HttpResponse:
    """Every component in its states, with invented contents. Open to everybody: it shows nothing of the database."""
    context = examples.CONTENTS | {"empty_form": examples.EveryQuestion(), "wrong_form": examples.wrong()}
    return render(request, "look/components.html", context)
