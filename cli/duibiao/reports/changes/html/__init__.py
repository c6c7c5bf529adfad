"""A comparison as a page for the browser, made of the parts of the report's page: the same look, filters and keys.

What is unchanged is always in it, folded up: a page is looked at by somebody who did not choose how it was made.
"""

from duibiao.reports.changes.html.page import page
from duibiao.reports.changes.view import View
from duibiao.reports.format import Options


def render(view: View, options: Options) -> str:
    return page(view, options.language)
