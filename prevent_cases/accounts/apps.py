"""Configuration of accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "prevent_cases.accounts"
    label = "accounts"
