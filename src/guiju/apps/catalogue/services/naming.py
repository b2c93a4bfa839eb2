"""What a person keeps under a name of his own (清单与检索的名称): how it is named, and how many."""

from typing import Any

from django.db.models import QuerySet

from guiju.core.errors import InputError, StateError
from guiju.core.params import param
from guiju.web.clashes import one_at_a_time
from guiju.web.searching import read_query
from guiju.web.viewer import Viewer

LONGEST = 120


class BadNameError(InputError):
    """No name, or one that is too long (名称有误)."""

    code = "bad_name"
    zh = "请填写名称，最多 {longest} 个字符。"
    en = "Give a name of at most {longest} characters."


class NameTakenError(InputError):
    """The person has one of this name already (名称重复)."""

    code = "name_taken"
    zh = "您已有名为“{subject}”的一项，请换一个名称。"
    en = "You already have one with the name “{subject}”; choose another."


class TooManyError(StateError):
    """A limit of the rulebook is reached (超过上限)."""

    code = "too_many"
    zh = "最多可保留 {most} 项，这一次会超过上限。请先删除不再需要的。"
    en = "At most {most} can be kept, and this would be more. Remove what you no longer need."


def wait_for_turn(by: Viewer) -> None:
    """A person's acts on his own lists come one after another, so that limits hold."""
    one_at_a_time(f"catalogue.own:{by.user}")


def checked_name(name: str, own: QuerySet[Any], *, besides: int | None = None) -> str:
    """The name without control characters and doubled spaces, which none of `own` has yet."""
    query = read_query(name)
    if not query.text or len(query.text) > LONGEST:
        raise BadNameError(longest=LONGEST)
    if own.filter(name=query.text).exclude(pk=besides).exists():
        raise NameTakenError(query.text)
    return query.text


def check_room(limit: str, wanted: int, by: Viewer) -> None:
    """Refuse when there would be more than the rulebook's limit."""
    most = param(f"watching.{limit}", by.today)
    if wanted > most:
        raise TooManyError(most=most)
