"""Projects, their rounds, ballots, clocks and materials; committees; numbers given; calendars."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_cataloguer"),
        ("catalogue", "0002_settled_conflicts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BallotRound",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(help_text="within the project, from 0")),
                ("kind", models.CharField(max_length=60)),
                ("rule", models.CharField(max_length=60)),
                ("opened", models.DateField()),
                ("last", models.DateField(null=True)),
                ("closed", models.DateField(null=True)),
                ("current", models.BooleanField(default=True)),
                ("passed", models.BooleanField(help_text="once closed", null=True)),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="NumberSeries",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=120, unique=True)),
                ("highest", models.CharField(blank=True, max_length=20)),
            ],
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("procedure", models.CharField(max_length=60)),
                ("role", models.CharField(max_length=60)),
                ("code", models.CharField(blank=True, max_length=20)),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, help_text="exclusive", null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ("procedure", "role", "organisation__order"),
            },
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=64, unique=True)),
                ("created", models.DateTimeField()),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="calendar_feed",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Committee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=80, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("tc", "technical committee"),
                            ("sc", "subcommittee"),
                            ("swg", "standardization working group"),
                            ("wg", "working group"),
                            ("experts", "expert group"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("preparing", "being set up"),
                            ("established", "established"),
                            ("renewing", "being re-elected"),
                            ("rectifying", "rectifying"),
                            ("revoked", "revoked"),
                            ("cancelled", "cancelled"),
                        ],
                        default="established",
                        max_length=12,
                    ),
                ),
                ("name_zh", models.CharField(max_length=200)),
                ("name_en", models.CharField(blank=True, max_length=300)),
                ("scope_zh", models.TextField(blank=True)),
                ("scope_en", models.TextField(blank=True)),
                ("ics", models.JSONField(default=list, help_text="codes that its scope covers")),
                ("ccs", models.JSONField(default=list)),
                ("established", models.DateField(null=True)),
                (
                    "term_ends",
                    models.DateField(help_text="the last day of the members' term", null=True),
                ),
                ("ended", models.DateField(null=True)),
                ("is_example", models.BooleanField(default=False)),
                (
                    "authority",
                    models.ForeignKey(
                        help_text="业务指导单位",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.organisation",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="development.committee",
                    ),
                ),
                (
                    "secretariat",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ("key",),
            },
        ),
        migrations.CreateModel(
            name="Elector",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "actor",
                    models.CharField(help_text="the actor as the engine knows it", max_length=60),
                ),
                ("name", models.CharField(max_length=80)),
                ("unit", models.CharField(blank=True, max_length=200)),
                ("side", models.CharField(blank=True, max_length=10)),
                ("seat", models.CharField(default="member", max_length=20)),
                ("roles", models.JSONField(default=list)),
                ("aside", models.TextField(blank=True, help_text="why the elector stands aside")),
                (
                    "ballot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="electors",
                        to="development.ballotround",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.organisation",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Paper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("marks", models.JSONField()),
                ("reasons", models.TextField(blank=True)),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                (
                    "elector",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="development.elector",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Project",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("procedure", models.CharField(max_length=60)),
                ("began", models.DateField(help_text="which version of the procedure it follows")),
                ("state", models.CharField(max_length=60)),
                ("stage", models.CharField(help_text="SS.ss of GB/T 16733 and ISO", max_length=5)),
                ("entered", models.DateField(help_text="the day on which it came into this state")),
                ("ended", models.BooleanField(default=False)),
                ("facts", models.JSONField(default=dict)),
                ("title_zh", models.CharField(max_length=300)),
                ("title_en", models.CharField(blank=True, max_length=400)),
                ("form", models.JSONField(default=dict)),
                ("plan_number", models.CharField(blank=True, db_index=True, max_length=40)),
                (
                    "number",
                    models.CharField(
                        blank=True, help_text="of the standard, assigned", max_length=120
                    ),
                ),
                ("due", models.DateField(db_index=True, null=True)),
                ("due_duty", models.CharField(blank=True, max_length=60)),
                ("is_example", models.BooleanField(default=False)),
                ("created", models.DateTimeField()),
                ("changed", models.DateTimeField()),
                (
                    "committee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="projects",
                        to="development.committee",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        blank=True,
                        help_text="what is reviewed, amended, withdrawn, translated; or what it has published",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="projects",
                        to="catalogue.edition",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followers",
                        to="development.project",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        help_text="提案单位",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.organisation",
                    ),
                ),
                (
                    "replaces",
                    models.ManyToManyField(
                        blank=True, related_name="replacing_projects", to="catalogue.edition"
                    ),
                ),
            ],
            options={
                "ordering": ("-changed", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.CharField(max_length=60)),
                ("side", models.CharField(blank=True, max_length=10)),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, help_text="exclusive", null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.organisation",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parties",
                        to="development.project",
                    ),
                ),
            ],
            options={
                "ordering": ("role", "pk"),
            },
        ),
        migrations.CreateModel(
            name="NumberGiven",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveIntegerField(help_text="in the count")),
                ("number", models.CharField(max_length=240, unique=True)),
                ("given", models.DateField(null=True)),
                (
                    "reason",
                    models.CharField(blank=True, help_text="why it is kept", max_length=300),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="numbers",
                        to="development.numberseries",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="numbers",
                        to="development.project",
                    ),
                ),
            ],
            options={
                "ordering": ("series", "place", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Material",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(help_text="within the project")),
                ("material", models.CharField(max_length=60)),
                (
                    "by",
                    models.CharField(help_text="the actor as the engine knows it", max_length=60),
                ),
                ("on", models.DateField()),
                ("name", models.CharField(blank=True, help_text="of the file", max_length=200)),
                ("file", models.FileField(blank=True, upload_to="projects/%Y/%m")),
                (
                    "digest",
                    models.CharField(blank=True, help_text="SHA-256 of the file", max_length=64),
                ),
                ("size", models.PositiveBigIntegerField(default=0, help_text="bytes")),
                ("format", models.CharField(blank=True, max_length=20)),
                ("sts", models.FileField(blank=True, upload_to="projects/%Y/%m")),
                (
                    "values",
                    models.JSONField(default=dict, help_text="of a form that was filled in here"),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
                ("added", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="materials",
                        to="development.project",
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.AddField(
            model_name="ballotround",
            name="project",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="ballots",
                to="development.project",
            ),
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "clause",
                    models.CharField(
                        blank=True, help_text="address; empty: the whole", max_length=120
                    ),
                ),
                (
                    "sort",
                    models.CharField(help_text="orders clauses as the text does", max_length=200),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True, help_text="clause as its author wrote it", max_length=200
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("ge", "general"), ("te", "technical"), ("ed", "editorial")],
                        default="ge",
                        max_length=2,
                    ),
                ),
                ("text", models.TextField()),
                ("proposed", models.TextField(blank=True, help_text="text proposed instead")),
                ("reason", models.TextField(blank=True)),
                ("name", models.CharField(blank=True, max_length=80)),
                ("unit", models.CharField(blank=True, max_length=200)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("is_named", models.BooleanField(default=False)),
                ("on", models.DateField()),
                ("received", models.DateTimeField()),
                (
                    "origin",
                    models.CharField(
                        blank=True, help_text="file and row it came from", max_length=200
                    ),
                ),
                (
                    "digest",
                    models.CharField(db_index=True, help_text="of clause and words", max_length=64),
                ),
                (
                    "saying",
                    models.CharField(
                        blank=True, help_text="digest of clause and folded words", max_length=32
                    ),
                ),
                (
                    "extent",
                    models.PositiveIntegerField(
                        default=0, help_text="how many pairs of words it has"
                    ),
                ),
                (
                    "alike",
                    models.PositiveIntegerField(
                        help_text="number of the first of its group", null=True
                    ),
                ),
                ("likeness", models.FloatField(default=1, help_text="to the first of its group")),
                ("hidden", models.DateTimeField(null=True)),
                ("hidden_because", models.CharField(blank=True, max_length=300)),
                (
                    "standing",
                    models.CharField(
                        blank=True, help_text="disposition of its reply", max_length=12
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.organisation",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("disposition", models.CharField(max_length=12)),
                ("reason", models.TextField(blank=True)),
                ("changed_text", models.TextField(blank=True, help_text="what the draft says now")),
                ("by", models.CharField(max_length=60)),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                (
                    "remark",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="development.remark",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(help_text="within the project, from 0")),
                ("kind", models.CharField(max_length=60)),
                ("opened", models.DateField()),
                ("length", models.JSONField(help_text="key, count, unit, basis")),
                (
                    "last",
                    models.DateField(
                        help_text="the last day for comments, as known when it opened"
                    ),
                ),
                ("closed", models.DateField(null=True)),
                ("current", models.BooleanField(default=True)),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="development.project",
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.AddField(
            model_name="remark",
            name="round",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="remarks",
                to="development.round",
            ),
        ),
        migrations.CreateModel(
            name="RunningClock",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(help_text="within the project, from 0")),
                ("duty", models.CharField(max_length=60)),
                ("started", models.DateField()),
                ("length", models.JSONField(help_text="key, count, unit, basis")),
                ("extensions", models.JSONField(default=list)),
                ("pauses", models.JSONField(default=list)),
                ("due", models.DateField(help_text="none while suspended", null=True)),
                ("done", models.DateField(null=True)),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clocks",
                        to="development.project",
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="StepTaken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("transition", models.CharField(max_length=60)),
                (
                    "by",
                    models.CharField(help_text="the actor as the engine knows it", max_length=60),
                ),
                ("on", models.DateField()),
                ("source", models.CharField(max_length=60)),
                ("target", models.CharField(max_length=60)),
                ("note", models.TextField(blank=True)),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="development.project",
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="Unverified",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=64, unique=True)),
                ("values", models.JSONField()),
                ("email", models.EmailField(max_length=254)),
                (
                    "address",
                    models.CharField(help_text="digest of the network address", max_length=64),
                ),
                ("at", models.DateTimeField(db_index=True)),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="unverified",
                        to="development.round",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CommitteeLiaison",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("matter", models.CharField(max_length=300)),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, help_text="exclusive", null=True)),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="liaisons",
                        to="development.committee",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="development.committee",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("committee", models.F("other")), _negated=True),
                        name="development_no_liaison_with_itself",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CommitteeSeat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.CharField(
                        choices=[
                            ("chair", "chair"),
                            ("vice_chair", "vice-chair"),
                            ("secretary", "secretary-general"),
                            ("deputy_secretary", "deputy secretary-general"),
                            ("member", "member"),
                            ("staff", "secretariat staff"),
                            ("adviser", "adviser"),
                            ("observer", "observer"),
                            ("liaison", "liaison officer"),
                        ],
                        default="member",
                        max_length=20,
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("producer", "producers"),
                            ("operator", "operators"),
                            ("user", "users"),
                            ("consumer", "consumers"),
                            ("public", "public interest"),
                        ],
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(blank=True, help_text="专业技术职称", max_length=80)),
                (
                    "is_small_firm",
                    models.BooleanField(default=False, help_text="speaks for small firms"),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, help_text="exclusive", null=True)),
                ("ended_because", models.CharField(blank=True, max_length=200)),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="development.committee",
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="committee_seats",
                        to="accounts.person",
                    ),
                ),
            ],
            options={
                "ordering": ("committee", "since", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("since__lte", models.F("until")), _connector="OR"
                        ),
                        name="development_seat_dates_in_order",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="elector",
            constraint=models.UniqueConstraint(
                fields=("ballot", "actor"), name="development_elector_once"
            ),
        ),
        migrations.AddIndex(
            model_name="project",
            index=models.Index(fields=["ended", "stage"], name="development_by_stage"),
        ),
        migrations.AddIndex(
            model_name="project",
            index=models.Index(fields=["procedure", "state"], name="development_by_state"),
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.UniqueConstraint(
                condition=models.Q(("plan_number", ""), _negated=True),
                fields=("plan_number",),
                name="development_plan_number_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("user", None), _negated=True),
                    models.Q(("organisation", None), _negated=True),
                    _connector="OR",
                ),
                name="development_party_is_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until", None), ("since__lte", models.F("until")), _connector="OR"
                ),
                name="development_party_dates_in_order",
            ),
        ),
        migrations.AddIndex(
            model_name="numbergiven",
            index=models.Index(fields=["series", "place"], name="development_by_place"),
        ),
        migrations.AddConstraint(
            model_name="material",
            constraint=models.UniqueConstraint(
                fields=("project", "number"), name="development_material_once"
            ),
        ),
        migrations.AddIndex(
            model_name="ballotround",
            index=models.Index(fields=["closed", "last"], name="development_open_ballots"),
        ),
        migrations.AddConstraint(
            model_name="ballotround",
            constraint=models.UniqueConstraint(
                fields=("project", "number"), name="development_ballot_once"
            ),
        ),
        migrations.AddIndex(
            model_name="round",
            index=models.Index(fields=["closed", "last"], name="development_open_rounds"),
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.UniqueConstraint(
                fields=("project", "number"), name="development_round_once"
            ),
        ),
        migrations.AddIndex(
            model_name="remark",
            index=models.Index(fields=["round", "sort", "number"], name="development_by_clause"),
        ),
        migrations.AddIndex(
            model_name="remark",
            index=models.Index(fields=["round", "standing"], name="development_by_standing"),
        ),
        migrations.AddIndex(
            model_name="remark",
            index=models.Index(fields=["round", "alike"], name="development_by_group"),
        ),
        migrations.AddIndex(
            model_name="remark",
            index=models.Index(fields=["round", "saying"], name="development_by_saying"),
        ),
        migrations.AddConstraint(
            model_name="remark",
            constraint=models.UniqueConstraint(
                fields=("round", "number"), name="development_remark_once"
            ),
        ),
        migrations.AddIndex(
            model_name="runningclock",
            index=models.Index(fields=["done", "due"], name="development_by_due"),
        ),
        migrations.AddConstraint(
            model_name="runningclock",
            constraint=models.UniqueConstraint(
                fields=("project", "number"), name="development_clock_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="steptaken",
            constraint=models.UniqueConstraint(
                fields=("project", "number"), name="development_step_once"
            ),
        ),
    ]
