"""Addresses of accounts."""

from django.urls import path

from guiju.apps.accounts.views import me, notices, organisations, sign_in, users

app_name = "accounts"
urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/code/", sign_in.second_step, name="second_step"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("me/", me.me, name="me"),
    path("me/password/", me.password, name="password"),
    path("me/second-step/", me.second_factor, name="second_factor"),
    path("me/second-step/off/", me.second_factor_off, name="second_factor_off"),
    path("me/tokens/", me.token_list, name="tokens"),
    path("me/tokens/<int:pk>/revoke/", me.revoke_token, name="revoke_token"),
    path("me/seats/<int:pk>/delegate/", me.delegation, name="delegate"),
    path("me/delegations/<int:pk>/end/", me.end_delegation, name="end_delegation"),
    path("me/notices/", notices.notices, name="notices"),
    path("me/notices/read/", notices.read_notices, name="read_notices"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/new/", organisations.new_organisation, name="new_organisation"),
    path("organisations/<slug:slug>/", organisations.organisation, name="organisation"),
    path("organisations/<slug:slug>/edit/", organisations.edit_organisation, name="edit_organisation"),
    path("organisations/<slug:slug>/rename/", organisations.rename_organisation, name="rename_organisation"),
    path("organisations/<slug:slug>/aliases/new/", organisations.new_alias, name="new_alias"),
    path("organisations/<slug:slug>/aliases/<int:pk>/remove/", organisations.remove_alias, name="remove_alias"),
    path("organisations/<slug:slug>/succession/", organisations.new_succession, name="new_succession"),
    path("users/", users.users, name="users"),
    path("users/new/", users.new_user, name="new_user"),
    path("users/<int:pk>/", users.user, name="user"),
    path("users/<int:pk>/edit/", users.edit_person, name="edit_person"),
    path("users/<int:pk>/deactivate/", users.deactivate_user, name="deactivate_user"),
    path("users/<int:pk>/activate/", users.activate_user, name="activate_user"),
    path("users/<int:pk>/reset-password/", users.reset_password, name="reset_password"),
    path("users/<int:pk>/remove-second-step/", users.remove_second_factor, name="remove_second_factor"),
    path("users/<int:pk>/seats/new/", users.new_seat, name="new_seat"),
    path("seats/<int:pk>/end/", users.end_seat, name="end_seat"),
]  # fmt: skip
