"""Characters that turn the direction of writing: shown as marks where text is shown, and left where it is written."""

from django.template import engines
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from prevent_cases.look.direction import NAMES

WRITTEN = f"a{''.join(NAMES)}b"
MARKS = f"a{''.join(f'‹{name}›' for name in NAMES.values())}b"


def rendered(template: str) -> str:
    return engines["django"].from_string(template).render({"written": WRITTEN, "lines": f"{WRITTEN}\n<b>"})


def test_text_shows_a_mark_for_each():
    assert rendered("<title>{{ written }}</title><p>{{ written }}</p>") == f"<title>{MARKS}</title><p>{MARKS}</p>"
    assert rendered("<p>{{ lines|linebreaksbr }}</p>") == f"<p>{MARKS}<br>&lt;b&gt;</p>"
    assert render_to_string("components/tag.html", {"text": WRITTEN, "colour": "grey"}).count(MARKS) == 1


def test_a_box_to_write_in_holds_what_was_written():
    box = f'<input value="{WRITTEN}"><textarea name="a">\n{WRITTEN}</textarea>'
    assert rendered('<input value="{{ written }}"><textarea name="a">\n{{ written }}</textarea>') == box


def test_what_is_shown_stays_as_safe_as_it_was():
    assert isinstance(render_to_string("components/tag.html", {"text": f"{WRITTEN}<script>"}), SafeString)
    assert "<script>" not in render_to_string("components/tag.html", {"text": f"{WRITTEN}<script>"})
