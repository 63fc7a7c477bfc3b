"""What does a group see that is asked whether one more group may share a line?"""

from core.contract.rounds import ConsentRound
from core.messenger.messages import Line, Style
from core.wording import text

OURS, NEWCOMER, SIDE = "ours", "newcomer", "side"
"""As what a group is asked; each sees only what it may know then."""


def widening_head(asked: ConsentRound) -> list[Line]:
    """Say what is asked, with what this group may know of it."""
    data = asked.data
    if data["as"] == OURS:
        title = text("widen-title-ours", other=data["name"], names=data["others"])
    elif data["as"] == NEWCOMER:
        title = text("widen-title-newcomer", by=data["by"], count=int(data["count"]))
    else:
        title = text("widen-title-side", by=data["by"])
    return [Line(title, Style.TITLE), Line(text("own-words", words=data["line"]), Style.QUOTE)]
