"""A life in a few words, for tests of whole procedures: days, materials, votes and steps in order.

`2024-03-04` is the day from now on, `+minutes` hands in, `!review 8` has eight electors vote for it,
`publish in_force_on=2025-05-01` takes a step with its facts.
"""

from datetime import date

from guiju.apps.development.models import Party
from tests.factories import accounts
from tests.factories.development import Making


def begun(procedure_id, *roles, on=date(2025, 7, 1), **given):
    """A project that has just begun, with a person in each of the roles that only it fills."""
    made = Making(procedure_id, on=on, **given)
    for role in roles:
        made.people[role] = accounts.user()
        Party.objects.create(project=made.project, role=role, user=made.people[role], since=on)
    return made


def lives(made, words):
    """Go through the words; the answer of the last step."""
    done = None
    for word in words.split("|"):
        first, *rest = word.split()
        if first[0] == "+":
            made.materials(first[1:], *rest)
        elif first[0] == "!":
            made.votes(first[1:], int(rest[0]))
        elif first[0].isdigit():
            made.at(*map(int, first.split("-")))
        else:
            done = made.step(first, **dict(one.split("=") for one in rest))
    return done


def standing(made):
    made.project.refresh_from_db()
    return made.project.state, made.project.ended
