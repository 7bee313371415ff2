"""A whole published budget with forms at its end; see content.py: all of it is made up."""
from layouts import central_form, whole_budget_rows
from page import Page

TITLE = "部门预算"
SEEN = "Any province: cover, contents, prose, other tables, then the central form, once a project."


def render(document, style):
    front, end = Page(style, TITLE), Page(style, TITLE)
    whole_budget_rows.front(front, document, style)
    whole_budget_rows.back(end, document)
    forms = central_form.render(document, style)
    body = forms[forms.index("<body>") + 6:forms.index("</body>")]
    front.out += [body] + end.out
    return front.html()


truth = central_form.truth
# 项目支出表 states a total over all projects, which is the same table's; whether it is this snapshot's is open
IGNORE = {"stated_total"}
