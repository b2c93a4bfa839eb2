import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                ("username", models.CharField(max_length=60, unique=True)),
                ("is_active", models.BooleanField(default=True)),
                ("password_changed", models.DateTimeField(blank=True, null=True)),
                ("totp_secret", models.CharField(blank=True, max_length=64)),
                (
                    "totp_last_step",
                    models.BigIntegerField(default=0, help_text="a code is accepted once"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                ("title", models.CharField(blank=True, max_length=80)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("is_example", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("created", models.DateTimeField()),
                ("until", models.DateField(help_text="exclusive")),
                ("revoked", models.DateTimeField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tokens",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=60, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("state_council", "State Council body"),
                            ("party", "Party body"),
                            ("local_government", "Local government"),
                            ("local_department", "Local department"),
                            ("association", "Association"),
                            ("enterprise", "Enterprise"),
                            ("institution", "Public institution"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "uscc",
                    models.CharField(
                        blank=True, max_length=18, verbose_name="unified social credit code"
                    ),
                ),
                ("region", models.CharField(blank=True, help_text="GB/T 2260 code", max_length=6)),
                (
                    "is_example",
                    models.BooleanField(default=False, help_text="示例: not a real body"),
                ),
                (
                    "order",
                    models.PositiveIntegerField(
                        default=1000, help_text="official order of precedence"
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="accounts.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ("order", "slug"),
            },
        ),
        migrations.CreateModel(
            name="Alias",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=120)),
                (
                    "key",
                    models.CharField(
                        editable=False, help_text="text, folded", max_length=480, unique=True
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aliases",
                        to="accounts.organisation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OrganisationName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("zh", models.CharField(max_length=120)),
                ("short_zh", models.CharField(help_text="规范简称", max_length=60)),
                (
                    "key",
                    models.CharField(db_index=True, default="", editable=False, max_length=480),
                ),
                (
                    "short_key",
                    models.CharField(db_index=True, default="", editable=False, max_length=240),
                ),
                ("en", models.CharField(blank=True, max_length=200)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="names",
                        to="accounts.organisation",
                    ),
                ),
            ],
            options={
                "ordering": (models.OrderBy(models.F("since"), nulls_first=True), "pk"),
            },
        ),
        migrations.AddField(
            model_name="user",
            name="person",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="user",
                to="accounts.person",
            ),
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("office", "Plan office"),
                            ("liaison", "Liaison officer"),
                            ("reader", "Internal reader"),
                            ("system_admin", "System administrator"),
                            ("security_admin", "Security administrator"),
                            ("audit_admin", "Audit administrator"),
                        ],
                        max_length=20,
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, help_text="exclusive", null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="accounts.organisation",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("user", "role", "since"),
            },
        ),
        migrations.CreateModel(
            name="Delegation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(help_text="exclusive; a delegation always ends")),
                ("reason", models.CharField(max_length=200)),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations",
                        to="accounts.seat",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                ("is_whole", models.BooleanField(default=True)),
                ("basis", models.CharField(blank=True, max_length=200)),
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="accounts.organisation",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="origins",
                        to="accounts.organisation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=160)),
                ("text_zh", models.TextField()),
                ("text_en", models.TextField()),
                ("link", models.CharField(blank=True, max_length=200)),
                ("created", models.DateTimeField(auto_now_add=True)),
                ("read", models.DateTimeField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-created", "-id"),
                "constraints": [
                    models.UniqueConstraint(fields=("user", "key"), name="accounts_notice_once")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("uscc", ""), _negated=True),
                fields=("uscc",),
                name="accounts_organisation_uscc_unique",
            ),
        ),
        migrations.AddConstraint(
            model_name="organisationname",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("since", None),
                    ("until", None),
                    ("since__lt", models.F("until")),
                    _connector="OR",
                ),
                name="accounts_name_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until", None), ("since__lte", models.F("until")), _connector="OR"
                ),
                name="accounts_seat_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(("since__lte", models.F("until"))),
                name="accounts_delegation_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.CheckConstraint(
                condition=models.Q(("predecessor", models.F("successor")), _negated=True),
                name="accounts_no_self_succession",
            ),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.UniqueConstraint(
                fields=("predecessor", "successor", "on"), name="accounts_succession_once"
            ),
        ),
    ]
