"""What the keeper of a system changes: the system itself and its boxes."""

from typing import Any

from ninja import Status

from guiju.apps.accounts.selectors.register import organisation_by_slug
from guiju.apps.catalogue.api.systems.router import router
from guiju.apps.catalogue.api.systems.schemas import (
    SystemAnswer,
    SystemEdit,
    SystemIn,
    SystemNodeEdit,
    SystemNodeIn,
    SystemNodeMade,
    SystemNodeMove,
    SystemPublication,
    SystemReason,
    SystemSlug,
)
from guiju.apps.catalogue.exports.systems import records
from guiju.apps.catalogue.models import StandardsSystem, SystemNode
from guiju.apps.catalogue.rules import EDIT_SYSTEM
from guiju.apps.catalogue.selectors.systems.reading import node_in, system_on, system_to_change
from guiju.apps.catalogue.services.systems import nodes, systems
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.schemas import InPath


def _answer(request: Request, system: StandardsSystem) -> dict[str, Any]:
    return records.system_record(system_on(request.viewer, system.slug))


def _node(node: SystemNode) -> dict[str, Any]:
    names = ("code", "title_zh", "title_en", "owner")
    told = {name: getattr(node, name) for name in names}
    return {"id": node.pk, "parent": node.parent_id, **told}


def _above(system: StandardsSystem, pk: int | None) -> SystemNode | None:
    return node_in(system, pk) if pk else None


@router.post("/systems", response={201: SystemAnswer}, summary="Make a standards system")
@needs(EDIT_SYSTEM)
def create_system(request: Request, asked: SystemIn) -> Status[Any]:
    """Only its keeper sees it until it is published. 新建标准体系"""
    given = asked.dict(exclude={"keeper"})
    body = organisation_by_slug(asked.keeper).pk if asked.keeper else None
    keeper = systems.keeper_for(request.viewer, body)
    made = systems.create_system(keeper=keeper, by=request.viewer, **given)
    return Status(201, _answer(request, made))


@router.patch("/systems/{slug}", response=SystemAnswer, summary="Edit a standards system")
@needs(EDIT_SYSTEM)
def edit_system(request: Request, slug: SystemSlug, edit: SystemEdit) -> dict[str, Any]:
    """Titles, structure, explanation. 修改标准体系"""
    system = system_to_change(request.viewer, slug)
    names = ("title_zh", "title_en", "structure", "explanation")
    wanted = {name: getattr(system, name) for name in names} | edit.dict(exclude_unset=True)
    return _answer(request, systems.edit_system(system=system, by=request.viewer, **wanted))


@router.post(
    "/systems/{slug}/publish", response=SystemAnswer, summary="Publish a system, or withdraw it"
)
@needs(EDIT_SYSTEM)
def publish_system(request: Request, slug: SystemSlug, asked: SystemPublication) -> dict[str, Any]:
    """A system that is in that state already is an error `same_state`. 公开、撤回标准体系"""
    system = system_to_change(request.viewer, slug)
    done = systems.publish_system(system=system, by=request.viewer, **asked.dict())
    return _answer(request, done)


@router.post("/systems/{slug}/remove", response={204: None}, summary="Remove a system")
@needs(EDIT_SYSTEM)
def remove_system(request: Request, slug: SystemSlug, asked: SystemReason) -> Status[Any]:
    """One that has been public is an error `system_was_published`. 删除标准体系"""
    system = system_to_change(request.viewer, slug)
    systems.remove_system(system=system, reason=asked.reason, by=request.viewer)
    return Status(204, None)


@router.post("/systems/{slug}/nodes", response={201: SystemNodeMade}, summary="Add a node")
@needs(EDIT_SYSTEM)
def add_system_node(request: Request, slug: SystemSlug, asked: SystemNodeIn) -> Status[Any]:
    """Below another, or at the top. 增加节点"""
    system = system_to_change(request.viewer, slug)
    given = asked.dict(exclude={"parent"})
    parent = _above(system, asked.parent)
    made = nodes.add_node(system=system, parent=parent, by=request.viewer, **given)
    return Status(201, _node(made))


@router.patch("/systems/{slug}/nodes/{pk}", response=SystemNodeMade, summary="Rename a node")
@needs(EDIT_SYSTEM)
def edit_system_node(
    request: Request, slug: SystemSlug, pk: InPath, edit: SystemNodeEdit
) -> dict[str, Any]:
    """Titles and owner. 修改节点"""
    node = node_in(system_to_change(request.viewer, slug), pk)
    names = ("title_zh", "title_en", "owner")
    wanted = {name: getattr(node, name) for name in names} | edit.dict(exclude_unset=True)
    return _node(nodes.edit_node(node=node, by=request.viewer, **wanted))


@router.post("/systems/{slug}/nodes/{pk}/move", response=SystemNodeMade, summary="Move a node")
@needs(EDIT_SYSTEM)
def move_system_node(
    request: Request, slug: SystemSlug, pk: InPath, asked: SystemNodeMove
) -> dict[str, Any]:
    """With all below it; codes that begin with its code follow it. 移动节点"""
    system = system_to_change(request.viewer, slug)
    parent = _above(system, asked.parent)
    node = node_in(system, pk)
    return _node(nodes.move_node(node=node, parent=parent, code=asked.code, by=request.viewer))


@router.post("/systems/{slug}/nodes/{pk}/remove", response={204: None}, summary="Remove a node")
@needs(EDIT_SYSTEM)
def remove_system_node(
    request: Request, slug: SystemSlug, pk: InPath, asked: SystemReason
) -> Status[Any]:
    """From a public system an empty one only; else all below it goes with it. 移除节点"""
    node = node_in(system_to_change(request.viewer, slug), pk)
    nodes.remove_node(node=node, reason=asked.reason, by=request.viewer)
    return Status(204, None)
