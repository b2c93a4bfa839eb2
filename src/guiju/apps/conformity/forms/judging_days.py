"""The part of the map that is about time (日期与时间序列): which columns hold days, hours, groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

SERIES = ("time", "hour", "group", "group2", "per", "stamp")
_PERIODS = (
    ("", _("all of them")),
    ("hour", _("hours")),
    ("day", _("days")),
    ("month", _("months")),
    ("quarter", _("quarters")),
    ("year", _("years")),
)
_STAMPS = (
    ("end", _("the end of its hour: 24:00 is the last of a day")),
    ("start", _("the start of its hour: 00:00 is the first of a day")),
)


@dataclass(frozen=True, slots=True)
class Days:
    """What may be asked of days and times, and what was said of them before."""

    may_be_dated: bool = False
    may_be_series: bool = False
    said: Mapping[str, Any] = field(default_factory=dict)


NO_DAYS = Days()


def day_fields(days: Days, columns: Sequence[str]) -> dict[str, forms.Field]:
    """The fields that this standard has a use for."""
    found: dict[str, forms.Field] = {}
    names = [(one, one) for one in columns]
    if days.may_be_dated:
        found["dates"] = forms.ChoiceField(
            label=_("Column of the days of the samples"),
            required=False,
            choices=[("", _("none: today for all rows")), *names],
            initial=days.said.get("dates", ""),
            help_text=_("Each row is judged by the edition and the limits of its day."),
        )
    if days.may_be_series:
        found.update(_of_series(days.said, names))
    return found


def _of_series(said: Mapping[str, Any], names: Sequence[tuple[str, str]]) -> dict[str, forms.Field]:
    times, groups = [*said.get("time", ()), "", ""], [*said.get("by", ()), "", ""]

    def column(label: Any, initial: str, none: Any, hint: Any = "") -> forms.Field:
        choices = [("", none), *names]
        return forms.ChoiceField(
            label=label, required=False, choices=choices, initial=initial, help_text=hint
        )

    return {
        "time": column(
            _("Column of the times"),
            times[0],
            _("no series: judge row by row"),
            _("Hours or days, such as 2024-03-01 08:00. Then periods are judged, not rows."),
        ),
        "hour": column(_("and of the hours"), times[1], _("not apart")),
        "group": column(_("Column that names the series"), groups[0], _("one series")),
        "group2": column(_("and another one"), groups[1], _("none")),
        "per": forms.ChoiceField(
            label=_("Periods"), required=False, choices=_PERIODS, initial=said.get("per", "")
        ),
        "stamp": forms.ChoiceField(
            label=_("A time is"), required=False, choices=_STAMPS, initial=said.get("stamp", "end")
        ),
    }
