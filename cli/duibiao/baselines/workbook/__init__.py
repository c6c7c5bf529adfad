"""A checklist as an Excel file and back, for offices that keep lists there."""

from duibiao.baselines.workbook.export import to_workbook
from duibiao.baselines.workbook.merging import Merged, merge
from duibiao.baselines.workbook.reading import Book, read_book

__all__ = ["Book", "Merged", "merge", "read_book", "to_workbook"]
