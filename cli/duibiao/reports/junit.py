"""JUnit's XML: a test suite for each plan and baseline, a test case for each requirement.

A requirement fails where it is weakened or omitted at the severity of an error; `--fail-on` decides about the exit
code and not here, so that a file means the same whoever made it. What is less severe passes and is told in the case's
output. Not applicable and waived are skipped. There are no times: they would differ from run to run.
"""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from duibiao.model.report import Finding, Severity, Unreadable, Verdict
from duibiao.reports.format import Options
from duibiao.reports.table import ruling
from duibiao.reports.telling import because, headline, lines, main_reason
from duibiao.reports.text import printable
from duibiao.reports.view import ATTENTION, Sheet, View, is_waived
from duibiao.reports.words import say
from duibiao.reports.xml import xml_text

COUNTED = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def render(view: View, options: Options) -> str:
    root = ET.Element("testsuites", name="duibiao")
    for sheet in view.sheets:
        suite = ET.SubElement(root, "testsuite", name=_name(sheet, view))
        if isinstance(sheet, Unreadable):
            _unreadable(suite, sheet, options.language)
        else:
            for finding in sheet.report.findings:
                _case(suite, sheet.plan.path, finding, options.language)
        _count(suite, list(suite))
        if isinstance(sheet, Sheet) and sheet.report.observations:
            told = (f"{o.rule} {printable(o.message.say(options.language))}" for o in sheet.report.observations)
            ET.SubElement(suite, "system-out").text = xml_text("\n".join(told))
    _count(root, [case for suite in root for case in suite.iter("testcase")])
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _name(sheet: Sheet | Unreadable, view: View) -> str:
    if isinstance(sheet, Sheet) and len(view.run.baselines) > 1:
        return _clean(f"{sheet.plan.path} · {sheet.baseline.id}")
    return _clean(sheet.plan.path)


def _case(suite: ET.Element, path: str, finding: Finding, language: str) -> None:
    requirement = finding.requirement
    case = ET.SubElement(
        suite,
        "testcase",
        classname=_clean(path),
        name=_clean(f"{requirement.id} {requirement.title}"),
        file=_clean(path),
    )
    told = "\n".join((headline(finding, language), *lines(finding, language)))
    if finding.verdict is Verdict.NOT_APPLICABLE:
        ET.SubElement(case, "skipped", message=say(finding.verdict, language))
    elif is_waived(finding):
        ET.SubElement(case, "skipped", message=_clean(ruling(finding, language)))
        ET.SubElement(case, "system-out").text = xml_text(told)
    elif finding.verdict in ATTENTION and finding.severity is Severity.ERROR:
        reason = main_reason(finding)
        message = say("colon", language).join((say(finding.verdict, language), because(finding, language)))
        kind = f"{reason.rule} {reason.code}" if reason else str(finding.verdict)
        ET.SubElement(case, "failure", type=_clean(kind), message=_clean(message)).text = xml_text(told)
    else:
        ET.SubElement(case, "system-out").text = xml_text(told)


def _unreadable(suite: ET.Element, plan: Unreadable, language: str) -> None:
    path = _clean(plan.plan.path)
    case = ET.SubElement(suite, "testcase", classname=path, name=say("unreadable", language), file=path)
    error = ET.SubElement(case, "error", type=plan.code, message=_clean(plan.message.say(language)))
    if plan.advice:
        error.text = xml_text(say("advice", language) + say("colon", language) + plan.advice.say(language))


def _count(element: ET.Element, cases: Sequence[ET.Element]) -> None:
    element.set("tests", str(len(cases)))
    for attribute, tag in COUNTED.items():
        element.set(attribute, str(sum(case.find(tag) is not None for case in cases)))


def _clean(text: str) -> str:
    return xml_text(printable(text))
