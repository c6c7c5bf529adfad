"""What a reviewer needs to rule on findings in the browser: a button for each, one form for all, a place to save.

The page carries the file of decisions it was made with, and hands it back with the new rulings at its end. Nothing of
it shows without scripts, since nothing of it would work.
"""

import json

from msgspec.structs import asdict

from duibiao.model.frame import Frame
from duibiao.model.report import Finding, Run, Verdict
from duibiao.reports.html.markup import NOTHING, Html, el, join
from duibiao.reports.view import VERDICTS
from duibiao.reports.words import say

ACTIONS = {"confirm": "confirm-means", "overrule": "overrule-means", "waive": "waive-means"}
FILE = "decisions.yaml"


def button(finding: Finding, language: str) -> Html:
    """What opens the form; nobody rules on what is not applicable."""
    if finding.verdict is Verdict.NOT_APPLICABLE:
        return NOTHING
    return el(
        "button",
        say("rule", language),
        type="button",
        class_="rule",
        hidden=True,
        data_requirement=finding.requirement.id,
        data_passage=finding.passage,
    )


def desk(run: Run, language: str) -> Html:
    """The form to be copied, and where rulings are gathered and saved."""
    frame = run.frame or Frame(file=FILE)
    status = el(
        "span",
        class_="told",
        aria_live="polite",
        data_words=say("rulings-made", language, n="{n}"),
        data_saved=say("saved", language, n="{n}"),
    )
    name = el("label", say("reviewer", language), el("input", type="text", name="by", autocomplete="name"))
    save = el("button", say("save-as", language, file=frame.file), type="button", class_="save")
    note = el("small", say("save-note", language, file=frame.file))
    # JSON in ASCII: an attribute holds one line, and a file has many
    data = json.dumps(asdict(frame))
    gathered = el("div", status, name, save, note, class_="desk", hidden=True, data_frame=data)
    return join(el("template", _form(language), class_="ruling-form"), gathered)


def _form(language: str) -> Html:
    choices = (
        el(
            "label",
            el("input", type="radio", name="ruling", value=action, data_word=say(action, language)),
            el("span", say(means, language)),
        )
        for action, means in ACTIONS.items()
    )
    options = (el("option", say(verdict, language), value=verdict) for verdict in VERDICTS)
    return el(
        "div",
        el("fieldset", el("legend", say("ruling", language)), choices),
        el("label", say("should-be", language), el("select", options), class_="should"),
        el("label", say("why-so", language), el("textarea", rows=2), class_="because"),
        el("label", say("until", language), el("input", type="date"), class_="until"),
        el("p", say("incomplete", language), class_="incomplete", role="alert", hidden=True),
        el(
            "p",
            el("button", say("keep", language), type="button", class_="keep"),
            el("button", say("cancel", language), type="button", class_="cancel"),
            class_="answers",
        ),
        class_="ruling",
        role="group",
        aria_label=say("ruling", language),
    )
