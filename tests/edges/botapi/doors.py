"""How do people come through links and buttons into chats?"""

import re

from tests.edges.botapi.state import Chat, Link, Message, User
from tests.edges.botapi.world import BOT_NAME, World

_START_GROUP = re.compile(r"https://t\.me/(\w+)\?startgroup=([\w-]{1,64})(?:&admin=([a-z_+]+))?")
_INVITE = re.compile(r"https://t\.me/\+[\w-]+")
_START = re.compile(r"https://t\.me/(\w+)\?start=([\w-]{1,64})")


def start_group_link(words: str) -> str | None:
    """Find a start-group link of our bot in a text."""
    found = _START_GROUP.search(words)
    return found[0] if found and found[1] == BOT_NAME else None


def make_by_link(world: World, person: User, words: str, title: str, kind: str = "supergroup") -> Chat | None:
    """Let a person follow a start-group link in a text: make a group, bring the bot with the rights it asks for.

    Returns:
        The new chat; None when the text has no such link.
    """
    found = _START_GROUP.search(words)
    if found is None or found[1] != BOT_NAME:
        return None
    rights = tuple(f"can_{right}" for right in (found[3] or "").split("+") if right)
    chat = world.make_group(person, title, kind=kind)
    world.add_bot(person, chat, rights)
    world.say(person, chat, f"/start@{BOT_NAME} {found[2]}")
    return chat


def make_by_button(world: World, person: User, message: Message, title: str) -> Chat:
    """Let a person press a request-chat button and make a group in the dialogue it opens.

    Raises:
        LookupError: The message has no such button.
    """
    rows = (message.markup or {}).get("keyboard", [])
    wish = next((button["request_chat"] for row in rows for button in row if "request_chat" in button), None)
    if wish is None:
        raise LookupError("no request-chat button")
    chat = world.make_group(person, title)
    if wish.get("bot_is_member"):
        wanted = wish.get("bot_administrator_rights", {})
        world.add_bot(person, chat, tuple(right for right, given in wanted.items() if given))
    private = world.chats[person.id]
    world.service(private, person, {"chat_shared": _shared(wish, chat)})
    return chat


def _shared(wish: dict[str, object], chat: Chat) -> dict[str, object]:
    shared: dict[str, object] = {"request_id": wish["request_id"], "chat_id": chat.id}
    return {**shared, "title": chat.title} if wish.get("request_title") else shared


def follow_invite(world: World, person: User, words: str) -> Chat | None:
    """Let a person follow an invite link in a text.

    Returns:
        The chat they are in afterwards; None when the text has no link that still lets them in.
    """
    found = _INVITE.search(words)
    for chat in world.chats.values():
        link = chat.links.get(found[0]) if found else None
        if link is None:
            continue
        if chat.standing(person.id).inside:
            return chat
        return chat if _lets_in(world, person, chat, link) else None
    return None


def follow_start(world: World, person: User, address: str) -> None:
    """Let a person open the private chat through a deep link and press Start.

    Raises:
        LookupError: It is no such link.
    """
    found = _START.fullmatch(address)
    if found is None or found[1] != BOT_NAME:
        raise LookupError(address)
    world.press_start(person, found[2])


def _lets_in(world: World, person: User, chat: Chat, link: Link) -> bool:
    used_up = link.member_limit is not None and link.used >= link.member_limit
    if link.revoked or used_up or chat.standing(person.id).status == "kicked":
        return False
    if link.asks:
        world.ask_to_join(person, chat, link)
        return False
    link.used += 1
    world.enter(person, chat, link)
    return True
