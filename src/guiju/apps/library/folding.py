"""When two terms or definitions count as the same (术语归一)."""

import unicodedata
from hashlib import sha256


def folded(words: str) -> str:
    """Case, width and white space do not count."""
    return "".join(unicodedata.normalize("NFKC", words).casefold().split())


def definition_key(definition: str) -> str:
    """Equal for definitions that differ in nothing but case, width, space and the final stop."""
    bare = folded(definition).rstrip("。.;；")
    return sha256(bare.encode()).hexdigest() if bare else ""
