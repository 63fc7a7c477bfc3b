"""Which door does a command, a tap, an answer or a timer lead through?

A package of the application (`core/app/<name>/`) lists its own in its `doors.py`; here they are joined.
"""

from core.app import (
    asking,
    cards,
    chats,
    deadline,
    decide,
    drafting,
    enter,
    getting_up,
    helping,
    homes,
    leave,
    pages,
    promise,
    propose,
    review,
    seats,
    settings,
    start,
    voices,
)
from core.app.accounts.doors import DOORS as ACCOUNTS
from core.app.agreeing.doors import AGREEING
from core.app.amending.doors import DOORS as AMENDING
from core.app.concerns.doors import DOORS as CONCERNS
from core.app.deciding.doors import DOORS as DECIDING
from core.app.doorway import Doors, together
from core.app.guarding.doors import GUARDING
from core.app.joining.doors import DOORS as JOINING
from core.app.kin.doors import KIN
from core.app.links.doors import LINKS
from core.app.meeting.doors import MEETING
from core.app.needs.doors import NEEDS
from core.app.neighbours.doors import NEIGHBOURS
from core.app.pausing.doors import DOORS as PAUSING
from core.app.pledges.doors import PLEDGES
from core.app.pool import doors as pool
from core.app.reminding.doors import DOORS as REMINDING
from core.app.reminding.keep import LOOK
from core.app.reminding.look import look_all
from core.app.reminding.ringing import Together
from core.app.speaking.doors import DOORS as SPEAKING
from core.app.topics.doors import TOPICS

_HERE = Doors(
    commands={
        "propose": propose.propose,
        "group": pages.group,
        "promise": promise.promise,
        "decide": decide.decide,
        "contract": pages.contract,
        "review": review.review,
        "leave": leave.leave,
        "lang": settings.lang,
        "zone": settings.zone,
        "constitution": pages.constitution,
        "help": helping.help_,
        "cancel": asking.cancel,
        "start": pages.start,
    },
    actions={
        "command.say": asking.say_for,
        "command.in-group": asking.in_group,
        "contract.add-line": drafting.ask_added,
        "contract.change-line": drafting.ask_line,
        "contract.which-line": drafting.which_line,
        "deadline.close": deadline.close,
        "deadline.longer": deadline.two_more_weeks,
        "decision.revise": decide.revise,
        "decision.talk-first": decide.talk_first,
        "decision.withdraw": decide.withdraw,
        "group.ask-else": enter.ask_else,
        "group.ask-seat": enter.ask_seat,
        "group.knock": enter.knock,
        "group.leave": leave.leave_now,
        "group.stay": leave.stay,
        "help.part": helping.show_part,
        "lang.chat": settings.for_chat,
        "lang.me": settings.for_me,
        "lang.pick": settings.pick,
        "open-privately": chats.opened,
        "promise.begin": promise.first_task,
        "promise.done": promise.done,
        "promise.hands": promise.look_for_hands,
        "promise.hush": promise.no_more,
        "promise.later": promise.later,
        "promise.take": promise.take_over,
        "proposal.bring": seats.bring_else,
        "proposal.more": start.more,
        "proposal.not-now": getting_up.not_now,
        "proposal.post": propose.post_anyway,
        "proposal.ready": start.ready,
        "proposal.show": propose.show_other,
        "proposal.start": start.start,
        "proposal.take": seats.take_seat,
        "review.change": review.ask_words,
        "review.drop": voices.drop_line,
        "review.keep": voices.keep_line,
        "round.block": voices.block,
        "round.fine": voices.fine,
        "round.worry": voices.worry,
    },
    answers={
        asking.OPEN_QUESTION: asking.answered,
        "contract.add": drafting.line_added,
        "contract.change": drafting.line_changed,
        "decision.revise": decide.revised,
        "group.ask-named": enter.ask_named,
        "proposal.bring": seats.bring_named,
        "review.words": voices.line_reworded,
        "round.harmed": voices.harmed_told,
        "round.help": voices.help_told,
        "round.worry": voices.worry_told,
    },
    timers={
        "home.missing": homes.no_home_came,
        "promise.ahead": promise.remind_ahead,
        "promise.due": promise.remind_due,
        "proposal.close": deadline.close_due,
        "proposal.deadline": deadline.deadline,
        "proposal.redraw": cards.redraw_more,
        "review.ahead": review.review_ahead,
        "review.open": review.review_due,
        "round.due": voices.due,
        "round.mark": voices.mark,
        "round.remind": voices.remind,
        "start.free": getting_up.free,
        "start.remind": start.remind,
    },
)

DOORS = together(
    _HERE,
    ACCOUNTS,
    AMENDING,
    CONCERNS,
    DECIDING,
    JOINING,
    PAUSING,
    SPEAKING,
    REMINDING,
    pool.DOORS,
    LINKS,
    MEETING,
    AGREEING,
    KIN,
    PLEDGES,
    NEEDS,
    TOPICS,
    NEIGHBOURS,
    GUARDING,
)

TOGETHER: Together = {
    LOOK: look_all,
    "promise.ahead": promise.remind_all_ahead,
    "promise.due": promise.remind_all_due,
}
"""Timers that can act many at once, in few statements; each of them has its own door too."""
