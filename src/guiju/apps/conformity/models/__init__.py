"""The models of conformity (合格评定)."""

from guiju.apps.conformity.models.judgements import Judgement
from guiju.apps.conformity.models.rule_files import RuleFile, RuleFileStep, RuleFileVersion

__all__ = ["Judgement", "RuleFile", "RuleFileStep", "RuleFileVersion"]
