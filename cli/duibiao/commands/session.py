"""What one run of the command line was told about itself: its language, and how much to say.

The options that every command shares are taken out of the arguments before the parser sees them. Help texts and the
parser's own errors already depend on the language, and people write `--lang en` before the verb as often as after.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from duibiao.commands.messages import WORDS, say
from duibiao.config.find import language as configured_language
from duibiao.model.errors import UsageError
from duibiao.model.limits import DEFAULT, Limits, changed

LANGUAGES = ("zh", "en")
_YES = ("1", "true", "yes", "on")
_SPELT = {"plain": "no_color"}
_FLAGS = {"-q": "quiet", "--quiet": "quiet", "-v": "verbose", "--verbose": "verbose", "--no-color": "plain"}


class Session(Struct, frozen=True, kw_only=True):
    """`spoken` says who chose the language, in the words of `config.settings.Origin`."""

    language: str = "zh"
    quiet: bool = False
    verbose: bool = False
    plain: bool = False
    limits: Limits = DEFAULT
    spoken: str = "default"

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
    flags = {
        name for name in _FLAGS.values() if environment.get(f"DUIBIAO_{_SPELT.get(name, name).upper()}", "") in _YES
    }
    language, spoken = _language(environment)
    limits = environment.get("DUIBIAO_LIMITS", "").replace(",", " ").split()
    left: list[str] = []
    words = iter(arguments[:end])
    for word in words:
        if word == "--lang":
            language, spoken = next(words, ""), "command"
        elif word.startswith("--lang="):
            language, spoken = word.removeprefix("--lang="), "command"
        elif word == "--limit":
            limits.append(next(words, ""))
        elif word.startswith("--limit="):
            limits.append(word.removeprefix("--limit="))
        elif word in _FLAGS:
            flags.add(_FLAGS[word])
        else:
            left.append(word)
    if language not in LANGUAGES:
        raise UsageError(WORDS["bad-language"], WORDS["bad-language-advice"])
    session = Session(
        language=language,
        quiet="quiet" in flags,
        verbose="verbose" in flags,
        plain="plain" in flags,
        limits=changed(DEFAULT, limits),
        spoken=spoken,
    )
    return session, [*left, *arguments[end:]]


def _language(environment: Mapping[str, str]) -> tuple[str, str]:
    """The language where the command line does not say it, and who says it."""
    if told := environment.get("DUIBIAO_LANG", ""):
        return ("en" if told.lower().startswith("en") else "zh"), "environment"
    if configured := configured_language(Path()):
        return configured, "file"
    return "zh", "default"
