"""Duibiao (对标): holds a local implementation plan against what upstream requires of it."""

__version__ = "0.1.0"
