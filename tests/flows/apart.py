"""Did anything bring together whom a block keeps apart, from whichever account it was made?"""

from collections.abc import Iterable

from core.ids import IntroductionId
from core.storage.work import DatabaseWork


async def check_apart(work: DatabaseWork, introductions: Iterable[str]) -> None:
    """Check that no introduction was put to a side after a block stood between anyone on both."""
    for key in introductions:
        contact = await work.introductions.get(IntroductionId(key))
        assert contact is not None
        if contact.asked is None:
            continue
        asker = await work.groups.get(contact.group) if contact.group else None
        asked = await work.groups.get(contact.asked)
        assert asked is not None
        ours, theirs = asker.people if asker else (contact.person,), asked.people
        for one in await work.blocks.of((*ours, *theirs)):
            if one.since < contact.opened:
                there, whose = (theirs, contact.asked) if one.person in ours else (ours, contact.group)
                assert one.blocked not in there
                assert one.blocked_group is None or one.blocked_group != whose
