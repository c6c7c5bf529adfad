"""findings.parquet, for whoever has the extra `parquet`: the columns of findings.csv with types."""

from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from duibiao.batch.outputs.lines import COLUMNS, Line

_TYPES = {"confidence": "float64", "review": "bool", "line": "int32", "page": "int32"}
_REPEATED = {"province", "city", "county", "level", "baseline", "requirement", "title", "kind", "strength", "verdict",
             "severity", "plan", "rules"}  # fmt: skip
_GROUP = 10_000  # lines in memory at a time


class Parquet:
    """Writes lines in groups; `close` writes the last."""

    def __init__(self, path: Path) -> None:
        self._pa: Any = import_module("pyarrow")  # the extra
        pa, parquet = self._pa, import_module("pyarrow.parquet")
        kinds = {
            name: getattr(pa, _TYPES.get(name, "string"))() if name != "review" else pa.bool_() for name in COLUMNS
        }
        self._schema = pa.schema([(name, kinds[name]) for name in COLUMNS])
        self._writer = parquet.ParquetWriter(path, self._schema, compression="zstd", use_dictionary=sorted(_REPEATED))
        self._lines: list[Line] = []

    def add(self, lines: Iterable[Line]) -> None:
        self._lines += lines
        if len(self._lines) >= _GROUP:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if not self._lines:
            return
        pairs = zip(zip(*self._lines, strict=True), self._schema, strict=True)
        columns = [self._array(column, field.type) for column, field in pairs]
        self._writer.write_table(self._pa.Table.from_arrays(columns, schema=self._schema))
        self._lines = []

    def _array(self, column: Sequence[object], kind: Any) -> Any:
        try:
            return self._pa.array(column, type=kind)
        except UnicodeEncodeError:  # lone surrogates of a broken text have no place in UTF-8
            return self._pa.array(list(map(_mended, column)), type=kind)


def _mended(value: object) -> object:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def there() -> bool:
    try:
        import_module("pyarrow.parquet")
    except ImportError:
        return False
    return True
