"""The tables of development: projects, committees, consultations, ballots (制修订)."""

from guiju.apps.development.models.balloting import BallotRound, Elector, Paper
from guiju.apps.development.models.calendars import CalendarFeed
from guiju.apps.development.models.committees import Committee, CommitteeLiaison, CommitteeSeat
from guiju.apps.development.models.consulting import Remark, Reply, Round, Unverified
from guiju.apps.development.models.duties import RunningClock
from guiju.apps.development.models.materials import Material
from guiju.apps.development.models.numbering import NumberGiven, NumberSeries
from guiju.apps.development.models.projects import Appointment, Party, Project, StepTaken

__all__ = [
    "Appointment", "BallotRound", "CalendarFeed", "Committee", "CommitteeLiaison", "CommitteeSeat", "Elector",
    "Material", "NumberGiven", "NumberSeries", "Paper", "Party", "Project", "Remark", "Reply",
    "Round", "RunningClock", "StepTaken", "Unverified",
]  # fmt: skip
