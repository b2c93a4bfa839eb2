"""Standards systems for tests, through the product's own doors.

made = small_system()     201 with lines of every state, 202 empty, 201.1 below 201
made.keeper, made.cataloguer (user), made.by (its viewer), made.system
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from guiju.apps.accounts.models import Organisation, User
from guiju.apps.catalogue.models import StandardsSystem, SystemEntry, SystemNode
from guiju.apps.catalogue.services.systems import entries, nodes, systems
from guiju.web.viewer import Seat, Viewer
from tests.factories import accounts, catalogue

TODAY = date(2024, 3, 15)


def keeper_viewer(keeper: Organisation, on: date = TODAY) -> Viewer:
    """The command line in the keeper's seat."""
    return Viewer(today=on, name="cli", seats=frozenset({Seat("cataloguer", keeper.pk)}))


def system(keeper: Organisation | None = None, **values: Any) -> StandardsSystem:
    """An empty public system (示例)."""
    keeper = keeper or accounts.organisation("示例体系单位")
    is_public = values.pop("is_public", True)
    given = {"slug": "example", "title_zh": "示例标准体系", "title_en": "Example system"} | values
    made = systems.create_system(keeper=keeper, by=keeper_viewer(keeper), **given)
    made.is_public = is_public
    made.save()
    return made


def node(of: StandardsSystem, code: str = "", **values: Any) -> SystemNode:
    """A box; `parent` is another one, `owner` its owner."""
    given = {"parent": None, "title_zh": f"示例节点{code}", "owner": "示例负责单位"} | values
    return nodes.add_node(system=of, code=code, by=keeper_viewer(of.keeper), **given)


def entry(of: SystemNode, number: str = "", **values: Any) -> SystemEntry:
    """A line; without a number a gap."""
    given = values if number or values else {"title_zh": "示例缺口"}
    return entries.add_entry(node=of, number=number, by=keeper_viewer(of.system.keeper), **given)


@dataclass(frozen=True)
class World:
    """A small system with the people around it."""

    system: StandardsSystem
    keeper: Organisation
    cataloguer: User
    member: User
    stranger: User
    by: Viewer
    top: SystemNode
    below: SystemNode
    empty: SystemNode


def small_system(*, is_public: bool = True) -> World:
    """Lines: in force, superseded (by GB/T 90003-2020), withdrawn, upcoming, unlisted, gap."""
    keeper = accounts.organisation("示例体系单位")
    made = system(keeper, is_public=is_public)
    top = node(made, "201")
    below = node(made, "201.1", parent=top)
    empty = node(made, "202", owner="")
    catalogue.edition("GB/T 90001-2015", title_en="Example standard one")
    catalogue.replaces("GB/T 90003-2020", "GB/T 90002-2010")
    catalogue.edition("GB 90004-2001", withdrawn="2017-03-23")
    catalogue.edition("GB/T 90005-2023", issued="2023-12-28", effective="2024-07-01")
    catalogue.relate("GB/T 90001-2015", "adopts", "ISO 90001:2012", degree="IDT")
    entry(top, "GB/T 90001—2015", remark="示例备注")
    entry(top, "GB/T 90002-2010")
    entry(below, "GB 90004-2001")
    entry(below, "GB/T 90005-2023")
    entry(below, "GB/T 99999-2020", title_zh="示例未收录标准")
    entry(below, title_zh="示例待制定标准", title_en="Example gap", level="industry")
    return World(
        system=made,
        keeper=keeper,
        cataloguer=accounts.seated("cataloguer", keeper),
        member=accounts.seated("liaison", keeper),
        stranger=accounts.seated("cataloguer"),
        by=keeper_viewer(keeper),
        top=top,
        below=below,
        empty=empty,
    )
