"""duibiao baseline schema: what editors need to know of a checklist."""

import json

from duibiao.commands import streams


def schema() -> int:
    from duibiao.baselines import json_schema  # noqa: PLC0415  YAML is not needed for help

    streams.put(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
    return 0
