"""Drafts a checklist from upstream documents: what a reviewer would tick, one thing at a time."""

from duibiao.drafting.draft import Wish, draft
from duibiao.drafting.writing import refuse_edited, written

__all__ = ["Wish", "draft", "refuse_edited", "written"]
