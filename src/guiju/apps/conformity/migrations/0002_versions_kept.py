"""Versions of rule files, and what was done with them, never change: the database refuses it."""

from django.db import migrations

from guiju.web.append_only import refuse_changes


class Migration(migrations.Migration):
    dependencies = (
        ("conformity", "0001_rule_files"),
        # The function that refuses is made there.
        ("journal", "0002_append_only"),
    )
    operations = (
        refuse_changes("conformity_rulefileversion"),
        refuse_changes("conformity_rulefilestep"),
    )
