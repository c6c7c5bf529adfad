"""Loaded into a Dask worker by a test: its readers take their time, so that it can be killed in the middle."""

import sys

from duibiao.batch import minder

minder.COMMAND = (sys.executable, "-m", "tests.batch.bad_child")
