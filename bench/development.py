"""2,000 running projects: the dashboard, the desk, the load of one case, a step, fifty votes.

Beside it, in the same run, as a bound: reading the same steps as plain rows and nothing else. The
database is a throw-away one.

    ./run bench development
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ["GUIJU_VAR"] = tempfile.mkdtemp(prefix="guiju-bench-")
os.environ["DJANGO_SETTINGS_MODULE"] = "guiju.config.settings"
PROJECTS, PEOPLE, MOST_SECONDS = 2000, 50, 0.5
DAY = date(2024, 3, 1)
WAY = (
    ("open_proposal_ballot", "proposal_ballot"), ("close_proposal_ballot", "proposal_counted"),
    ("send_up", "evaluating"), ("open_notice", "noticing"), ("close_notice", "noticed"),
    ("issue_plan", "drafting"), ("open_consultation", "consulting"),
    ("close_consultation", "resolving"), ("open_review", "reviewing"),
)  # fmt: skip


def timed(name: str, act: Callable[[], object], rounds: int = 5) -> float:
    seconds = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        seconds.append(time.perf_counter() - began)
    found = median(seconds)
    print(f"{name:48} {found * 1000:9.1f} ms")
    return found


def make(committee: object) -> None:
    """Projects in every state of the way, in bulk."""
    from django.utils import timezone

    from guiju.apps.development.models import Project, RunningClock, StepTaken
    from guiju.core.procedures.files.rulebook import procedure

    found = procedure("national-recommended", DAY)
    now = timezone.now()
    projects, steps, clocks = [], [], []
    for at in range(PROJECTS):
        way = WAY[: at % (len(WAY) + 1)]
        state = way[-1][1] if way else found.start
        project = Project(
            procedure=found.id, began=DAY, state=state, stage=found.states[state].stage,
            entered=DAY + timedelta(days=20 * len(way)), title_zh=f"示例项目{at}",
            committee=committee, is_example=True, created=now, changed=now,
        )  # fmt: skip
        source = found.start
        for number, (transition, target) in enumerate(way):
            day = DAY + timedelta(days=20 * (number + 1) + at % 13)
            steps.append(
                StepTaken(
                    project=project, number=number, transition=transition, by="user:1", on=day,
                    source=source, target=target,
                )
            )  # fmt: skip
            source = target
        if len(way) > 5:
            length = {
                "key": "procedures.making_recommended",
                "count": 18,
                "unit": "months",
                "basis": "-",
            }
            due = DAY + timedelta(days=700)
            clocks.append(
                RunningClock(
                    project=project, number=0, duty="making", started=DAY, length=length, due=due
                )
            )
        projects.append(project)
    Project.objects.bulk_create(projects, batch_size=500)
    StepTaken.objects.bulk_create(steps, batch_size=500)
    RunningClock.objects.bulk_create(clocks, batch_size=500)


def main() -> None:
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from guiju.apps.development.models import Project, StepTaken
    from guiju.apps.development.selectors.cases import load
    from guiju.apps.development.selectors.dashboard import Asked, dashboard
    from guiju.apps.development.selectors.desk import desk
    from guiju.apps.development.services.voting import cast_vote
    from tests.factories import accounts
    from tests.factories.development import Making, administrator, committee, members

    board = committee(PEOPLE)
    make(board)
    on = date(2026, 6, 1)
    viewer = administrator(on)
    timed(
        "bound: the same steps as plain rows",
        lambda: list(StepTaken.objects.values_list("project", "on", "target")),
    )
    found = timed(f"dashboard of {PROJECTS} projects", lambda: dashboard(viewer, Asked(on)))
    secretary = accounts.viewer(members(board)[0], on)
    timed(f"desk of a secretariat with {PROJECTS} projects", lambda: desk(secretary))
    waiting = [Making(committee=board) for _ in range(6)]
    for one in waiting:
        one.materials("proposal_form", "first_draft")
    made = waiting.pop()
    timed("the first step, which loads all addresses", lambda: made.step("open_proposal_ballot"), 1)
    timed(
        "a step that opens a ballot, later", lambda: waiting.pop().step("open_proposal_ballot"), 5
    )
    voters = [accounts.viewer(one, made.on) for one in members(board)]
    timed(
        f"{PEOPLE} votes, one after another",
        lambda: [
            cast_vote(project=made.project, kind="proposal", mark="for", by=one) for one in voters
        ],
        1,
    )
    timed("load of a case with 50 electors", lambda: load(Project.objects.get(pk=made.project.pk)))
    if found > MOST_SECONDS:
        sys.exit(f"The dashboard takes more than {MOST_SECONDS * 1000:.0f} ms.")


if __name__ == "__main__":
    main()
