"""The components: each is a tag here, and a template of the same name in ``templates/components/`` with the markup.

``{% load look %}``, then either a tag that stands alone, ``{% tag "Awaiting triage" %}``, or a pair around what it
holds, ``{% inset %}Text, links, other components.{% endinset %}``. Arguments are values and are escaped; what stands
between the two halves is markup. Nothing here asks the database. The page at /components/ shows
every one, with its name.
"""

import functools
import re
import secrets
from typing import Any

from django import template
from django.forms import BaseForm
from django.template.loader import get_template
from django.utils.html import conditional_escape, strip_tags
from django.utils.safestring import SafeString
from django.utils.text import slugify

from prevent_cases.look import charts

register = template.Library()

# Of every page with case content.
MARKING = "OFFICIAL-SENSITIVE"


@functools.cache
def template_of(component: str) -> template.Template:
    return get_template(f"components/{component}.html").template


def show(component: str, **context: Any) -> SafeString:
    # Without the way round of ``render_to_string``: a page shows a hundred.
    return template_of(component).render(template.Context(context))


# -- Words that stand out ---------------------------------------------------------------------------------------------


@register.simple_tag
def tag(text: str, colour: str = "grey") -> SafeString:
    """Where something stands. Colours: grey, green, teal, blue, purple, magenta, red, orange, yellow."""
    return show("tag", text=text, colour=colour)


# All that a badge ever says: how soon, or that a day has passed.
URGENCIES = {"Urgent", "Now", "Today", "Overdue", "Review due", "No answer", "Not reported", "Not seen yet", "Lapsed"}


@register.simple_tag
def urgency(text: str = "Urgent") -> SafeString:
    """A badge, in one of the words of ``URGENCIES``. It never says how great a risk."""
    if text not in URGENCIES:
        raise ValueError(f"“{text}” says nothing of how soon.")
    return show("urgency", text=text)


@register.simple_tag
def marking(text: str = MARKING) -> SafeString:
    """The marking of a page with case content: ``{% block marking %}{% marking %}{% endblock %}``."""
    return show("marking", text=text)


@register.simple_block_tag
def inset(content: str) -> SafeString:
    return show("inset", content=content)


@register.simple_block_tag
def warning(content: str) -> SafeString:
    return show("warning", content=content)


@register.simple_block_tag
def details(content: str, summary: str, open: bool = False) -> SafeString:
    """What most readers do not need."""
    return show("details", content=content, summary=summary, open=open)


@register.simple_block_tag
def notification(content: str, title: str = "Important", kind: str = "") -> SafeString:
    """A banner; ``kind="success"`` for what was just done. Messages of Django's framework become one by themselves."""
    return show("notification", content=content, title=title, kind=kind, id=slugify(title))


@register.simple_block_tag
def panel(content: str, title: str) -> SafeString:
    """It is done: the heading of a confirmation page."""
    return show("panel", content=content, title=title)


@register.simple_block_tag
def empty(content: str) -> SafeString:
    """In the place of a list without entries: says so, and what to do. Not straight in a ``for``, whose word it is."""
    return show("empty", content=content)


# -- Finding the way --------------------------------------------------------------------------------------------------


@register.simple_tag
def back_link(url: str, text: str = "Back") -> SafeString:
    return show("back_link", url=url, text=text)


@register.simple_block_tag
def breadcrumbs(content: str) -> SafeString:
    return show("breadcrumbs", content=content)


@register.simple_tag
def crumb(text: str, url: str = "") -> SafeString:
    """Inside ``breadcrumbs``; without an address it is the page itself."""
    return show("crumb", text=text, url=url)


@register.simple_block_tag
def sub_navigation(content: str, label: str) -> SafeString:
    """The pages of one record. ``label`` names the navigation for those who hear the page."""
    return show("sub_navigation", content=content, label=label)


@register.simple_tag(takes_context=True)
def tab(context: template.Context, text: str, url: str, current: bool | None = None) -> SafeString:
    """Inside ``sub_navigation``; current when its address is the page's, or when told."""
    return show("tab", text=text, url=url, current=is_current(context, url, current))


