"""Files: what they may be called, how long they may be, and what may not stand in them."""

import ast
import re
from collections.abc import Iterator
from pathlib import PurePath

import pytest
from django.db import IntegrityError

from prevent_cases.accounts.models import User, system_user
from tests.architecture import product
from tests.architecture.product import ROOT, File, Module, assert_none

# Each is a name for "somewhere else".
NOWHERE = {"utils", "helpers", "services", "managers", "signals", "constants", "mixins"}
SUBJECTS = {"prevent_cases/embedded/services.py": "its subject is the services, PostgreSQL, Valkey and clamd"}
# What a person reads in one sitting, about a quarter of an hour; twice the length of most files here.
LONGEST = 400
# Of the ground (rules, operations, the trail, pages, endpoints, what is left for later) each file is one subject.
GROUND = tuple(f"prevent_cases/{part}" for part in ("access", "operations", "audit", "pages", "api", "later"))
LONGEST_OF_THE_GROUND = 220
# Longer for a reason. Migrations are written by a program and read by nobody.
LONGER = {
    "LICENSE": "its official text",
    "demonstration/concerns.py": "what invented people wrote, and no code",
    "docs/permissions.md": "written by a test: one row for each ground of each rule",
    "package-lock.json": "written by npm",
    "requirements.txt": "written by uv",
    "requirements-node.txt": "written by uv",
    "requirements-s3.txt": "written by uv",
    "requirements-test.txt": "written by uv",
    "requirements-uv.txt": "written by uv",
}
LOCKS = ("requirements", "package-lock")
# Names that stand for nobody's machine: for examples, for this machine itself, and for standards.
EXAMPLES = r"([\w-]+\.)*(example|invalid|example\.(org|com)|localhost)|127\.0\.0\.1|0\.0\.0\.0"
PLACES_CITED = (
    "www.w3.org", "www.legislation.gov.uk", "fsf.org", "www.gnu.org",
    # Names of formats, never asked.
    "schemas.openxmlformats.org", "schemas.microsoft.com", "purl.oclc.org", "ns.adobe.com",
)  # fmt: skip

IN_TEMPLATES = {
    r"\|safe\b|autoescape off": "unescaped words",
    r"\buser\.(posts|role|is_staff|is_superuser|groups|has_perm)": "a test of who somebody is; ask `may`",
    r"moj-badge": "a badge beside that of urgency; nothing else has one, least of all risk",
    r"\bperms\.": "Django's own permissions; ask `may`",
    r"<script(?![^>]* src=)|\son\w+=|\sstyle=|javascript:": "a script or style, which the content policy forbids",
}
IN_PYTHON = {
    "mark_safe": "unescaped words",
    "SafeString": "unescaped words",
    "delay": "a task rung without its row; call later()",
    "apply_async": "a task rung without its row; call later()",
    "send_task": "a task rung without its row; call later()",
    "create_superuser": "a superuser",
    "get_objects_for_user": "guardian's slow list",
}
# A test is run or it is not there.
LEFT_OUT = {"skip", "skipif", "skipTest", "SkipTest", "importorskip", "xfail", "collect_ignore", "collect_ignore_glob"}
# It is moved in tests and in the demonstration, and all that is reckoned with a day moves with it.
MACHINE_TIME = {"now", "today", "utcnow", "localdate", "localtime", "Now", "time"}
ASKED_FOR_IT = r"((.+\.)?(timezone|datetime|date)\.)?(now|today|utcnow|localdate|localtime|Now)|time\.time"
ALLOWED = {
    ("prevent_cases.clock", "now"): "it is the clock; its own now() is asked in it",
    ("prevent_cases.later", "now"): "when an errand is due, which has nothing to do with the day that a record has",
    ("prevent_cases.later", "Now"): "the same, by the database",
    ("prevent_cases.audit", "Now"): "the database's own time, beside that of the clock: seals and digests rest on it",
    ("prevent_cases.pages", "Now"): "how old a draft is, or what was sent",
    ("demonstration", "now"): "the command says when its history ends, to which the clock is set from then on",
    ("prevent_cases.look", "SafeString"): "the components: what stands between two tags is markup already",
    ("prevent_cases.later", "send_task"): "the outbox rings here",
}


def badly_called(file: File) -> Iterator[str]:
    path = PurePath(file.path)
    called = {PurePath(part).stem for part in path.parts}
    if path.suffix == ".py" and NOWHERE & called and file.path not in SUBJECTS:
        yield f"{file.path} is called after no subject"


def too_long(file: File) -> Iterator[str]:
    longest = LONGEST_OF_THE_GROUND if file.path.startswith(GROUND) else LONGEST
    if file.lines > longest and "migrations" not in file.path and file.path not in LONGER:
        yield f"{file.path} has {file.lines} lines"


