"""What does the card of what someone declared show, and how is each part of it asked?"""

from core.app.pool.week_lines import hours_told, week_picture
from core.app.rows import Person
from core.commands.tongues import tongue
from core.matching.profile import Profile, languages_of
from core.messenger.messages import Choice, Line, Message, Style, say
from core.wording import Text, text

FIELDS = ("topics", "bring", "languages", "hours", "zone")
"""In the order in which they are asked; the names of the command's arguments."""

_SUGGESTED: dict[str, tuple[tuple[Text, str], ...]] = {
    "hours": (
        (text("tap-weekday-evenings"), "weekday evenings"),
        (text("tap-weekends"), "weekends"),
        (text("tap-any-time"), "any time"),
    )
}


def question(field: str, data: dict[str, str]) -> Message:
    """Ask for one thing; it may always be left out."""
    offered = (Choice("me.say", label, {**data, "words": words}) for label, words in _SUGGESTED.get(field, ()))
    skip = Choice("me.skip", text("tap-skip"), data)
    return say(Text(f"ask-me-{field}"), choices=(*offered, skip), asks=True)


def me_card(profile: Profile, person: Person, otherwise: str) -> Message:
    """Show what is known, what is assumed where nothing was said, and a picture of the week.

    Args:
        otherwise: Zone of whoever chose none.
    """
    spoken = tuple(tongue(code) for code in sorted(languages_of(profile, person.language)))
    lines = [
        Line(text("me-title"), Style.TITLE),
        Line(text("me-topics", topics=profile.topics) if profile.topics else text("me-no-topics")),
        Line(text("me-brings", brings=profile.brings) if profile.brings else text("me-no-brings")),
        Line(
            text("me-languages", languages=spoken) if profile.languages else text("me-no-languages", languages=spoken)
        ),
        *_hours(profile),
        Line(text("me-zone", zone=person.zone or otherwise)),
        Line(text("me-note"), Style.NOTE),
    ]
    choices = (*(change_choice(field) for field in FIELDS), Choice("me.drop", text("tap-me-drop")))
    return Message(tuple(lines), choices)


def change_choice(field: str) -> Choice:
    """Offer to say one thing anew."""
    return Choice("me.change", Text(f"tap-me-{field}"), {"field": field})


def _hours(profile: Profile) -> tuple[Line, ...]:
    if not profile.hours:
        return (Line(text("me-no-hours")),)
    return (Line(text("me-hours", hours=hours_told(profile.hours))), *week_picture(profile.hours))
