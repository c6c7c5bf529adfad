"""What one run of the command line was told about itself: its language, and how much to say.

The options that every command shares are taken out of the arguments before the parser sees them. Help texts and the
parser's own errors already depend on the language, and people write `--lang en` before the verb as often as after.
"""

import os
import sys
from collections.abc import Mapping, Sequence

from msgspec import Struct

from duibiao.commands.messages import WORDS, say
from duibiao.model.errors import UsageError
from duibiao.model.limits import DEFAULT, Limits, changed

LANGUAGES = ("zh", "en")
_FLAGS = {"-q": "quiet", "--quiet": "quiet", "-v": "verbose", "--verbose": "verbose", "--no-color": "plain"}


class Session(Struct, frozen=True, kw_only=True):
    language: str = "zh"
    quiet: bool = False
    verbose: bool = False
    plain: bool = False
    limits: Limits = DEFAULT

    def say(self, key: str, **values: object) -> str:
        return say(key, self.language, **values)

    def note(self, text: str) -> None:
        """Something for the person, not for the payload."""
        if not self.quiet:
            sys.stderr.write(text + "\n")


def read_session(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> tuple[Session, list[str]]:
    """The session, and the arguments that are left for the parser. Nothing after `--` is touched.

    Raises:
        UsageError: The language is none that the tool speaks, or a limit is none.
    """
    end = arguments.index("--") if "--" in arguments else len(arguments)
    flags: set[str] = set()
    language = "en" if environment.get("DUIBIAO_LANG", "").lower().startswith("en") else "zh"
    limits = environment.get("DUIBIAO_LIMITS", "").replace(",", " ").split()
    left: list[str] = []
    words = iter(arguments[:end])
    for word in words:
        if word == "--lang":
            language = next(words, "")
        elif word.startswith("--lang="):
            language = word.removeprefix("--lang=")
        elif word == "--limit":
            limits.append(next(words, ""))
        elif word.startswith("--limit="):
            limits.append(word.removeprefix("--limit="))
        elif word in _FLAGS:
            flags.add(_FLAGS[word])
        else:
            left.append(word)
    if language not in LANGUAGES:
        raise UsageError(WORDS["bad-language"])
    session = Session(
        language=language,
        quiet="quiet" in flags,
        verbose="verbose" in flags,
        plain="plain" in flags,
        limits=changed(DEFAULT, limits),
    )
    return session, [*left, *arguments[end:]]
