from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Event",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField(db_index=True)),
                ("actor", models.CharField(help_text="user name, or 'system'", max_length=150)),
                (
                    "organisation",
                    models.CharField(
                        blank=True, help_text="'accounts.organisation:7'", max_length=100
                    ),
                ),
                (
                    "action",
                    models.CharField(
                        db_index=True, help_text="'governance.import_plan'", max_length=80
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        db_index=True, help_text="'governance.task:12'", max_length=120
                    ),
                ),
                (
                    "before",
                    models.CharField(
                        blank=True, help_text="SM3 of the record before", max_length=64
                    ),
                ),
                (
                    "after",
                    models.CharField(
                        blank=True, help_text="SM3 of the record after", max_length=64
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("details", models.JSONField(default=dict)),
                ("sm3", models.CharField(max_length=64)),
                ("sha256", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ("number",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="journal_event_number_from_one"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Head",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False),
                ),
                ("number", models.BigIntegerField(default=0)),
                ("sm3", models.CharField(max_length=64)),
                ("sha256", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)), name="journal_head_is_one_row"
                    )
                ],
            },
        ),
    ]