def forbidden_in_template(template: File) -> Iterator[str]:
    """Not meant: mail, which is plain text."""
    for pattern, why in IN_TEMPLATES.items():
        for found in re.finditer(pattern, template.text):
            mail = template.path.endswith(".txt") and found[0] == "autoescape off"
            urgency = template.path == "templates/components/urgency.html" and found[0] == "moj-badge"
            if not (mail or urgency):
                yield f"{template.path}: {found[0]} ({why})"


def forbidden_in_python(module: Module) -> Iterator[str]:
    for name, call in module.calls():
        if name in IN_PYTHON and (module.package, name) not in ALLOWED:
            yield f"{module.name}:{call.lineno}: {name} ({IN_PYTHON[name]})"
        if name in MACHINE_TIME and asks_the_machine(call) and (module.package, name) not in ALLOWED:
            yield f"{module.name}:{call.lineno}: {name} (the machine's time; ask the clock)"
        for keyword in call.keywords:
            if keyword.arg in ("is_superuser", "is_staff") and getattr(keyword.value, "value", None) is True:
                yield f"{module.name}:{call.lineno}: a superuser"
    if re.search(r"\bform\.save\(", module.text):
        yield f"{module.name}: a form that saves; call an operation"


def asks_the_machine(call: ast.Call) -> bool:
    """Whether it asks the machine what time it is, and does not only say on which day a given moment falls."""
    asked = ast.unparse(call.func)
    return bool(re.fullmatch(ASKED_FOR_IT, asked)) and not (call.args and "local" in asked)


def left_out(file: File) -> Iterator[str]:
    """A test that is not run, or may fail. The words in a text or beside the code are none."""
    if not re.match(r"(tests|proofs)/.*\.py$", file.path) or not any(word in file.text for word in LEFT_OUT):
        return
    for node in ast.walk(ast.parse(file.text)):
        named = {getattr(node, part, None) for part in ("id", "attr", "name")}
        for word in LEFT_OUT & {name for name in named if isinstance(name, str)}:
            yield f"{file.path}:{node.lineno}: {word}"


def reckoned_too_early(file: File) -> Iterator[str]:
    """A day that is reckoned as a test's module is imported: midnight may come before it is asked. A year may be."""
    if not re.match(r"(tests|proofs)/.*\.py$", file.path) or "clock." not in file.text:
        return
    for node in run_at_import(ast.parse(file.text)):
        if isinstance(node, ast.Call) and ast.unparse(node) in (
            "clock.today()",
            "clock.now()",
            "clock.start_of_today()",
        ):
            yield f"{file.path}:{node.lineno}: {ast.unparse(node)}"


def run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """What of a module runs as it is imported, what a function is decorated with and its defaults among it."""
    if isinstance(node, ast.Attribute) and node.attr == "year":
        return
    yield node
    within = ast.iter_child_nodes(node)
    if isinstance(node, ast.FunctionDef):
        within = [*node.decorator_list, node.args]
    for each in within if not isinstance(node, ast.Lambda) else ():
        yield from run_at_import(each)


def driver_three(file: File) -> Iterator[str]:
    """psycopg 3, which Django would take without a word, and with it leave the threads' lasting connections."""
    if file.path.startswith(LOCKS) and re.search(r"^psycopg(\[|==|-binary|-c|-pool)", file.text, re.MULTILINE):
        yield f"{file.path} holds psycopg 3"


def places_of_one_machine(file: File) -> Iterator[str]:
    """A folder of somebody's machine, a host, an address of a real person. Locks name the homes of packages."""
    if file.path.startswith(LOCKS):
        return
    for found in re.findall(rf"(?:{re.escape(str(ROOT))}|(?<![\w.])/root|/home/\w+|/Users/\w+)/[\w./-]+", file.text):
        yield f"{file.path}: {found}"
    for host in re.findall(r"\bhttps?://(?:[^\s/@\"'`]+@)?([\w.-]*\w\.\w+)", file.text):
        if not re.fullmatch(EXAMPLES, host) and host not in PLACES_CITED:
            yield f"{file.path}: {host}"
    for host in re.findall(r"[\w.+-]+@([\w-]+\.[\w.-]*\w)", file.text):
        if not re.fullmatch(EXAMPLES, host):
            yield f"{file.path}: somebody@{host}"


def from_somewhere(file: File) -> Iterator[str]:
    """A lock that says from which registry a package came: it would bind everybody to one."""
    if file.path.startswith(LOCKS) and re.search(r"--(extra-)?index-url|\"resolved\"| @ https?:", file.text):
        yield f"{file.path} names a registry"


