"""Why an international number is refused (拒绝的理由)."""

from guiju.core.errors import Bilingual
from guiju.core.numbers.errors import NumberError


def unread(written: str, rest: str, likely: str = "") -> NumberError:
    """The number begins well, and then something stands that no number has."""
    return NumberError(
        written,
        Bilingual(f"“{rest[:20]}”处无法理解。", f"“{rest[:20]}” is not understood there."),
        likely,
    )


def iteration_without_stage(written: str, likely: str) -> NumberError:
    """ISO 11243.3: only drafts are counted after a point."""
    return NumberError(
        written,
        Bilingual(
            "只有草案（如 CD、DIS）才在点号后写次数，正式标准没有；部分号前用短横线。",
            "Only drafts (CD, DIS …) are counted after a point, published standards are not; "
            "a part follows a hyphen.",
        ),
        likely,
    )
