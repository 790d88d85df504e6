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
    asks = label.endswith("?")
    subject, answer = (f"The answer to “{label}”", f"an answer to “{label}”") if asks else (label, _within(label))
    invalid = f"Enter {answer} in the right format"
    if isinstance(field, forms.EmailField):
        invalid = "Enter an e-mail address in the right format, like name@example.com"
    elif isinstance(field, forms.IntegerField):
        invalid = f"{subject} must be a number"
    elif isinstance(field, forms.TimeField):
        invalid = f"Enter {answer} like 14:30"
    # Where something is put into a sentence with percent signs, one of the label stays as it is written.
    filled, chosen = subject.replace("%", "%%"), answer.replace("%", "%%")
    return {
        "required": _ask(field, label, answer),
        "invalid": invalid,
        "invalid_choice": f"Choose {chosen} from the list",
        "max_length": f"{filled} must be %(limit_value)s characters or fewer",
        "min_length": f"{filled} must be %(limit_value)s characters or more",
        "max_value": f"{filled} must be %(limit_value)s or less",
        "min_value": f"{filled} must be %(limit_value)s or more",
        "null_characters_not_allowed": f"{filled} holds a character that cannot be kept. Write it again",
        "max_today": f"{subject} must be today or in the past",
        "not_real": f"{subject} must be a real date, like 27 3 2026",
        "incomplete": f"{filled} must include %(missing)s",
        "short_year": f"{subject} must include a year of 4 numbers, like 2026",
        "empty": "The chosen file is empty. Choose another",
        "missing": "Choose a file",
    }


def _ask(field: forms.Field, label: str, answer: str) -> str:
    if isinstance(field, forms.BooleanField):
        return f"Tick the box to go on: {_within(label)}"
    if isinstance(field, forms.FileField):
        return "Choose a file"
    if isinstance(field, forms.EmailField):
        return "Enter an e-mail address"
    if isinstance(field.widget, forms.PasswordInput):
        return "Enter a password"
    verb = "Choose" if isinstance(field, (forms.ChoiceField, forms.ModelChoiceField)) else "Enter"
    return f"{verb} {answer}"


def _within(label: str) -> str:
    """The label inside a sentence: a capital stays only where the word is written so everywhere (NHS, GP)."""
    return label if label[1:2].isupper() or label[1:2] == " " else label[:1].lower() + label[1:]
