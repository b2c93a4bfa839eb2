"""The announcement of a project (公告): its number as its form says it."""

from guiju.apps.development.models import Project


def announcement_of(project: Project) -> str:
    """The number of the last announcement handed in, else what the project's form says."""
    last = project.materials.filter(material="announcement").last()
    written = last.values.get("document_number", "") if last else ""
    return str(written or project.form.get("announcement", "")).strip()
