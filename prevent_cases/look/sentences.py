"""What a form says when an answer is missing or cannot be read: plain sentences made from the question's own label."""

from django import forms


def sentences(field: forms.Field, label: str) -> dict[str, str]:
    """The error messages of ``field``: those its author gave, and ours wherever Django's own would be said."""
    label = str(label).strip() or "Answer"
    django = {}
    for kind in reversed(type(field).__mro__):
        django |= getattr(kind, "default_error_messages", {})
    return field.error_messages | {
        code: sentence
        for code, sentence in _ours(field, label).items()
        if field.error_messages.get(code) == django.get(code)
    }


def _ours(field: forms.Field, label: str) -> dict[str, str]:
    invalid = f"Enter {_within(label)} in the right format"
    if isinstance(field, forms.EmailField):
        invalid = "Enter an e-mail address in the right format, like name@example.com"
    elif isinstance(field, forms.IntegerField):
        invalid = f"{label} must be a number"
    elif isinstance(field, forms.TimeField):
        invalid = f"Enter {_within(label)} like 14:30"
    return {
        "required": _ask(field, label),
        "invalid": invalid,
        "invalid_choice": f"Choose {_within(label)} from the list",
        "max_length": f"{label} must be %(limit_value)s characters or fewer",
        "min_length": f"{label} must be %(limit_value)s characters or more",
        "max_value": f"{label} must be %(limit_value)s or less",
        "min_value": f"{label} must be %(limit_value)s or more",
        "null_characters_not_allowed": f"{label} holds a character that cannot be kept. Write it again",
        "max_today": f"{label} must be today or in the past",
        "not_real": f"{label} must be a real date, like 27 3 2026",
        "incomplete": f"{label} must include %(missing)s",
        "short_year": f"{label} must include a year of 4 numbers, like 2026",
        "empty": "The chosen file is empty. Choose another",
        "missing": "Choose a file",
    }


def _ask(field: forms.Field, label: str) -> str:
    if isinstance(field, forms.BooleanField):
        return f"Tick the box to go on: {_within(label)}"
    if isinstance(field, forms.FileField):
        return "Choose a file"
    if isinstance(field, forms.EmailField):
        return "Enter an e-mail address"
    if isinstance(field.widget, forms.PasswordInput):
        return "Enter a password"
    verb = "Choose" if isinstance(field, (forms.ChoiceField, forms.ModelChoiceField)) else "Enter"
    return f"{verb} an answer to “{label}”" if label.endswith("?") else f"{verb} {_within(label)}"


def _within(label: str) -> str:
    """The label inside a sentence: a capital stays only where the word is written so everywhere (NHS, GP)."""
    return label if label[1:2].isupper() or label[1:2] == " " else label[:1].lower() + label[1:]
