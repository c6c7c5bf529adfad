"""Checklists: load, validate, resolve layers, draft, lint, compare."""

from duibiao.baselines.loading import load, load_many
from duibiao.baselines.schema import json_schema

__all__ = ["json_schema", "load", "load_many"]
