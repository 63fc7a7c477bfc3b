"""How does a line between two groups that have met open, and how do both learn of it?"""

from core.app.links.kept import party_of
from core.app.links.places import ask_for_places
from core.app.links.words import messengers_of
from core.app.meeting.words import messenger_word
from core.app.queue import Urgency
from core.app.turn import Scene
from core.exchange.links import Link, link_of
from core.exchange.parties import Card
from core.groups.group import Group
from core.ids import LinkId, MessengerName, new_id
from core.messenger.messages import Choice, Line, Message, Style
from core.wording import Text, text


async def open_link(scene: Scene, one: Group, other: Group) -> Link:
    """Open the line between two groups and show each who the other is; a line that is open already is returned.

    Both said yes before: this is the first moment at which either is named to the other.
    """
    already = await link_between(scene, one, other)
    if already is not None:
        return already
    link = link_of(LinkId(new_id()), party_of(one), party_of(other))
    await scene.work.links.put(link)
    for ours, theirs in ((one, other), (other, one)):
        await scene.tell_group(ours, await met_card(scene, theirs, link), urgency=Urgency.NEWS)
        await ask_for_places(scene, link, ours, theirs.name)
    return link


async def link_between(scene: Scene, one: Group, other: Group) -> Link | None:
    """Return the open line between two groups, if there is one."""
    theirs = party_of(other)
    return next((link for link in await scene.work.links.of(party_of(one)) if theirs in link.here), None)


async def met_card(scene: Scene, theirs: Group, link: Link) -> Message:
    """Draw a group for those who have met it."""
    where = await messengers_of(scene, theirs)
    seats = tuple(dict.fromkeys(member.seat for member in theirs.present if member.seat))
    return _drawn(theirs.name, len(theirs.people), where, seats, link.id)


def shown(card: Card, link: LinkId) -> Message:
    """Draw a group from the card it showed, for those with whom it shares a link from now on."""
    where = (MessengerName(card.messenger),) if card.messenger else ()
    return _drawn(card.name, card.people, where, card.seats, link)


def _drawn(name: str, people: int, where: tuple[MessengerName, ...], seats: tuple[str, ...], link: LinkId) -> Message:
    lines = [Line(text("link-opened", name=name), Style.TITLE), Line(_who(people, where))]
    if seats:
        lines.append(Line(text("link-bring", seats=seats)))
    lines.append(Line(text("link-how"), Style.NOTE))
    return Message(tuple(lines), (Choice("link.show", text("tap-links"), {"link": link}),))


def _who(people: int, messengers: tuple[MessengerName, ...]) -> Text:
    if not messengers:
        return text("link-people", count=people)
    return text("link-people-on", count=people, messengers=tuple(messenger_word(one) for one in messengers))
