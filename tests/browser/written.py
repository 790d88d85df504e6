"""Writing scripts into every text of every record, past the forms: what one of them let through is shown as well."""

import contextlib
from collections.abc import Iterable, Iterator

from django import forms
from django.db.models import CharField, Field, Model, TextField
from psycopg2.errors import CheckViolation

from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record
from prevent_cases.documents.models import Upload
from prevent_cases.look.repeated import FIRST, RepeatedField
from prevent_cases.pages.drafts import Part
from prevent_cases.pages.models import Draft
from tests.architecture import product
from tests.browser.scripts import SCRIPTS
from tests.server import CLONE, as_superuser

# No script is as short as a code of this length.
SHORTEST = 11
# What our own code writes there.
NO_WORDS = {
    "reference", "from_draft", "sha256", "kind", "cadence", "operation", "place", "password", "onward_service",
    "end_reason",
}  # fmt: skip


def texts_of(model: type[Model]) -> list[Field]:
    """What people write in words; an address, of mail or of a page, can be nothing else."""
    plain = [field for field in model._meta.local_concrete_fields if type(field) in (CharField, TextField)]
    words = [field for field in plain if not field.choices and field.name not in NO_WORDS]
    return [field for field in words if (field.max_length or SHORTEST) >= SHORTEST]


def texts() -> Iterator[tuple[type[Model], list[Field]]]:
    for model in product.models():
        if (issubclass(model, Record) or model in (User, Draft, Upload)) and (fields := texts_of(model)):
            yield model, fields


def names_of_texts() -> set[str]:
    return {f"{model._meta.label}.{field.name}" for model, fields in texts() for field in fields}


def scripts(name: str, longest: int | None, turn: int) -> str:
    """As many scripts as there is room for, after the name of what they stand in; in each row others come first."""
    written = f"§{name}§"
    for script in (*SCRIPTS[turn % len(SCRIPTS) :], *SCRIPTS[: turn % len(SCRIPTS)]):
        if longest is None or len(written) + len(script) < longest:
            written = f"{written} {script}"
    return written


def write_scripts() -> None:
    """Into every text there is. One that must be empty, as the database knows, stays so."""
    turn = 0
    with as_superuser(CLONE) as cursor:
        cursor.execute("SET session_replication_role = replica")  # Past the triggers, too.
        for model, fields in texts():
            keys = list(model._base_manager.values_list("pk", flat=True))
            for field in fields if keys else ():
                update, updates = f'UPDATE {model._meta.db_table} SET "{field.column}" = %s WHERE id = %s', []
                for key in keys:
                    turn += 7
                    words = scripts(f"{model._meta.label}.{field.name}", field.max_length, turn)
                    updates.append(cursor.mogrify(update, [words, key]))
                try:
                    cursor.execute(b"; ".join(updates))
                except CheckViolation:  # Of some, so that none was written.
                    for each in updates:
                        with contextlib.suppress(CheckViolation):
                            cursor.execute(each)


def answers_with_scripts(parts: Iterable[Part], chosen: dict[str, dict[str, str]]) -> dict[str, dict[str, list[str]]]:
    """The answers of a draft: what is ``chosen``, and scripts wherever one writes."""
    answers = {}
    for part in parts:
        answers[part.slug] = {name: [value] for name, value in chosen.get(part.slug, {}).items()}
        for name, field in part.form_class.base_fields.items():
            asked = {name: field}
            if isinstance(field, RepeatedField):
                asked = {f"{name}-{FIRST}-{inner}": each for inner, each in field.form_class.base_fields.items()}
            for inner, each in asked.items():
                if isinstance(each, forms.CharField) and not isinstance(each, forms.EmailField):
                    answers[part.slug][inner] = [scripts(f"draft.{part.slug}.{inner}", each.max_length, len(answers))]
    return answers
