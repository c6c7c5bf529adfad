"""What an untrusted file makes of its reader stays in a process of its own, with limits on time and memory.

The child is forked, so that a plain check pays a few milliseconds and loads nothing twice; where the system cannot
fork (Windows), everything runs in one process and these two limits are not held. What it answers comes back as
msgpack and never as pickle: a reader that a file has taken over can only answer wrongly.
"""

from duibiao.contain.carry import CrashedError
from duibiao.contain.contained import Contained, contained

__all__ = ["Contained", "CrashedError", "contained"]
