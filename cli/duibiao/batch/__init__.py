"""Thousands of plans in one run: find them, check them in processes that may die, keep every result, show the whole."""
