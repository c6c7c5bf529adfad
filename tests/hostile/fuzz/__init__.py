"""Documents that nobody would write: the sample plans, damaged in every way that we know, thousands of times."""
