"""Which of two is meant, what is there to choose from, and what does a choice say whose thing is over?"""

from pathlib import Path

from core.ids import GroupId
from core.messenger.events import AccountRef
from tests.databases import Template
from tests.flows.worlds import TOWN, House

MENDERS = ("lena", "ana", "ANA")
SEWERS = ("jonas", "olga", "tomas")


def labels(house: House, chat: str) -> list[str]:
    """List what can be chosen in the newest message of a chat that offers anything, oldest first."""
    return [label for label, _key in house.courier.offered.get(chat, [])]


async def blocked_by(house: House, name: str) -> list[tuple[str | None, str | None]]:
    """List whom somebody blocked: (person, group)."""
    async with house.store.read() as work:
        account = await work.people.find_account(AccountRef(TOWN, name, name.title()))
        assert account is not None
        return [(one.blocked, one.blocked_group) for one in await work.blocks.of((account.person,))]


async def test_which_of_two_is_blocked(template: Template, tmp_path: Path) -> None:
    """Two people of one name are told apart by what they bring; the one who was chosen is blocked, once."""
    house = House(template, tmp_path)
    square = "square-Repairs"
    await house.says("lena", square, "/propose Repairs | need: tea, wood | 3-3 people | in 2 weeks")
    await house.taps("ana", square, "I bring tea")
    await house.taps("ANA", square, "I bring wood")
    await house.taps("lena", square, "Start")
    for chat in [one for one in house.courier.offered if "Yes, let's start" in labels(house, one)]:
        for person in MENDERS[1:]:
            await house.taps(person, chat, "Yes, let's start")
    await house.says("lena", "private-lena", "/block")
    assert "You have blocked nobody" in house.transcript("private-lena")[-1].text

    await house.says("lena", "private-lena", "/block Ana")
    assert "Whom do you mean?" in house.transcript("private-lena")[-1].text
    shown = labels(house, "private-lena")
    assert shown[-2:] == ["Ana, tea, Repairs (person)", "Ana, wood, Repairs (person)"]
    for said in (
        "You will not be brought together with “Ana, wood, Repairs”",
        "“Ana, wood, Repairs” is blocked already",
    ):
        await house.taps("lena", "private-lena", "Ana, wood, Repairs (person)")
        assert said in house.transcript("private-lena")[-1].text
    async with house.store.read() as work:
        account = await work.people.find_account(AccountRef(TOWN, "ANA", "Ana"))
    assert account is not None
    assert await blocked_by(house, "lena") == [(account.person, None)]

    await house.says("lena", "private-lena", "/block")
    for said in ("Lifted.", "This is over"):
        await house.taps("lena", "private-lena", "Lift: Ana, wood, Repairs")
        assert said in house.transcript("private-lena")[-1].text
    assert await blocked_by(house, "lena") == []
    await house.close()


async def test_a_topic_that_was_never_to_come_is_heard_again(template: Template, tmp_path: Path) -> None:
    """A topic somebody did not want to be asked about stands in `/block`, and one tap there brings it back."""
    house = House(template, tmp_path)
    menders = await house.forms(("lena", "omar", "mei"), "Repairs", "mending")
    sewers = await house.forms(SEWERS, "Evenings", "sewing")
    await house.says("lena", menders, "/meet sewing")
    await house.taps("lena", menders, "Ask")
    await house.says("lena", menders, "We mend machines on Saturdays and often need a seam")
    await house.taps("olga", sewers, "Never this topic")

    await house.says("olga", "private-olga", "/block")
    assert "The topic “sewing”" in house.transcript("private-olga")[-1].text
    for said in ("Lifted.", "This is over"):
        await house.taps("olga", "private-olga", "Lift: sewing")
        assert said in house.transcript("private-olga")[-1].text
    await house.says("olga", "private-olga", "/block")
    assert "You have blocked nobody" in house.transcript("private-olga")[-1].text
    await house.close()


async def test_what_there_is_to_choose_from(template: Template, tmp_path: Path) -> None:
    """Without a name all platforms, all languages and the whole list are shown, and one tap goes on from there."""
    house = House(template, tmp_path)
    await house.says("lena", "square", "/platform")
    answers = newest(house)
    assert "Which platform would you like to see?" in house.transcript(answers)[-1].text
    await house.taps("lena", answers, "Making")
    assert "Seats that are often needed" in house.transcript(answers)[-1].text
    await house.says("mei", "yard", "/unfollow")
    assert "This chat follows nothing" in house.transcript(newest(house))[-1].text
    for said in ("follows nothing yet", "Making"):
        await house.says("mei", "yard", "/topics")
        assert said in house.transcript("yard")[-1].text
        await house.says("mei", "yard", "/follow Making")
    assert "already follows “Making”" in house.transcript(newest(house))[-1].text
    for number in range(1, 20):
        await house.says("mei", "yard", f"/follow topic {number}")
    await house.says("mei", "yard", "/follow one more")
    assert "follows 20 topics" in house.transcript(newest(house))[-1].text
    async with house.store.read() as work:
        account = await work.people.find_account(AccountRef(TOWN, "mei", "Mei"))
        assert account is not None

    await house.says("mei", "private-mei", "/lang")
    assert "Which language do you read?" in house.transcript("private-mei")[-1].text
    await house.taps("mei", "private-mei", "Deutsch")
    async with house.store.read() as work:
        person = await work.people.person(account.person)
    assert person.language == "de"
    await house.close()


def newest(house: House) -> str:
    """Name the chat in which something was said last."""
    return house.courier.told[-1].chat


async def test_what_was_offered_before_the_end_is_over(template: Template, tmp_path: Path) -> None:
    """Once a group has closed none of its old choices does anything, whoever taps: what is kept stays as it is."""
    house = House(template, tmp_path)
    people = ("lena", "omar", "mei")
    home = await house.forms(people, "Repairs", "mending")
    group = await group_of(house, "lena")
    await house.says("lena", home, "/promise order sockets by 9 May")
    await house.says("lena", home, "/decide Tea at five")
    await house.says("lena", home, "/amend")
    await house.taps("lena", "private-lena", "Add a line")
    await house.says("lena", "private-lena", "We bring our own cups")
    await house.says("mei", home, "/leave")
    await house.taps("mei", "private-mei", "Leave")
    await house.taps("lena", home, "Sleep")
    await house.taps("lena", home, "Wake up")
    await house.taps("lena", home, "Close and keep the record")
    for person in people[:2]:
        await house.taps(person, home, "Fine")
    assert any("“Repairs” is closed" in told.text for told in house.transcript(home))
    before = await kept(house, group)
    assert before[2:] == [[], [], []]

    old = {label: key for chat in (home, "private-lena") for label, key in house.courier.offered[chat]}
    for key in old.values():
        for person in ("lena", "vera"):  # One who was a member, and one who never was.
            await house.taps_key(person, home, key)
    assert len(old) > 10
    assert await kept(house, group) == before
    assert not any("Something went wrong" in told.text for told in house.courier.told)
    await house.close()


async def kept(house: House, group: GroupId) -> list[object]:
    """Return a group, its contract and what is open in it."""
    async with house.store.read() as work:
        found: list[object] = [await work.groups.get(group), await work.contracts.current(group)]
        found += [await work.rounds.open_in(group), await work.promises.unfinished(group)]
        return [*found, await work.people.homes(group)]


async def group_of(house: House, name: str) -> GroupId:
    """Return the one group somebody sits in."""
    async with house.store.read() as work:
        account = await work.people.find_account(AccountRef(TOWN, name, name.title()))
        assert account is not None
        (group,) = await work.groups.of_person(account.person)
        return group.id
