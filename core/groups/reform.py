"""How do members go on without one of them, when all of the others consent? Nobody is voted out.

The others form a group anew; whoever they part from keeps the old one, with its whole history, and so do they.
"""

from collections.abc import Collection

from core.constitution import FEWEST, MOST_AT_START, has_room
from core.errors import Refused
from core.groups.group import Group, GroupStage, Member
from core.ids import GroupId, PersonId
from core.wording import text


def others(group: Group, without: PersonId) -> tuple[PersonId, ...]:
    """List who would go on.

    Raises:
        Refused: The person is not here, or too few would be left to be a group.
    """
    if group.member(without) is None:
        raise Refused(text("refused-not-member"))
    rest = tuple(person for person in group.people if person != without)
    if not FEWEST <= len(rest) <= MOST_AT_START:
        raise Refused(text("refused-reform-few", fewest=FEWEST))
    return rest


def reform(group: Group, without: PersonId, consenting: Collection[PersonId], new: GroupId) -> Group:
    """Return the group the others form, with their seats; its contract is agreed anew.

    Raises:
        Refused: Not every one of the others consented.
    """
    rest = others(group, without)
    if not set(rest) <= set(consenting):
        raise Refused(text("refused-reform-consent"))
    members = tuple(Member(one.person, one.seat, one.joined) for one in group.present if one.person in rest)
    assert has_room(len(members))
    return Group(
        new, group.name, group.proposal, GroupStage.FORMING, members, group.language, group.born, group.open_seats
    )
