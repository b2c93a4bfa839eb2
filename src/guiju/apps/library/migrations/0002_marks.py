"""Marks by which clauses of other texts are found; those of the texts that are here already."""

from itertools import chain

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def fill(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    from guiju.apps.library.services.parts import mark_values

    mark, passage = apps.get_model("library", "Mark"), apps.get_model("library", "Passage")
    rows = (
        (mark(passage_id=one.pk, value=value, text_id=one.text_id) for value in mark_values(one))
        for one in passage.objects.order_by("pk").iterator()
    )
    mark.objects.bulk_create(chain.from_iterable(rows), batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Mark",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "passage",
                        "value",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("value", models.BigIntegerField()),
                (
                    "passage",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="library.passage",
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="library.text",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["value", "passage", "text"], name="library_mark_holders")
                ],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