def is_current(context: template.Context, url: str, told: bool | None) -> bool:
    return ("request" in context and context["request"].path == url) if told is None else told


@register.simple_block_tag
def side_navigation(content: str, label: str) -> SafeString:
    """The parts of one piece of work in their order, at its side. ``label`` names it, in sight too."""
    return show("side_navigation", content=content, label=label)


@register.simple_tag(takes_context=True)
def side_link(
    context: template.Context, text: str, url: str, note: str = "", current: bool | None = None
) -> SafeString:
    """Inside ``side_navigation``; ``note`` says where that part stands. Current as a ``tab`` is."""
    return show("side_link", text=text, url=url, note=note, current=is_current(context, url, current))


@register.simple_tag(takes_context=True)
def pagination(context: template.Context, page: Any, what: str = "") -> SafeString:
    """The way to the next page: ``page`` has ``records``, ``next`` (a key), ``count_words``; ``what`` is a plural."""
    asked = context["request"].GET
    start = asked.copy()
    start.pop("after", None)
    following = start.copy()
    following["after"] = page.next
    return show("pagination", page=page, what=what, first="after" not in asked, start=start, following=following)


# -- What is known ----------------------------------------------------------------------------------------------------


@register.simple_block_tag
def summary_list(content: str, title: str = "", url: str = "", change: str = "Change") -> SafeString:
    """Rows of what is known. With a title it is a card, whose address changes all of it."""
    return show("summary_list", content=content, title=title, url=url, change=change)


@register.simple_block_tag
def row(content: str, key: str, url: str = "", change: str = "Change") -> SafeString:
    """Inside ``summary_list``; nothing between the halves reads "Not known"."""
    return show("row", content=SafeString(content.strip()), key=key, url=url, change=change)


# What the parts of a table are.
ROLES = {
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tr": "row",
    "td": "cell",
    'th scope="col"': "columnheader",
    'th scope="row"': "rowheader",
}
PARTS = re.compile(rf'<({"|".join(ROLES)})( data-column)?(?: colspan="(\d+)")?')
HEADS = re.compile(r'<th scope="col"[^>]*>(.*?)</th>', re.DOTALL)


def stacked(rows: str) -> SafeString:
    """A table's rows with what each part is, which browsers forget once cells stand below one another, and whose."""
    columns, place = [strip_tags(head).replace('"', "&quot;") for head in HEADS.findall(rows)], 0

    def with_role(found: re.Match) -> str:
        nonlocal place
        part, named, across = found.groups()
        column = ""
        if part == "tr":
            place = 0
        elif part in ("td", 'th scope="row"'):
            if part == "td" and not named and not across:
                column = f' data-column="{columns[place]}"'
            place += int(across or 1)
        return f'<{part} role="{ROLES[part]}"{column}{found[0].removeprefix(f"<{part}")}'

    return SafeString(PARTS.sub(with_role, rows))


@register.simple_block_tag
def table(content: str, caption: str, hide_caption: bool = False) -> SafeString:
    """A table around a plain ``thead`` and ``tbody``, with ``scope`` first in each ``th``.

    On narrow screens the cells of a row stand below one another, each after the name of its column, or after no name
    where it speaks for itself: ``data-column=""``. Where there are figures, ``class="numeric"`` on their cells, the
    columns stay, as they are read downwards.
    """
    of_figures = 'class="numeric"' in content
    rows = content if of_figures else stacked(content)
    return show(
        "table", content=rows, caption=caption, hide_caption=hide_caption, stacked=not of_figures, id=slugify(caption)
    )


@register.simple_block_tag
def task_list(content: str) -> SafeString:
    return show("task_list", content=content)


@register.simple_tag
def task(text: str, url: str = "", status: str = "", colour: str = "", hint: str = "") -> SafeString:
    """Inside ``task_list``. A status is plain words unless it has a colour; without an address it cannot be started."""
    return show("task", text=text, url=url, status=status, colour=colour, hint=hint, id=slugify(text))