EVERY_FILE = [
    badly_called, too_long, left_out, reckoned_too_early, driver_three, places_of_one_machine, from_somewhere,
]  # fmt: skip


@pytest.mark.parametrize("check", EVERY_FILE, ids=lambda check: check.__name__)
def test_no_file_is(check):
    assert_none(fault for file in product.files() for fault in check(file))


def test_no_template_holds_what_is_forbidden():
    assert_none(fault for template in product.templates() for fault in forbidden_in_template(template))


def test_no_module_holds_what_is_forbidden():
    assert_none(fault for module in product.modules() for fault in forbidden_in_python(module))


def test_the_database_itself_refuses_a_superuser(db):
    with pytest.raises(IntegrityError, match="nobody_is_a_superuser"):
        User.objects.filter(pk=system_user().pk).update(is_superuser=True)


# The checks bite

COUNCIL = ".".join(["eastmarsh", "gov", "uk"])


@pytest.mark.parametrize(
    ("check", "file"),
    [
        (badly_called, File("cases/utils.py", "")),
        (badly_called, File("cases/helpers/dates.py", "")),
        (too_long, File("cases/views.py", "\n" * (LONGEST + 1))),
        (too_long, File("prevent_cases/access.py", "\n" * (LONGEST_OF_THE_GROUND + 1))),
        (too_long, File("prevent_cases/audit/sealing.py", "\n" * (LONGEST_OF_THE_GROUND + 1))),
        (left_out, File("tests/test_x.py", "@pytest.mark.skip\ndef test_x(): ...")),
        (left_out, File("tests/cases/test_x.py", "pytestmark = pytest.mark.skipif(True, reason='')")),
        (left_out, File("tests/test_x.py", "@pytest.mark.xfail(strict=True)\ndef test_x(): ...")),
        (left_out, File("tests/test_x.py", "pypdf = pytest.importorskip('pypdf')")),
        (left_out, File("tests/test_x.py", "from pytest import skip as later")),
        (left_out, File("tests/conftest.py", "collect_ignore = ['test_x.py']")),
        (left_out, File("proofs/x.py", "raise unittest.SkipTest")),
        (reckoned_too_early, File("tests/test_x.py", "SOON = clock.now() + DAY")),
        (reckoned_too_early, File("tests/test_x.py", "@parametrize('day', [clock.today()])\ndef test_x(day): ...")),
        (driver_three, File("requirements.txt", "psycopg==3.2.1\n")),
        (driver_three, File("requirements.txt", "psycopg-binary==3.2.1\n")),
        (places_of_one_machine, File("x.md", f"cd {ROOT}/tests")),
        (places_of_one_machine, File("x.md", f"cd {'/'}home/somebody/prevent-cases")),
        (places_of_one_machine, File("cases/x.py", f"https://cases.{COUNCIL}/")),
        (places_of_one_machine, File("cases/x.py", f"officer@{COUNCIL}")),
        (from_somewhere, File("requirements.txt", "--index-url https://packages.example/simple")),
        (from_somewhere, File("package-lock.json", '"resolved": "https://packages.example/a.tgz"')),
    ],
    ids=lambda given: getattr(given, "__name__", getattr(given, "path", "")),
)
def test_a_file_that_is_wrong_is_found(check, file):
    assert list(check(file)) != []


@pytest.mark.parametrize(
    "written",
    [
        "{{ referral.told_reason|safe }}",
        "{% autoescape off %}",
        "{% if request.user.posts.groups %}",
        "{% if user.role == 'chair' %}",
        '<strong class="moj-badge">High risk</strong>',
        "{% if perms.cases.view_case %}",
        "<script>alert(1)</script>",
        '<p style="color: red">',
        '<a onclick="go()">',
    ],
)
def test_what_is_forbidden_in_a_template_is_found(written):
    assert list(forbidden_in_template(File("templates/cases/x.html", written))) != []


@pytest.mark.parametrize(
    "written",
    [
        "mark_safe(text)",
        "tell_referrer.delay(1)",
        "tell_referrer.apply_async([1])",
        "User.objects.create_superuser('x')",
        "User(is_superuser=True)",
        "form.save()",
        "timezone.now()",
        "django.utils.timezone.localdate()",
        "localdate()",
        "datetime.now(UTC)",
        "time.time()",
        "datetime.date.today()",
        "Draft(saved_at=Now())",
    ],
)
def test_what_is_forbidden_in_a_module_is_found(written):
    assert list(forbidden_in_python(Module("cases.views", written))) != []


def test_examples_are_no_places():
    text = "http://127.0.0.1:8000/ https://cases.example.org/ chair@eastmarsh.example /cases/x/ https://user:word@mail.example"
    assert list(places_of_one_machine(File("x.md", text))) == []
