"""Comparisons of two runs, written like reports: one view, one file for each format."""
