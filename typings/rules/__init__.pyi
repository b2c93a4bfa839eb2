from rules.predicates import Predicate as Predicate
from rules.predicates import predicate as predicate
