"""Which rights does a deed need, and which of them is the bot missing?"""

import discord

SEEING = ("view_channel",)
SPEAKING = ("view_channel", "send_messages")
SPEAKING_IN_THREAD = ("view_channel", "send_messages_in_threads")
MAKING_HOME = ("view_channel", "create_private_threads", "send_messages_in_threads")

ASKED = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    create_private_threads=True,
    read_message_history=True,
    create_instant_invite=True,
)
"""What the install link asks for; docs/guides/discord.md tells why, right by right."""

Channel = discord.abc.GuildChannel | discord.Thread | discord.abc.PrivateChannel | None


def needed_to_speak(channel: Channel) -> tuple[str, ...]:
    """Return what posting there takes."""
    return SPEAKING_IN_THREAD if isinstance(channel, discord.Thread) else SPEAKING


def missing(channel: Channel, needed: tuple[str, ...]) -> str:
    """Name the missing rights as Discord's own settings name them; empty when all are there or nobody knows."""
    if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return ""
    allowed = channel.permissions_for(channel.guild.me)
    return ", ".join(named(right) for right in needed if not getattr(allowed, right))


def named(right: str) -> str:
    """Return a right's name as Discord's settings show it."""
    return (
        right.replace("_", " ").title().replace(" In ", " in ").replace("Instant ", "").replace(" Channel", " Channels")
    )
