"""What the effects of steps do to the registers (登记效力), each inside the transaction of its step.

One act is one event: these write none of their own, what they answer stands in the step's event.
"""

from guiju.apps.development.services.publishing.committees import COMMITTEE_ACTS
from guiju.apps.development.services.publishing.context import Act, StepContext
from guiju.apps.development.services.publishing.deciding import (
    announced,
    approved,
    consultation_waived,
    number_assigned,
    plan_issued,
    plan_terminated,
    pre_reviewed,
)
from guiju.apps.development.services.publishing.editions import edition_published
from guiju.apps.development.services.publishing.ending import (
    edition_confirmed,
    edition_withdrawn,
    revision_ordered,
    sample_expired,
)
from guiju.apps.development.services.publishing.in_force import (
    edition_in_force,
    edition_superseded,
)
from guiju.apps.development.services.publishing.supplements import (
    amendment_published,
    corrigendum_published,
    interpretation_published,
)
from guiju.apps.development.services.publishing.texts import filed, self_declared, text_opened
from guiju.apps.development.services.publishing.translations import (
    translation_published,
    translation_withdrawn,
)
from guiju.core.procedures.vocabulary import EffectKind

__all__ = ["REGISTER", "Act", "StepContext"]

REGISTER: dict[EffectKind, Act] = {
    "consultation_waived": consultation_waived,
    "pre_reviewed": pre_reviewed,
    "plan_issued": plan_issued,
    "plan_terminated": plan_terminated,
    "number_assigned": number_assigned,
    "approved": approved,
    "announced": announced,
    "edition_published": edition_published,
    "edition_in_force": edition_in_force,
    "edition_superseded": edition_superseded,
    "edition_withdrawn": edition_withdrawn,
    "edition_confirmed": edition_confirmed,
    "revision_ordered": revision_ordered,
    "amendment_published": amendment_published,
    "text_opened": text_opened,
    "filed": filed,
    "self_declared": self_declared,
    "corrigendum_published": corrigendum_published,
    "interpretation_published": interpretation_published,
    "translation_published": translation_published,
    "translation_withdrawn": translation_withdrawn,
    "sample_expired": sample_expired,
    **COMMITTEE_ACTS,
}
