"""index.html: the whole batch on one page, which needs nothing else.

The heat map is drawn on a canvas, only the rows and columns in sight: 3,000 plans by 200 requirements are 600,000
cells, and a page with so many elements does not scroll. Its data is a string of letters for each plan.
"""

from functools import cache
from importlib.resources import files
from string import Template

from duibiao import __version__
from duibiao.batch.outputs.index.body import body
from duibiao.batch.outputs.index.data import data
from duibiao.batch.outputs.overview import Overview
from duibiao.batch.words import say
from duibiao.reports.html.page import LANGUAGES, asset, policy


def index(shown: Overview) -> str:
    style, script = asset("style/colours.css") + own("style.css"), own("script.js")
    return Template(own("page.html")).substitute(
        language=LANGUAGES[shown.language],
        policy=policy(style, script),
        version=__version__,
        title=say("title", shown.language),
        style=style,
        script=script,
        data=data(shown.matrix, shown.rules, shown.language, linked=shown.linked),
        body=body(shown),
    )


@cache
def own(name: str) -> str:
    return files("duibiao.batch.outputs.index").joinpath(name).read_text("utf-8").replace("\r\n", "\n")
