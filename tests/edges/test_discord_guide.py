"""Does the guide tell an operator exactly what the bot asks for?"""

import re
from pathlib import Path

from bots.discord.rights import ASKED, named

GUIDE = (Path(__file__).parents[2] / "docs" / "guides" / "discord.md").read_text(encoding="utf-8")


def test_the_install_link_asks_for_what_the_bot_needs() -> None:
    """Who follows the guide gives the bot its rights and not one more."""
    assert re.findall(r"permissions=(\d+)", GUIDE) == [str(ASKED.value)]


def test_every_right_is_explained() -> None:
    """Each right asked for stands in the guide with what it is for and what is lost without it."""
    # The library calls the right to see a channel by its old name when listing.
    asked = {named("view_channel" if right == "read_messages" else right) for right, wanted in ASKED if wanted}

    explained = {row.split("|")[1].strip() for row in GUIDE.splitlines() if row.startswith("| ")}

    assert asked <= explained
