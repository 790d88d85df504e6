"""What is asked about files, in which words."""

from typing import Any

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat

from prevent_cases.documents.models import State, Upload, shown_name
from prevent_cases.look.forms import Form


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, none of them empty or too large."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list:
        if not data:
            raise forms.ValidationError("Choose a file first.")
        most = settings.LARGEST_FILE_MB * 1024**2
        for chosen in data:
            if not chosen.size:
                raise forms.ValidationError(f"“{shown_name(chosen.name)}” is empty. Choose another.")
            if chosen.size > most:
                raise forms.ValidationError(
                    f"“{shown_name(chosen.name)}” is {filesizeformat(chosen.size)}. The largest that can be taken is "
                    f"{filesizeformat(most)}: add a smaller one, or describe what it shows."
                )
        return list(data)


class ChooseFilesForm(Form):
    files = FilesField(label="Choose files")

    def __init__(self, *data: Any, chosen_already: int = 0) -> None:
        super().__init__(*data)
        self.chosen_already = chosen_already
        self.fields["files"].help_text = (
            f"PDF, pictures (JPEG or PNG), Word documents (.docx) and plain text, {settings.LARGEST_FILE_MB} MB each, "
            f"{settings.MOST_FILES} at most. You can choose several at once."
        )

    def clean_files(self) -> list:
        files = self.cleaned_data["files"]
        if self.chosen_already + len(files) > settings.MOST_FILES:
            raise forms.ValidationError(
                f"You can add {settings.MOST_FILES} files at most, and {self.chosen_already} are here. "
                "Remove some, or choose fewer."
            )
        return files


class ChosenFilesField(forms.ModelMultipleChoiceField):
    """Files that were received one by one, by reference: how a program sends them."""

    def __init__(self, **options: Any) -> None:
        said = {
            "label": "Files",
            "to_field_name": "reference",
            "help_text": "The references that files were given when they were received.",
        }
        super().__init__(queryset=Upload.objects.none(), **said | options)

    def offer(self, user) -> None:
        """Those that somebody has and has not sent yet."""
        self.queryset = Upload.objects.permitted(user, "documents.view_upload").exclude(state=State.REFUSED)


class ChosenFilesForm(Form):
    files = ChosenFilesField()

    @classmethod
    def for_record(cls, record, user, *data):
        form = cls(*data)
        form.fields["files"].offer(user)
        return form


class OneFile(FilesField):
    widget = forms.FileInput

    def clean(self, data: Any, initial: Any = None) -> list:
        return super().clean([data] if data else [], initial)


class BringInForm(Form):
    files = OneFile(label="The filled form", help_text="A Word document (.docx).")