@register.simple_tag
def identity_bar(
    reference: str,
    initials: str,
    age: str = "",
    stage: str = "",
    consent: str = "",
    marking: str = MARKING,
    seen_by: str = "",
) -> SafeString:
    """Whose case this is, at the top of each of its pages. ``seen_by`` is the address of who can see it, and why."""
    facts = {"Reference": reference, "Initials": initials, "Age": age, "Stage": stage, "Consent": consent}
    shown = {name: value for name, value in (facts | {"Marking": marking}).items() if value}
    return show("identity_bar", facts=shown, seen_by=seen_by)


@register.simple_block_tag
def timeline(content: str) -> SafeString:
    return show("timeline", content=content)


@register.simple_block_tag
def event(content: str, title: str, at: Any, by: str = "") -> SafeString:
    """Inside ``timeline``: what was done, when (a moment or a day), by whom."""
    return show("event", content=SafeString(content.strip()), title=title, at=at, by=by, timed=hasattr(at, "hour"))


@register.simple_tag
def bar_chart(rows: Any, title: str, desc: str) -> SafeString:
    """A picture of rows ``(label, value)`` or ``(label, value, words)``; ``desc`` is a sentence of what it shows.

    It never stands without its table.
    """
    return show("bar_chart", title=title, desc=desc, id=slugify(title), **charts.bars(rows))


@register.filter
def attributes(values: dict[str, Any]) -> SafeString:
    """The attributes of a form's widget, as Django's template writes them: a form has a hundred."""
    written = (
        f" {conditional_escape(name)}"
        if value is True
        else f' {conditional_escape(name)}="{conditional_escape(value)}"'
        for name, value in values.items()
        if value is not False
    )
    return SafeString("".join(written))


# -- Acting -----------------------------------------------------------------------------------------------------------


@register.simple_tag
def button(text: str, kind: str = "", name: str = "", value: str = "") -> SafeString:
    """A button of the form around it. Kinds: secondary, warning."""
    return show("button", text=text, kind=kind, name=name, value=value)


@register.simple_tag
def button_link(text: str, url: str, kind: str = "") -> SafeString:
    """A link that looks like a button. Kinds: start, secondary, warning."""
    return show("button_link", text=text, url=url, kind=kind)


@register.simple_tag
def once() -> SafeString:
    """Beside ``{% csrf_token %}``, in each form of one's own: sent twice, it is done once."""
    return show("once", key=secrets.token_urlsafe(16))


@register.simple_tag(takes_context=True)
def press(
    context: template.Context, text: str, url: str, kind: str = "secondary", about: str = "", **values: Any
) -> SafeString:
    """One act in one press: a form of nothing but its button. ``about`` tells one such button from the next."""
    token = context.get("csrf_token")
    return show("press", text=text, url=url, kind=kind, about=about, values=values, csrf_token=token)


@register.simple_block_tag(takes_context=True)
def form(
    context: template.Context,
    content: str,
    form: BaseForm,
    submit: str,
    heading: str = "",
    url: str = "",
    kind: str = "",
) -> SafeString:
    """A whole form: error summary, heading, what stands between the halves, the questions, the button.

    Without a heading the error summary stands where the form stands.
    """
    token = context.get("csrf_token")
    return show(
        "form", content=content, form=form, submit=submit, heading=heading, url=url, kind=kind, csrf_token=token
    )


@register.simple_tag
def progress(state: str, url: str, title: str = "Your document", download: str = "", reason: str = "") -> SafeString:
    """A document being made: making, ready, failed, over. ``url`` answers with this component alone when htmx asks.

    The page adds ``{% block head %}{% refresh_while_waiting state %}{% endblock %}`` for readers without JavaScript.
    """
    return show("progress", state=state, url=url, title=title, download=download, reason=reason)


@register.simple_tag
def refresh_while_waiting(state: str) -> SafeString:
    return show("refresh_while_waiting", state=state)
