"""The sample plans: their one source, and what builds the shipped files from it."""
