"""A file of decisions, read strictly: where one thing is wrong, none of them holds.

A ruling that was misread would let pass what somebody means to block, so that nothing is guessed.
"""

from collections.abc import Mapping
from datetime import date

from duibiao.baselines.nodes import At, Faults, compose, items, pairs, shown, wrong_type
from duibiao.baselines.scalars import nearest, read_choice, read_id, read_text
from duibiao.model.decision import Decision, Ruling
from duibiao.model.errors import DecisionsError, Fault
from duibiao.model.message import Message
from duibiao.model.report import Verdict

ACTIONS = ("confirm", "overrule", "waive")
REQUIRED = ("requirement", "plan", "action", "reason", "by", "date")
KEYS = (*REQUIRED, "verdict", "expires", "passage")


def read_decisions(content: bytes, name: str) -> tuple[Decision, ...]:
    """The decisions in the order of the file; `name` is what the reader calls it. An empty file holds none.

    Raises:
        DecisionsError: It has faults; all of them are listed.
    """
    faults = Faults()
    text = _decoded(content, faults)
    root = compose(text, faults) if text is not None and not _is_blank(text) else None
    found = [] if root is None else [_decision(item, name, faults) for item in items(root, faults)]
    if faults.found:
        raise DecisionsError(name, tuple(sorted(faults.found, key=lambda fault: fault.line)))
    return tuple(decision for decision in found if decision)


def _decoded(content: bytes, faults: Faults) -> str | None:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        told = Message("不是 UTF-8 编码，请用编辑器另存为 UTF-8", "not UTF-8; save the file as UTF-8")
        faults.found.append(Fault("", line, told))
        return None


def _is_blank(text: str) -> bool:
    """Nothing but comments, or a document that was only begun."""
    return all(line.strip() in ("", "---") or line.lstrip().startswith("#") for line in text.splitlines())


def _decision(at: At, name: str, faults: Faults) -> Decision | None:
    before = len(faults.found)
    given = {key: value for key, value in pairs(at, faults) if _is_known(key, value, faults)}
    if len(faults.found) == before or given:
        for key in REQUIRED:
            if key not in given:
                faults.add(at, f"缺少 {key}", f"{key} is missing")
    if len(given) < len(REQUIRED):
        return None
    ruling = _ruling(given, at, faults)
    requirement = read_id(given["requirement"], faults) if "requirement" in given else None
    plan = _plan(given["plan"], faults) if "plan" in given else None
    passage = read_text(given["passage"], faults, numeric=True) if "passage" in given else None
    if ruling is None or requirement is None or plan is None:
        return None
    return Decision(requirement=requirement, plan=plan, ruling=ruling, passage=passage, file=name, line=at.line)


def _is_known(key: str, at: At, faults: Faults) -> bool:
    if key in KEYS:
        return True
    zh, en = nearest(key, KEYS)
    listed = ", ".join(KEYS)
    faults.add(at, f"没有这一项{zh or f'，可用的有 {listed}'}", f"there is no such key{en or f'; there are {listed}'}")
    return False


def _ruling(given: Mapping[str, At], at: At, faults: Faults) -> Ruling | None:
    action = read_choice(given["action"], faults, ACTIONS) if "action" in given else None
    verdict = read_choice(given["verdict"], faults, tuple(Verdict)) if "verdict" in given else None
    reason, by = (read_text(given[key], faults, numeric=True) if key in given else None for key in ("reason", "by"))
    made, expires = (_day(given[key], faults) if key in given else None for key in ("date", "expires"))
    if action == "overrule" and "verdict" not in given:
        faults.add(at, "改判（overrule）要写明结论 verdict", "an overrule needs a verdict")
    if made and expires and expires < made:
        faults.add(
            given["expires"], f"到期日早于作出日期 {made}", f"expires before the day on which it was made, {made}"
        )
    if action is None or reason is None or by is None or made is None:
        return None
    return Ruling(
        action=action,
        reason=reason,
        by=by,
        date=made,
        verdict=Verdict(verdict) if verdict else None,
        expires=expires,
    )


def _day(at: At, faults: Faults) -> str | None:
    """2026-03-31, quoted or not, of the calendar. 03/04/2026 is nobody's guess."""
    text = str(at.node.value) if at.kind in ("str", "timestamp") else ""
    try:
        if len(text) == 10:
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    if at.kind == "null" or at.kind in ("map", "seq"):
        wrong_type(at, " 2026-03-31 这样的日期", "a date such as 2026-03-31", faults)
    else:
        faults.add(
            at,
            f"日期应写成 2026-03-31 的样子，现为{shown(at)}",
            f"a date is written like 2026-03-31, not {shown(at)}",
        )
    return None


def _plan(at: At, faults: Faults) -> str | None:
    text = read_text(at, faults, numeric=True)
    if text is None:
        return None
    if "\\" in text:
        faults.add(at, "路径请用 / 分隔", "write the path with /")
    elif text.startswith(("/", "../")) or text[1:3] == ":/":
        faults.add(
            at,
            "请写报告中显示的相对路径，或 plans/*.docx 一类的写法",
            "write the relative path that reports show, or a pattern such as plans/*.docx",
        )
    else:
        return text
    return None
