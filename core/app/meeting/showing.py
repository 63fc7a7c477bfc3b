"""What does the asking side see of its introduction, and a side that has met of the other?"""

from core.app.meeting.ports import FirstContact
from core.app.meeting.words import messenger_word
from core.app.turn import Scene
from core.exchange.introductions import AskerSees, asker_sees
from core.exchange.parties import Card, Party, PartyKind
from core.exchange.sizes import NAME
from core.groups.group import Group
from core.groups.limits import SEATS_WANTED, TITLE
from core.ids import GroupId, PersonId, ProposalId
from core.messenger.messages import Choice, Line, Message, Style
from core.wording import Moment, Text, text


def introduction_subject(contact: FirstContact) -> str:
    """Name the asker's card of an introduction."""
    return f"introduction:{contact.id}"


def asked_card(scene: Scene, contact: FirstContact) -> Message:
    """Draw an introduction with the asker's eyes."""
    introduction = contact.introduction
    seen = asker_sees(introduction, scene.now)
    head = Line(text("meet-asked", topic=introduction.topic), Style.TITLE)
    line = Line(text("own-words", words=introduction.line), Style.QUOTE)
    if seen is not AskerSees.WAITING:
        return Message((head, line, Line(Text(f"meet-{seen}"), Style.NOTE)))
    waits = Line(text("meet-waiting", by=Moment(introduction.answer_by)), Style.NOTE)
    back = Choice("meet.take-back", text("tap-take-back"), {"introduction": contact.id})
    return Message((head, line, waits), (back,))


async def card_of_group(scene: Scene, group: Group) -> Card:
    """Return what a group shows of itself once both said yes."""
    proposal = await scene.work.proposals.get(ProposalId(group.proposal))
    seats = dict.fromkeys(member.seat for member in group.present if member.seat)
    return Card(
        Party(PartyKind.GROUP, group.id),
        group.name[:TITLE],
        max(1, len(group.people)),
        proposal.topics if proposal else (),
        tuple(seats)[: SEATS_WANTED + 1],
        await messenger_of(scene, group.people, group.id),
    )


async def card_of_person(scene: Scene, person: PersonId) -> Card:
    """Return what a person shows of themselves once both said yes."""
    name = await scene.name(person)
    messenger = await messenger_of(scene, (person,), None)
    return Card(Party(PartyKind.PERSON, person), name[:TITLE] or person, 1, (), (), messenger)


async def messenger_of(scene: Scene, people: tuple[PersonId, ...], group: GroupId | None) -> str:
    """Say where a side chats: where its home is, else where its first member was last seen."""
    homes = await scene.work.people.homes(group) if group else ()
    if homes:
        return homes[0].messenger[:NAME]
    accounts = await scene.work.people.accounts(people[0]) if people else ()
    return accounts[0].ref.messenger[:NAME] if accounts else ""


def met_lines(card: Card, again: bool) -> tuple[Line, ...]:
    """Show the other side; `again` when the two met before."""
    where = messenger_word(card.messenger)
    head = Line(text("own-words", words=card.name), Style.TITLE)
    told = [Line(text("meet-both-yes"))]
    if card.party.kind is PartyKind.GROUP:
        told += [head, Line(text("meet-card", count=card.people, messenger=where), Style.ITEM)]
    else:
        told += [head, Line(text("meet-card-person", messenger=where), Style.ITEM)]
    if card.seats:
        told.append(Line(text("meet-card-seats", seats=card.seats), Style.ITEM))
    if card.topics:
        told.append(Line(text("card-topics", topics=card.topics), Style.NOTE))
    if again:
        told.append(Line(text("meet-again"), Style.NOTE))
    return tuple(told)
