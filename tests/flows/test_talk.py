"""Does everyone get help, the constitution, and their own language?"""

from tests.flows.table import PROPOSAL, Table
from tests.stage import PRIVATE


async def test_help_and_constitution(table: Table) -> None:
    """What can be done, and what nobody can switch off, are two words away."""
    square = await table.room("Square", "Lena")

    await table.says("Lena", square, "/help")
    await table.sees("Lena", PRIVATE, "What I can do", "propose", "promise", "decide")
    await table.says("Lena", square, "/constitution")

    await table.sees("Lena", PRIVATE, "What nobody can switch off", "An eighth enters only if all consent")


async def test_help_has_pages(table: Table) -> None:
    """The first page holds the first day; the others are a tap or a word away."""
    await table.room("Square", "Lena")
    await table.says("Lena", PRIVATE, "/help")
    await table.sees("Lena", PRIVATE, "What I can do")

    await table.taps("Lena", PRIVATE, "Other groups")
    await table.sees("Lena", PRIVATE, "Between chats and groups", "follow", "meet", "agreements")
    await table.says("Lena", PRIVATE, "/help yours")

    await table.sees("Lena", PRIVATE, "What is yours", "mydata", "forget", "constitution")


async def test_opening_the_conversation(table: Table) -> None:
    """Whoever opens the private conversation is greeted in one line."""
    await table.room("Square", "Lena")

    await table.says("Lena", PRIVATE, "/start")

    await table.sees("Lena", PRIVATE, "small groups of equals")


async def test_each_reads_in_their_own_language(table: Table) -> None:
    """The room reads in the room's language, a person in theirs."""
    square = await table.room("Square", "Lena", "Olga")

    await table.says("Olga", square, "/lang ru")
    await table.taps("Olga", PRIVATE, "Only for me")
    await table.sees("Olga", PRIVATE, "Теперь по-русски")
    await table.says("Olga", square, "/propose Хор | нужно: голоса | 3-5 человек | до 20 мая")
    await table.sees("Lena", square, "Хор", "1 of 3–5", "missing: голоса")
    await table.says("Olga", square, "/help")

    await table.sees("Olga", PRIVATE, "Что я умею")


async def test_a_chat_chooses_its_language(table: Table) -> None:
    """What is said to all in a chat is said in the chat's language."""
    square = await table.room("Square", "Lena", "Olga")

    await table.says("Olga", square, "/lang русский")
    await table.taps("Olga", PRIVATE, "For this chat")
    await table.sees("Lena", square, "Теперь по-русски")
    await table.says("Lena", square, PROPOSAL)

    await table.sees("Lena", square, "Уже 1 из 3–7", "не хватает: electronics, sewing и tea")


async def test_hostile_words_stay_words(table: Table) -> None:
    """Pings, markup, bidirectional and ten thousand characters are shown harmless or refused with a reason."""
    square = await table.room("Square", "Lena", "Omar")

    await table.says("Lena", square, "/propose @everyone <b>free</b> \u202emoney | need: - | 3-5 people | by 20 May")
    card = await table.sees("Omar", square, "<b>free</b>", "1 of 3–5")
    assert "@everyone" not in card.text
    assert "\u202e" not in card.text
    await table.says("Lena", square, "/propose " + "x" * 10_000)

    await table.sees("Lena", square, "What would you like to do together?")
