"""What the pages of committees show of a state and of a date."""

from django import template

from guiju.apps.development.models import Committee

register = template.Library()
_State = Committee.State
_KINDS = {
    _State.PROPOSED: "plain", _State.PREPARING: "info", _State.ESTABLISHED: "good",
    _State.RENEWING: "info", _State.RECTIFYING: "warn", _State.REVOKED: "bad",
    _State.CANCELLED: "bad",
}  # fmt: skip


@register.filter
def committee_state_kind(state: str) -> str:
    """The shape beside a committee's state."""
    return _KINDS[_State(state)]


@register.filter
def finding_kind(severity: str) -> str:
    """The shape beside a finding."""
    return "bad" if severity == "error" else "warn"
