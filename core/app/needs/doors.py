"""Which doors of needs and offers are there?"""

from core.app.doorway import Doors
from core.app.needs import answering, asking, card, keeping, looking, post

NEEDS = Doors(
    commands={"cards": keeping.cards, "need": post.need, "offer": post.offer},
    actions={
        "needs.come": answering.come,
        "needs.drop": keeping.drop,
        "needs.keep": keeping.keep,
        "needs.never": answering.never,
        "needs.no": answering.no,
        "needs.yes": answering.yes,
    },
    answers={},
    timers={
        "needs.end": keeping.end,
        "needs.keep": keeping.ask_to_keep,
        "needs.look": looking.look_again,
        "needs.redraw": card.redraw_more,
        "needs.silent": asking.silent,
    },
)
