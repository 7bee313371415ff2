"""One published kind of document each: TITLE, SEEN, render(document, style), truth(document).

What they print is made up (content.py). A layout may have
  IGNORE   fields of the truth that its print does not decide: {"department", "code", "unit", …}
"""
