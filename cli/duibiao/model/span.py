"""Places in a text, and text that remembers where its characters came from."""

from bisect import bisect_left

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A half-open range of Unicode code points, `start` included and `end` not."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


class Plain(Struct, frozen=True):
    """Text made ready for comparing, each character with its place in the author's text.

    `text` is simplified, half-width, lower-case and without the white space of typesetting; `places[i]` is the
    code-point offset in the extracted text of the character that became `text[i]`. `places` never falls.
    """

    text: str
    places: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.text) != len(self.places):
            raise ValueError(f"{len(self.text)} characters but {len(self.places)} places")

    def __len__(self) -> int:
        return len(self.text)

    def cut(self, start: int, end: int) -> "Plain":
        return Plain(self.text[start:end], self.places[start:end])

    def origin(self, start: int, end: int) -> Span:
        """The author's characters behind `text[start:end]`; an empty range gives an empty span.

        Raises:
            IndexError: The range lies outside the text.
        """
        if not 0 <= start <= end <= len(self.places):
            raise IndexError(f"{start}..{end} of {len(self.places)}")
        if start == end:
            place = self.places[start] if start < len(self.places) else (self.places[-1] + 1 if self.places else 0)
            return Span(place, place)
        return Span(self.places[start], self.places[end - 1] + 1)

    def find(self, span: Span) -> tuple[int, int]:
        """The range of `text` whose characters stand inside `span` of the author's text."""
        return bisect_left(self.places, span.start), bisect_left(self.places, span.end)
