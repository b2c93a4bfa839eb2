"""The demonstration's projects: invented ones in every stage, led there through the services (示例).

Their days lie before today; what is open for comments or votes was opened a few days ago.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

import yaml

from guiju.apps.accounts.models import Organisation, User
from guiju.apps.accounts.selectors.organisations import name_on
from guiju.apps.catalogue.selectors.lookup import edition_by_key
from guiju.apps.development.models import Committee, Party, Project, Remark
from guiju.apps.development.rules.actors import procedure_of
from guiju.apps.development.selectors.cases import load
from guiju.apps.development.services.answering import answer_remarks
from guiju.apps.development.services.commenting import add_remark
from guiju.apps.development.services.materials import hand_in
from guiju.apps.development.services.parties import add_party
from guiju.apps.development.services.starting import start_project
from guiju.apps.development.services.stepping import take_step
from guiju.apps.development.services.voting import enter_papers
from guiju.core.procedures.calendar.files import calendar
from guiju.core.procedures.files.rulebook import procedure
from guiju.core.procedures.model import Transition, agrees
from guiju.web.viewer import Viewer

_FOLDER = files("guiju.rulebook") / "samples"
# Who acts in a role of a procedure, by demonstration account.
ACTS = {
    "committee": "secretary", "drafters": "drafter", "proposer": "firm", "authority": "authority",
    "evaluator": "evaluator", "department": "ministry", "association": "association",
    "enterprise": "firm", "regulator": "regulator", "public": "reader",
}  # fmt: skip
_AGAINST, _VOTED = 2, 8  # of the papers of a vote


def is_loaded() -> bool:
    return Project.objects.filter(is_example=True).exists()


def load_projects(viewers: Mapping[str, Viewer]) -> None:
    """Every project of the sample, the oldest step first."""
    sample = yaml.safe_load((_FOLDER / "development" / "projects.yaml").read_text("utf-8"))
    last = date(max(calendar().years), 12, 31)  # later days cannot be counted
    today = min(viewers["secretary"].today, last)
    for spec in sample["projects"]:
        Leading(spec, sample, viewers, today).go()


class Leading:
    """One project on its road: the days of its steps are counted back from the day on which it stands."""

    def __init__(
        self, spec: Mapping[str, Any], sample: Any, viewers: Mapping[str, Viewer], today: date
    ) -> None:
        self.spec, self.sample, self.viewers = spec, sample, viewers
        road = sample["roads"][spec["road"]]
        self.road = list(self._until(road, spec["road"], spec["state"], today))
        self.on = today - timedelta(days=spec["stands"] + sum(step[1] for step in self.road))

    @staticmethod
    def _until(
        road: list[Any], name: str, state: str, today: date
    ) -> Iterator[tuple[str, int, dict[str, Any]]]:
        found = procedure(name, today)
        here = found.start
        for step, days, *facts in road:
            if here == state:
                return
            here = found.transitions[step].goes_to(here)
            yield step, days, facts[0] if facts else {}

    def go(self) -> None:
        self.project = self._start()
        self.found = procedure_of(self.project)
        self._name_drafters()
        for step, days, facts in self.road:
            self.on += timedelta(days=days)
            self._prepare(self.found.transitions[step])
            said = {
                key: _day(self.on, value) if isinstance(value, int) else value
                for key, value in facts.items()
            }
            done = take_step(
                project=self.project,
                transition=step,
                facts=said,
                by=self.by(self.found.transitions[step].by[0]),
            )
            self.project = done.project
            self._comment(step)
            self._vote(step, is_open=step == self.road[-1][0])

    def by(self, role: str) -> Viewer:
        return replace(self.viewers[ACTS[role]], today=self.on)

    def _start(self) -> Project:
        zh, en = self.spec["title"]
        found = procedure(self.spec["road"], self.on)
        edition = self.spec.get("edition")
        return start_project(
            procedure_id=found.id,
            title_zh=zh,
            title_en=en,
            committee=Committee.objects.get(key="SAC/TC 9001"),
            facts={one: next(iter(found.facts[one].values)) for one in found.asks},
            form={"ics": ["97.040.60"], "ccs": ["Y68"], "is_open": True},
            edition=edition_by_key(self.viewers["cataloguer"], edition) if edition else None,
            is_example=True,
            by=self.by(found.opens[0]),
        )

    def _name_drafters(self) -> None:
        if "drafters" not in self.found.roles:
            return
        lead = next(one.id for one in self.found.roles.values() if not one.open and one.id in ACTS)
        drafter = self.viewers["drafter"].user
        if not Party.objects.filter(project=self.project, role="drafters").exists():
            add_party(
                project=self.project,
                role="drafters",
                organisation=Organisation.objects.get(slug="example-second-firm"),
                user=User.objects.get(pk=drafter or 0),
                side="producer",
                by=self.by(lead),
            )

    def _prepare(self, step: Transition) -> None:
        """What the step waits for: materials and answers."""
        for guard in step.guards:
            if not agrees(guard.when, self.project.facts):
                continue
            if guard.kind == "material":
                self._hand_in(guard.subject)
            elif guard.kind == "answered":
                self._answer(guard.subject)

    def _hand_in(self, material: str) -> None:
        if self.project.materials.filter(material=material).exists():
            return
        kind = self.found.materials[material]
        year = 2025 if "first" in material else 2026
        text = (_FOLDER / "documents" / f"bottle-{year}.zh.md").read_bytes()
        words = f"示例：{kind.title.zh}。{self.project.title_zh}。".encode()
        hand_in(
            project=self.project,
            material=material,
            data=text if kind.text else words,
            name=f"{kind.title.zh}.{'md' if kind.text else 'txt'}",
            note="示例",
            by=self.by(kind.by[0] if kind.by[0] != "proposer" else kind.by[-1]),
        )

    def _vote(self, step: str, *, is_open: bool) -> None:
        """All vote, two of them against; in what is still open only some have."""
        opened = self._opened("ballot_opened", step)
        if not opened:
            return
        ballot = self.project.ballots.get(kind=opened[0], current=True)
        electors = list(ballot.electors.exclude(user=self.viewers["member"].user))
        against = range(len(electors) - _AGAINST, len(electors))
        papers = [
            (one, "against", "示例：试验条件还应说明。") if at in against else (one, "for", "")
            for at, one in enumerate(electors)
        ]
        lead = "committee" if "committee" in self.found.roles else self._lead()
        enter_papers(
            project=self.project,
            kind=ballot.kind,
            papers=papers[: _VOTED if is_open else None],
            by=self.by(lead),
        )

    def _opened(self, effect: str, step: str) -> list[str]:
        return [one.subject for one in self.found.transitions[step].effects if one.kind == effect]

    def _lead(self) -> str:
        return next(one for one in self.found.transitions["close_review"].by if one in ACTS)

    def _comment(self, step: str) -> None:
        if not self.spec.get("comments") or "main" not in self._opened("consultation_opened", step):
            return
        for clause, kind, text, proposed, unit in self.sample["comments"]:
            add_remark(
                project=self.project,
                kind="main",
                values={
                    "clause": clause,
                    "place": clause,
                    "kind": kind,
                    "text": text,
                    "proposed": proposed,
                    "organisation": (body := Organisation.objects.get(slug=unit)),
                    "unit": name_on(body, self.on, "zh").full,
                },
                by=replace(self.viewers["reader"], today=self.on),
            )

    def _answer(self, kind: str) -> None:
        if not load(self.project).unanswered(kind):
            return
        waiting = Remark.objects.filter(round__project=self.project, standing="", hidden=None)
        rows = waiting.select_related("round__project")
        answers = (
            ("adopted", ""),
            ("partly", "示例：数值按试验结果确定。"),
            ("not_adopted", "示例：不属于本文件范围。"),
        )
        for at, one in enumerate(rows):
            disposition, reason = answers[at % len(answers)]
            answer_remarks(
                round=one.round,
                numbers=[one.number],
                disposition=disposition,  # type: ignore[arg-type]
                reason=reason,
                by=self.by("drafters"),
            )


def _day(on: date, days: int) -> str:
    return (on + timedelta(days=days)).isoformat()
