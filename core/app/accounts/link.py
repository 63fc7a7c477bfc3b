"""How does a person say that two accounts are theirs?

A code made on one messenger, typed on another, confirmed on the first: who sees the code over someone's shoulder gets
nothing without that confirmation. Nothing is joined silently: what becomes one is said before.
"""

import hashlib
import secrets
from datetime import timedelta

from core.app.accounts.joining import join, part, same_groups
from core.app.accounts.ports import LinkCode
from core.app.accounts.rooms import keys, let_in, let_out, shown
from core.app.rows import Account
from core.app.turn import Data, Turn, Values
from core.errors import Refused
from core.ids import AccountId, JoiningId
from core.messenger.messages import Choice, Line, Message, say
from core.wording import text

GOOD_FOR = timedelta(minutes=5)
TRIES = 5
TRIES_WITHIN = timedelta(hours=1)
UNDO_WITHIN = timedelta(days=1)

_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_LENGTH = 8


async def link(turn: Turn, values: Values) -> None:
    """Make a code; or take one that was made on another messenger."""
    typed = str(values.get("code", "")).strip()
    if typed:
        await _typed(turn, typed)
        return
    code = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
    await turn.work.accounts.keep_code(LinkCode(turn.account.id, turn.now), _digest(code))
    minutes = int(GOOD_FOR.total_seconds() // 60)
    await turn.answer(say(text("link-code", code=code, minutes=minutes)), private=True)


async def confirm(turn: Turn, data: Data) -> None:
    """Join both, on the word of whoever made the code, on the account where they made it."""
    other = await _other(turn, data)
    opened = await keys(turn, turn.person.id, other.person)
    joining, became_one = await join(turn, stays=turn.person.id, goes=other.person, name=turn.account.ref.name)
    await let_in(turn, opened)
    lines = [text("linked", other=shown(other)), *(text("linked-group", name=group.name) for group in became_one)]
    lines += [text("linked-home", other=shown(key.account), name=key.group.name) for key in opened]
    undo = Choice("link.undo", text("tap-link-undo"), {"joining": joining.id})
    told = Message(tuple(Line(one) for one in (*lines, text("linked-undo"))), (undo,))
    await turn.tell_account(turn.account, told, near=turn.chat)


async def deny(turn: Turn, data: Data) -> None:
    """Forget the code: it was not this person who typed it."""
    await _other(turn, data)
    await turn.answer(say(text("link-denied")), private=True)


async def undo(turn: Turn, data: Data) -> None:
    """Let the accounts part again; each keeps what it brought, as far as it is still there."""
    joining = await turn.work.accounts.joining(JoiningId(data["joining"]))
    if joining is None or joining.stays != turn.person.id or turn.now - joining.at > UNDO_WITHIN:
        raise Refused(text("refused-gone"))
    await part(turn, joining)
    await let_out(turn, await keys(turn, joining.stays, joining.goes))
    await turn.answer(say(text("unlinked")), private=True)


async def _typed(turn: Turn, typed: str) -> None:
    """Ask on the first account; wrong, late and own codes are answered alike."""
    kept = turn.work.accounts
    if await kept.tries_since(turn.account.id, turn.now - TRIES_WITHIN) >= TRIES:
        raise Refused(text("refused-link-tries", tries=TRIES))
    code = await kept.code_of(_digest(typed.upper()))
    first = await turn.work.people.account_by_id(code.account) if code else None
    if code is None or first is None or turn.now - code.made > GOOD_FOR or first.person == turn.person.id:
        await kept.note_try(turn.account.id, turn.now)
        await turn.answer(say(text("link-wrong")), private=True)
        return
    await kept.put_code(LinkCode(code.account, code.made, turn.account.id))
    which = {"account": str(turn.account.id)}
    choices = (Choice("link.yes", text("tap-link-yes"), which), Choice("link.no", text("tap-link-no"), which))
    lines = [text("link-sure", other=shown(turn.account))]
    groups = await same_groups(turn, first.person, turn.person.id)
    lines += [text("link-sure-group", name=group.name) for group in groups]
    opened = await keys(turn, first.person, turn.person.id)
    lines += [text("link-sure-home", other=shown(key.account), name=key.group.name) for key in opened]
    question = Message(tuple(Line(one) for one in lines), choices)
    await turn.tell_account(first, question)
    await turn.answer(say(text("link-typed")), private=True)


async def _other(turn: Turn, data: Data) -> Account:
    """Return who typed the code that was made on this very account; the code is used up."""
    code = await turn.work.accounts.code_from(turn.account.id)
    waits = code is not None and code.typed_by == data["account"] and turn.now - code.made <= 2 * GOOD_FOR
    if code is None or not waits:
        raise Refused(text("refused-link-late"))
    await turn.work.accounts.drop_code(turn.account.id)
    return await turn.work.people.account_by_id(AccountId(data["account"]))


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
