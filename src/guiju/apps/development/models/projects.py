"""Projects: running cases of procedures (办件). Doors: `services.starting`, `services.stepping`."""

from django.db import models
from django.db.models import F, Q

from guiju.apps.accounts.models import Organisation, User
from guiju.apps.catalogue.models import Edition
from guiju.apps.development.models.committees import Committee


class Project(models.Model):
    """A case under a dated version of its procedure (项目): a standard in the making, a review.

    State, stage and facts are what the engine made of the steps; no other path changes them.
    `form` holds what the forms of the project say beside that (项目申报书). `due` is the nearest last
    day of a duty, `ended` that no step leads on.
    """

    procedure = models.CharField(max_length=60)
    began = models.DateField(help_text="which version of the procedure it follows")
    state = models.CharField(max_length=60)
    stage = models.CharField(max_length=5, help_text="SS.ss of GB/T 16733 and ISO")
    entered = models.DateField(help_text="the day on which it came into this state")
    ended = models.BooleanField(default=False)
    facts = models.JSONField(default=dict)
    title_zh = models.CharField(max_length=300)
    title_en = models.CharField(max_length=400, blank=True)
    form = models.JSONField(default=dict)
    committee = models.ForeignKey(
        Committee, null=True, blank=True, on_delete=models.PROTECT, related_name="projects"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+", help_text="提案单位"
    )
    edition = models.ForeignKey(
        Edition,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="projects",
        help_text="what is reviewed, amended, withdrawn, translated; or what it has published",
    )
    replaces = models.ManyToManyField(Edition, blank=True, related_name="replacing_projects")
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followers"
    )
    plan_number = models.CharField(max_length=40, blank=True, db_index=True)
    number = models.CharField(max_length=120, blank=True, help_text="of the standard, assigned")
    due = models.DateField(null=True, db_index=True)
    due_duty = models.CharField(max_length=60, blank=True)
    is_example = models.BooleanField(default=False)
    created = models.DateTimeField()
    created_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    changed = models.DateTimeField()

    class Meta:
        ordering = ("-changed", "-pk")
        indexes = (
            models.Index(fields=("ended", "stage"), name="development_by_stage"),
            models.Index(fields=("procedure", "state"), name="development_by_state"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("plan_number",),
                condition=~Q(plan_number=""),
                name="development_plan_number_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk} {self.procedure} {self.state}"


class Party(models.Model):
    """Who has a role in a project (参与方), from one day to another: a person or an organisation.

    For an organisation act those who hold an office there. The committee's own roles follow from
    its seats and have no row.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="parties")
    role = models.CharField(max_length=60)
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    side = models.CharField(max_length=10, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="exclusive")

    class Meta:
        ordering = ("role", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(user=None) | ~Q(organisation=None),
                name="development_party_is_somebody",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(since__lte=F("until")),
                name="development_party_dates_in_order",
            ),
        )

    def __str__(self) -> str:
        return f"{self.project_id} {self.role}"


class Appointment(models.Model):
    """Which organisation may fill a role of a procedure (法定职责), such as its authority.

    `code` narrows it: an industry code, a province, the code of an association or enterprise.
    """

    procedure = models.CharField(max_length=60)
    role = models.CharField(max_length=60)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=20, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="exclusive")

    class Meta:
        ordering = ("procedure", "role", "organisation__order")

    def __str__(self) -> str:
        return f"{self.procedure} {self.role} {self.organisation_id}"


class StepTaken(models.Model):
    """A step of a project (经过). The database refuses to change it."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    transition = models.CharField(max_length=60)
    by = models.CharField(max_length=60, help_text="the actor as the engine knows it")
    on = models.DateField()
    source = models.CharField(max_length=60)
    target = models.CharField(max_length=60)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("project", "number"), name="development_step_once"),
        )

    def __str__(self) -> str:
        return f"{self.project_id} {self.number} {self.transition}"
