"""A snapshot never changes: the database refuses it."""

from django.db import migrations

from guiju.web.append_only import refuse_changes


class Migration(migrations.Migration):
    dependencies = (
        ("governance", "0001_initial"),
        # The function that refuses is made there.
        ("journal", "0002_append_only"),
    )
    operations = (refuse_changes("governance_snapshot"),)
