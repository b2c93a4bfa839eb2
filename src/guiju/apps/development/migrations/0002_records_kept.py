"""Steps, ballot papers and replies never change: the database refuses it."""

from django.db import migrations

from guiju.web.append_only import refuse_changes


class Migration(migrations.Migration):
    dependencies = (
        ("development", "0001_projects"),
        # The function that refuses is made there.
        ("journal", "0002_append_only"),
    )
    operations = (
        refuse_changes("development_steptaken"),
        refuse_changes("development_paper"),
        refuse_changes("development_reply"),
    )
