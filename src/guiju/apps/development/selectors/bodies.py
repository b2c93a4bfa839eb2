"""Who made a standard (起草单位、归口单位、发布机构): its parties in the roles of a record."""

from datetime import date

from guiju.apps.accounts.selectors.organisations import display_names
from guiju.apps.development.models import Party, Project
from guiju.apps.development.rules.actors import procedure_of
from guiju.apps.development.selectors.standards import Wanted
from guiju.core.records.model import Role


def roles_in(project: Project, transition: str, said: Wanted, on: date) -> tuple[Role, ...]:
    """The bodies and people of a standard that is published by this step, under their names today."""
    publishing = procedure_of(project).transitions[transition].by
    parties = list(
        Party.objects.filter(project=project, since__lte=on)
        .exclude(until__lte=on)
        .select_related("user__person")
        .order_by("pk")
    )
    wanted = {one.organisation_id for one in parties if one.organisation_id}
    if project.organisation_id:
        wanted.add(project.organisation_id)
    names = {pk: name.full for pk, name in display_names(wanted, on, "zh").items()}
    found: list[tuple[str, str]] = []
    for one in parties:
        name = names.get(one.organisation_id or 0, "")
        if one.role in publishing:
            found.append(("issuer", name))
        if one.role == "department":
            found.append(("competent", name))
        if one.role == "drafters":
            found.append(("drafter", name))
            found.append(("person", one.user.person.name if one.user else ""))
    if project.organisation_id:
        found.append(("proposer", names.get(project.organisation_id, "")))
    if project.committee:
        found.append(("custodian", project.committee.name_zh))
    found += [("drafter", one) for one in said.drafters]
    found += [("person", one) for one in said.people]
    return tuple(Role(role=role, name=name) for role, name in dict.fromkeys(found) if name)
