"""What a clause commits to: quantities, dates, strength, scope, departments; one module for each kind."""

from duibiao.facts.clauses import read_clauses, read_facts
from duibiao.facts.departments import concept_of, read_departments

__all__ = ["concept_of", "read_clauses", "read_departments", "read_facts"]
