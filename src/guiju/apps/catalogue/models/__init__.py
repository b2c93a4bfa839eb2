"""The models of the catalogue (标准名录)."""

from guiju.apps.catalogue.models.changes import Change, IndexTask
from guiju.apps.catalogue.models.classification import (
    ClassCode,
    Committee,
    EditionCode,
    EditionCommittee,
    EditionRole,
    Issuer,
)
from guiju.apps.catalogue.models.relations import Relation
from guiju.apps.catalogue.models.statements import (
    Conflict,
    Finding,
    Import,
    RefusedRecord,
    Source,
    Statement,
)
from guiju.apps.catalogue.models.systems import StandardsSystem, SystemEntry, SystemNode
from guiju.apps.catalogue.models.watching import SavedSearch, Watch, WatchList
from guiju.apps.catalogue.models.works import Edition, NumberKey, Work

__all__ = [
    "Change",
    "ClassCode",
    "Committee",
    "Conflict",
    "Edition",
    "EditionCode",
    "EditionCommittee",
    "EditionRole",
    "Finding",
    "Import",
    "IndexTask",
    "Issuer",
    "NumberKey",
    "RefusedRecord",
    "Relation",
    "SavedSearch",
    "Source",
    "StandardsSystem",
    "Statement",
    "SystemEntry",
    "SystemNode",
    "Watch",
    "WatchList",
    "Work",
]
