"""What somebody sent before they had said what is asked of them first: on their way back it is in the form again.

A purpose ends at midnight, and a form may have been opened before. It is kept in their session, of one form at a time.
"""

from django.http import HttpRequest, QueryDict

from prevent_cases.pages.once import NO_CONTENT

KEPT = "unsent"
HERE_AGAIN = "What you had written is here again. It has not been sent yet."


def keep(request: HttpRequest) -> None:
    written = request.POST.copy()
    for name in NO_CONTENT:
        written.pop(name, None)
    if any(written.values()):
        request.session[KEPT] = [request.get_full_path(), written.urlencode()]


def take(request: HttpRequest) -> QueryDict | None:
    """What this person wrote in the form of this page, once."""
    page, written = request.session.get(KEPT) or ("", "")
    if page != request.get_full_path():
        return None
    del request.session[KEPT]
    return QueryDict(written)
