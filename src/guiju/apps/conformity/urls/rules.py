"""Addresses of rule sets (规则集). `ref` is the number of a file, or a name of the rulebook's."""

from django.urls import URLPattern, path

from guiju.apps.conformity.views import rules, rules_editing, rules_reviewing, rules_trying

urlpatterns: list[URLPattern] = [
    path("", rules.rule_files, name="rules"),
    path("new/", rules_editing.new_rules, name="new_rules"),
    path("<str:ref>/", rules.rule_set, name="rule_set"),
    path("<str:ref>/lines/", rules.rule_set_lines, name="rule_set_lines"),
    path("<str:ref>/versions/", rules.rule_set_versions, name="rule_set_versions"),
    path("<str:ref>/try/", rules_trying.rule_set_try, name="rule_set_try"),
    path("<str:ref>/beside/", rules_trying.rule_set_beside, name="rule_set_beside"),
    path("<str:ref>/file.<str:form>", rules.rule_set_download, name="rule_set_file"),
    path("<str:ref>/edit/", rules_editing.edit_rules, name="edit_rules"),
    path("<str:ref>/submit/", rules_editing.submit_rules, name="submit_rules"),
    path("<str:ref>/review/", rules_reviewing.review_rules, name="review_rules"),
    path("<str:ref>/withdraw/", rules_editing.withdraw_rules, name="withdraw_rules"),
]
