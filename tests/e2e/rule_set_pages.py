"""The pages of rule sets for `test_every_page`, and the demonstration's files that they open."""

from guiju.apps.conformity.models import RuleFile

PUBLIC = ""
DRAFT, SENT, OWN = ("rule_draft",), ("rule_sent",), ("rule_platform",)
PAGES = {
    "conformity:rules": (PUBLIC, (), ""),
    "conformity:rule_set": (PUBLIC, OWN, ""),
    "conformity:rule_set_try": (PUBLIC, OWN, "?v-DO=7.4&a-waterbody=lake&try=1"),
    "conformity:rule_set_beside": ("office", DRAFT, ""),
    "conformity:rule_set_lines": ("office", DRAFT, ""),
    "conformity:rule_set_versions": ("office", DRAFT, ""),
    "conformity:new_rules": ("office", (), ""),
    "conformity:edit_rules": ("office", DRAFT, "?checked=1"),
    "conformity:submit_rules": ("office", DRAFT, ""),
    "conformity:withdraw_rules": ("office", DRAFT, ""),
    "conformity:review_rules": ("cataloguer", SENT, ""),
}
DOWNLOADS = {"conformity:rule_set_file"}


def things():
    """The draft and the submitted file of the demonstration, and a set of the platform."""
    return {
        "rule_draft": RuleFile.objects.get(state="draft").pk,
        "rule_sent": RuleFile.objects.get(state="submitted").pk,
        "rule_platform": "GB_3838-2002",
    }
