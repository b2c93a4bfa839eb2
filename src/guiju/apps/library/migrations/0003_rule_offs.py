import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def tell_places(apps, _schema):
    texts = apps.get_model("library", "Text").objects
    texts.filter(format="pdf").update(places="page")
    texts.filter(format="docx").update(places="paragraph")


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0002_settled_conflicts"),
        ("library", "0002_marks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="text",
            name="mended_from",
            field=models.ForeignKey(
                help_text="the version whose findings were mended in it",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="library.text",
            ),
        ),
        migrations.AddField(
            model_name="text",
            name="places",
            field=models.CharField(
                choices=[("line", "line"), ("page", "page"), ("paragraph", "paragraph")],
                default="line",
                help_text="what the numbers of its doubts count",
                max_length=9,
            ),
        ),
        migrations.RunPython(tell_places, migrations.RunPython.noop),
        migrations.CreateModel(
            name="RuleOff",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    models.CharField(choices=[("zh", "Chinese"), ("en", "English")], max_length=2),
                ),
                ("rule", models.CharField(max_length=12)),
                ("reason", models.CharField(max_length=500)),
                ("since", models.DateTimeField()),
                ("ended", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rule_offs",
                        to="catalogue.edition",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("rule", "since"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended", None)),
                        fields=("edition", "language", "rule"),
                        name="library_rule_off_once",
                    )
                ],
            },
        ),
    ]
