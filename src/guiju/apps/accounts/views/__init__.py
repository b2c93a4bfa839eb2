"""The pages of the accounts."""

from guiju.apps.accounts.views.sign_in import locked_out

__all__ = ["locked_out"]  # named in the settings
