"""The report as a page for the browser: one file, which needs nothing else, works offline and prints well.

Everything stands in the page as plain HTML and can be read without scripts; the script only hides what was not asked
for and moves about. One language for each file, the one asked for: both would double it for nobody's use. Always
complete, since what is not wanted can be filtered away: `Options.everything` changes nothing.
"""

from duibiao.reports.format import Options
from duibiao.reports.html.page import page
from duibiao.reports.view import View


def render(view: View, options: Options) -> str:
    return page(view, options.language)
