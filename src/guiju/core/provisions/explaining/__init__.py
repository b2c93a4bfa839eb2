"""Why an answer is what it is, in words (判定说明)."""
