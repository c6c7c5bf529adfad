"""What the tool says to a person, in each language it speaks."""

from msgspec import Struct


class Message(Struct, frozen=True):
    """One sentence in each language the tool speaks."""

    zh: str
    en: str

    def say(self, language: str) -> str:
        return self.en if language == "en" else self.zh
