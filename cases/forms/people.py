"""Choosing one or several of the people of an area."""

from django import forms

from prevent_cases.accounts.models import Area, Post, User


def people_of(area: Area):
    """Those who hold a post in an area today, in its agencies or in its panels, by name."""
    posts = Post.objects.current().in_area(area)
    return User.objects.filter(pk__in=posts.values("user"), is_active=True).order_by("name", "pk")


class PersonOfAreaField(forms.ModelChoiceField):
    """One of them."""

    def __init__(self, **kwargs):
        super().__init__(
            queryset=User.objects.none(), to_field_name="reference", empty_label="Choose a person", **kwargs
        )
