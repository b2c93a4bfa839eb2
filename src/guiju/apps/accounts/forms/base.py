"""Forms that hand over to a service and show what it refuses, at the field that it is about."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.utils.translation import get_language

from guiju.core.errors import InputError, StateError
from guiju.web.clashes import clash_of


class DateInput(forms.DateInput):
    """A date as browsers know it."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class ServiceForm(forms.Form):
    """`at` says which field an error of the service belongs to; others stand above the form."""

    at: ClassVar[dict[type[Exception], str]] = {}
    result: Any = None
    # Without JavaScript the summary takes the focus, so no field asks for it.
    use_required_attribute = False

    def carried_out(self, act: Callable[[], Any]) -> bool:
        """Do it, keep what it returned in `result`; False if it was refused."""
        try:
            self.result = act()
        except ValidationError as error:
            self.add_error(self._field(error), error)
            return False
        except (InputError, StateError) as error:
            self.add_error(self._field(error), error.sentence.say(get_language() or "zh"))
            return False
        except DatabaseError as error:
            if (clash := clash_of(error)) is None:
                raise
            self.add_error(None, clash.sentence.say(get_language() or "zh"))
            return False
        return True

    def _field(self, error: Exception) -> str | None:
        return next((name for kind, name in self.at.items() if isinstance(error, kind)), None)
