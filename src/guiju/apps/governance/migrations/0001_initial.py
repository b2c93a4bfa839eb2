import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Measure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=120)),
                ("order", models.PositiveIntegerField()),
                ("level", models.PositiveSmallIntegerField(default=1)),
                ("no", models.PositiveIntegerField()),
                ("label", models.CharField(max_length=20)),
                ("title_zh", models.TextField()),
                ("title_en", models.CharField(blank=True, max_length=400)),
                ("text", models.TextField(blank=True)),
                (
                    "start",
                    models.PositiveIntegerField(
                        help_text="character offset in the plan's text", null=True
                    ),
                ),
                ("end", models.PositiveIntegerField(null=True)),
                (
                    "risk",
                    models.CharField(
                        choices=[
                            ("none", "No risk"),
                            ("watch", "To be watched"),
                            ("high", "High risk"),
                        ],
                        default="none",
                        max_length=10,
                    ),
                ),
                ("risk_note", models.CharField(blank=True, max_length=500)),
                (
                    "withdrawn",
                    models.PositiveIntegerField(
                        help_text="number of the text without it", null=True
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="governance.measure",
                    ),
                ),
            ],
            options={
                "ordering": ("plan", "order"),
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan_comments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.organisation",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="governance.measure",
                    ),
                ),
            ],
            options={
                "ordering": ("at",),
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveIntegerField()),
                ("raw", models.TextField(blank=True)),
                ("start", models.PositiveIntegerField(null=True)),
                ("end", models.PositiveIntegerField(null=True)),
                ("all_departments", models.BooleanField(default=False, help_text="各有关部门")),
                ("local_governments", models.BooleanField(default=False, help_text="地方人民政府")),
                (
                    "others",
                    models.BooleanField(default=False, help_text="等: the list is not closed"),
                ),
                ("withdrawn", models.PositiveIntegerField(null=True)),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="governance.measure",
                    ),
                ),
            ],
            options={
                "ordering": ("measure", "order"),
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("as_written", models.TextField()),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("lead", "Lead"),
                            ("shared", "Shared responsibility"),
                            ("cooperating", "Cooperating"),
                            ("guiding", "Guiding"),
                        ],
                        max_length=12,
                    ),
                ),
                ("order", models.PositiveIntegerField()),
                (
                    "by_hand",
                    models.BooleanField(
                        default=False, help_text="assigned by the office, not the text"
                    ),
                ),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, help_text="exclusive", null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="accounts.organisation",
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="governance.note",
                    ),
                ),
            ],
            options={
                "ordering": ("note", "order"),
            },
        ),
        migrations.CreateModel(
            name="Action",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveIntegerField()),
                ("text", models.TextField()),
                ("start", models.PositiveIntegerField(null=True)),
                ("end", models.PositiveIntegerField(null=True)),
                ("due", models.DateField(blank=True, null=True)),
                ("due_as_written", models.CharField(blank=True, max_length=60)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("done", "Done"),
                            ("stopped", "Stopped"),
                        ],
                        default="not_started",
                        max_length=12,
                    ),
                ),
                ("withdrawn", models.PositiveIntegerField(null=True)),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="governance.measure",
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="governance.note",
                    ),
                ),
            ],
            options={
                "ordering": ("measure", "order"),
            },
        ),
        migrations.CreateModel(
            name="Output",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveIntegerField()),
                ("kind", models.CharField(help_text="the kind word, such as 平台", max_length=12)),
                ("name", models.TextField()),
                ("start", models.PositiveIntegerField(null=True)),
                ("end", models.PositiveIntegerField(null=True)),
                ("withdrawn", models.PositiveIntegerField(null=True)),
                (
                    "action",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outputs",
                        to="governance.action",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outputs",
                        to="governance.measure",
                    ),
                ),
            ],
            options={
                "ordering": ("measure", "order"),
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=60, unique=True)),
                ("title_zh", models.CharField(max_length=200)),
                ("title_en", models.CharField(blank=True, max_length=300)),
                ("document_number", models.CharField(blank=True, max_length=80)),
                ("issued", models.DateField(blank=True, null=True)),
                ("starts", models.DateField(blank=True, null=True)),
                (
                    "ends",
                    models.DateField(
                        blank=True, help_text="last day of the plan's period", null=True
                    ),
                ),
                ("is_public", models.BooleanField(default=False)),
                ("is_example", models.BooleanField(default=False)),
                (
                    "version",
                    models.PositiveIntegerField(default=0, help_text="number of the text in force"),
                ),
                (
                    "office",
                    models.ForeignKey(
                        help_text="the organisation that keeps the ledger",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="accounts.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ("-issued", "slug"),
            },
        ),
        migrations.AddField(
            model_name="measure",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="measures",
                to="governance.plan",
            ),
        ),
        migrations.CreateModel(
            name="ImportDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("file_name", models.CharField(max_length=200)),
                ("encoding", models.CharField(max_length=40)),
                ("text", models.TextField()),
                ("parsed", models.JSONField()),
                ("decisions", models.JSONField(default=dict)),
                ("created", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="import_drafts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="governance.plan",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PlanText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("text", models.TextField()),
                ("file_name", models.CharField(max_length=200)),
                ("encoding", models.CharField(max_length=40)),
                ("sm3", models.CharField(help_text="of the decoded text in UTF-8", max_length=64)),
                ("parsed", models.JSONField(help_text="what the parser answered, with its doubts")),
                (
                    "changes",
                    models.JSONField(
                        default=list, help_text="what it changed in the ledger, by measure"
                    ),
                ),
                ("imported_at", models.DateTimeField()),
                (
                    "imported_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="texts",
                        to="governance.plan",
                    ),
                ),
            ],
            options={
                "ordering": ("plan", "number"),
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("period", models.CharField(help_text="a quarter, such as 2023Q1", max_length=6)),
                ("state", models.CharField(default="draft", max_length=12)),
                ("version", models.PositiveIntegerField(default=0)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("lead", "Lead"),
                            ("shared", "Shared responsibility"),
                            ("cooperating", "Cooperating"),
                            ("guiding", "Guiding"),
                        ],
                        default="shared",
                        help_text="lead or shared: what the organisation's duty was when this was written",
                        max_length=12,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                (
                    "risk",
                    models.CharField(
                        choices=[
                            ("none", "No risk"),
                            ("watch", "To be watched"),
                            ("high", "High risk"),
                        ],
                        default="none",
                        max_length=10,
                    ),
                ),
                ("risk_note", models.CharField(blank=True, max_length=500)),
                ("created", models.DateTimeField(auto_now_add=True)),
                ("submitted", models.DateTimeField(blank=True, null=True)),
                ("decided", models.DateTimeField(blank=True, null=True)),
                (
                    "decision_note",
                    models.TextField(blank=True, help_text="why it was returned, or the remark"),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=False, help_text="the public may read it once accepted"
                    ),
                ),
                ("is_example", models.BooleanField(default=False)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress_reports",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="governance.measure",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress_reports",
                        to="accounts.organisation",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-period", "measure", "organisation"),
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("file", models.FileField(upload_to="evidence/%Y/%m")),
                ("name", models.CharField(max_length=200)),
                ("size", models.PositiveBigIntegerField()),
                ("sm3", models.CharField(max_length=64)),
                ("sha256", models.CharField(max_length=64)),
                ("uploaded", models.DateTimeField(auto_now_add=True)),
                ("withdrawn", models.DateTimeField(blank=True, null=True)),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="governance.report",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReportLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(blank=True)),
                (
                    "proposed_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("done", "Done"),
                            ("stopped", "Stopped"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report_lines",
                        to="governance.action",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="governance.report",
                    ),
                ),
            ],
            options={
                "ordering": ("report", "action__order"),
            },
        ),
        migrations.CreateModel(
            name="Snapshot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("period", models.CharField(max_length=6)),
                ("taken", models.DateTimeField()),
                ("content", models.JSONField(help_text="the whole ledger as JSON")),
                ("sm3", models.CharField(max_length=64)),
                ("sha256", models.CharField(max_length=64)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="snapshots",
                        to="governance.plan",
                    ),
                ),
            ],
            options={
                "ordering": ("plan", "-period"),
            },
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn", None)),
                fields=("plan", "key"),
                name="governance_measure_key",
            ),
        ),
        migrations.AddConstraint(
            model_name="plantext",
            constraint=models.UniqueConstraint(
                fields=("plan", "number"), name="governance_plantext_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                fields=("measure", "organisation", "period"), name="governance_report_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportline",
            constraint=models.UniqueConstraint(
                fields=("report", "action"), name="governance_line_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="snapshot",
            constraint=models.UniqueConstraint(
                fields=("plan", "period"), name="governance_snapshot_once"
            ),
        ),
    ]
