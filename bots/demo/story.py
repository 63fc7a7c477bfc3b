"""What happens in the story of two worlds?

A group forms in one chat, agrees on a contract, keeps a promise after a reminder, decides something with a worry
recorded; someone leaves and a new person is let in. In another chat, where there are buttons and no rooms, a second
group forms in Russian. It asks for a group that repairs things; both sides say yes and learn each other's names, talk,
agree, and one side ends it again.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bots.demo.stage import DemoStage, staged
from bots.demo.transcript import Transcript
from bots.local.happened import Flavour
from core.texts.translator import render
from core.wording import Text

START = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)
GARDEN, SQUARE, PRIVATE = "Garden gate", "Площадь", ""
CAFE, CHOIR = "Repair café on Saturdays", "Хор по четвергам"
LINE = f"⇄ {CHOIR}"


async def play(write: Callable[[str], None]) -> None:
    """Play the story and write its transcript, line by line."""
    async with staged(START) as stage:
        stage.gather(GARDEN, Flavour.MATRIX, "Ana", "Tomás", "Aisha", "Ivo")
        stage.gather(SQUARE, Flavour.TELEGRAM, "Оля", "Вера", "Лев", language="ru")
        world = stage.messenger.world
        transcript = Transcript(world.state, write)
        stop = world.watch(transcript)
        for title, scene in (
            ("demo-forming", _forming),
            ("demo-agreeing", _agreeing),
            ("demo-promise", _promise),
            ("demo-deciding", _deciding),
            ("demo-going", _going_and_coming),
            ("demo-other-world", _other_world),
            ("demo-meeting", _meeting),
            ("demo-sharing", _sharing),
            ("demo-together", _together),
            ("demo-parting", _parting),
        ):
            write(f"\n\n{render(Text(title), 'en')}")
            await scene(stage)
            transcript.flush()
        stop()
        write(f"\n\n{render(Text('demo-end'), 'en')}")


async def _forming(stage: DemoStage) -> None:
    await stage.says("Ana", GARDEN, f"!propose {CAFE} | need: electronics, sewing | 3-7 people | by 20 May | #repair")
    await stage.taps("Tomás", GARDEN, "I bring electronics")
    await stage.taps("Aisha", GARDEN, "I bring sewing")
    await stage.taps("Aisha", GARDEN, "Start")
    await stage.taps("Ana", PRIVATE, "Yes, let's start")
    await stage.taps("Tomás", PRIVATE, "Yes, let's start")


async def _agreeing(stage: DemoStage) -> None:
    for person in ("Ana", "Tomás", "Aisha"):
        await stage.taps(person, CAFE, "All fine")


async def _promise(stage: DemoStage) -> None:
    await stage.taps("Tomás", CAFE, "I take a first task")
    await stage.says("Tomás", CAFE, "order sockets")
    await stage.says("Tomás", CAFE, "by Friday")
    await stage.passes(timedelta(days=4, hours=11))
    await stage.taps("Tomás", PRIVATE, "Done")


async def _deciding(stage: DemoStage) -> None:
    await stage.passes(timedelta(days=2))
    await stage.says("Ana", CAFE, "!decide Meet at the library until August")
    await stage.taps("Ana", CAFE, "Fine")
    await stage.taps("Tomás", CAFE, "Fine")
    await stage.taps("Aisha", CAFE, "Fine, with a worry")
    await stage.says("Aisha", PRIVATE, "it closes at six, and some of us work until then")


async def _going_and_coming(stage: DemoStage) -> None:
    await stage.passes(timedelta(days=5))
    await stage.says("Aisha", CAFE, "!leave")
    await stage.taps("Aisha", PRIVATE, "Leave")
    await stage.taps("Ivo", GARDEN, "Ask to join")
    await stage.taps("Ivo", PRIVATE, "I bring sewing")
    await stage.taps("Ana", CAFE, "Fine")
    await stage.taps("Tomás", CAFE, "Fine")
    await stage.says("Ivo", CAFE, "!group")


async def _other_world(stage: DemoStage) -> None:
    await stage.passes(timedelta(days=1))
    await stage.says("Оля", SQUARE, "/lang ru")
    await stage.taps("Оля", PRIVATE, "Для этого чата")
    await stage.says("Оля", SQUARE, f"/propose {CHOIR} | нужно: альт, бас | 3-7 человек | через две недели")
    await stage.taps("Вера", SQUARE, "Беру на себя: альт")
    await stage.taps("Лев", SQUARE, "Беру на себя: бас")
    await stage.taps("Лев", SQUARE, "Начинаем")
    await stage.taps("Оля", PRIVATE, "Да, начинаем")
    await stage.taps("Вера", PRIVATE, "Да, начинаем")
    for person in ("Оля", "Вера", "Лев"):
        await stage.taps(person, PRIVATE, "Всё подходит")


async def _meeting(stage: DemoStage) -> None:
    await stage.passes(timedelta(days=2))
    await stage.says("Оля", PRIVATE, "/meet repair")
    await stage.taps("Оля", PRIVATE, f"Для «{CHOIR}»")
    await stage.taps("Оля", PRIVATE, "Спросить")
    await stage.says("Оля", PRIVATE, "Our old harmonium wheezes. Who can make it breathe again?")
    for person in ("Ana", "Tomás", "Ivo"):
        await stage.taps(person, CAFE, "Yes")


async def _sharing(stage: DemoStage) -> None:
    await stage.says("Tomás", LINE, "Bring it on Saturday at ten. What is the matter with it?")
    await stage.answers("Оля", PRIVATE, "Saturday", "A leak in the bellows. Vera plays it anyway, with one hand on it.")
    await stage.edits("Tomás", LINE, "Saturday", "Bring it on Saturday at noon. What is the matter with it?")


async def _together(stage: DemoStage) -> None:
    await stage.passes(timedelta(days=1))
    await stage.says("Ana", CAFE, "!agree the harmonium mended | get: a song at the summer party | by 20 June | 1 July")
    for person in ("Ana", "Tomás", "Ivo"):
        await stage.taps(person, CAFE, "Fine")
    for person in ("Оля", "Вера", "Лев"):
        await stage.taps(person, PRIVATE, "Подходит")


async def _parting(stage: DemoStage) -> None:
    await stage.passes(timedelta(days=5))
    await stage.says("Вера", PRIVATE, "/agreements")
    await stage.taps("Вера", PRIVATE, f"Прекратить: {CAFE}")
    await stage.taps("Вера", PRIVATE, "Прекратить")
