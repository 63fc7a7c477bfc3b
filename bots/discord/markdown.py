"""How is text shown exactly as written, though Discord reads markup in it?"""

import re

from core.messenger.fit import cut
from core.messenger.messages import Style
from core.messenger.port import Paragraph
from core.wording import MARKED

# Inside an address nothing is markup, and a backslash would break it.
_ADDRESS = re.compile(r"(https?://[^\s<>]*[^\s<>.,:;!?\"')\]])")
_MARK = re.compile(r"([\\*_~`|<>\[\]])")
_AT_LINE_START = re.compile(r"^(\s*)([#+-]|\d+(?=[.)]))", re.MULTILINE)

_AROUND = {
    Style.PLAIN: ("", ""),
    Style.TITLE: ("**", "**"),
    Style.QUOTE: ("> ", ""),
    Style.ITEM: ("- ", ""),
    Style.NOTE: ("-# ", ""),
}


def escape(text: str) -> str:
    """Put a backslash before whatever would be read as markup, a mention or a timestamp.

    Addresses stay what they are and show no preview: angle brackets see to that.

    Source:
        Discord, Markdown Text 101; Message Formatting: a backslash before any sign that is no letter, digit
        or space makes it plain; `<https://...>` is a link without a preview.
    """
    parts = _ADDRESS.split(text)
    parts[::2] = [_MARK.sub(r"\\\1", part) for part in parts[::2]]
    parts[1::2] = [f"<{address}>" for address in parts[1::2]]
    return MARKED.sub(_native_time, _AT_LINE_START.sub(_plain_start, "".join(parts)))


def _native_time(moment: re.Match[str]) -> str:
    """Write a moment as Discord shows it in each reader's own zone and language.

    Source:
        Discord, Message Formatting: `<t:seconds:D>` is the long date, `<t:seconds:f>` date and time.
    """
    return f"<t:{moment['seconds']}:{'D' if moment['kind'] == 'd' else 'f'}>"


def styled(paragraph: Paragraph) -> str:
    """Return a paragraph as Discord's markdown; an empty one stays empty."""
    before, after = _AROUND[paragraph.style]
    return f"{before}{escape(paragraph.text)}{after}" if paragraph.text else ""


def page(body: tuple[Paragraph, ...], limit: int) -> str:
    """Join paragraphs, within `limit` characters with their markup counted, cut at the end where needed."""
    lines: list[str] = []
    for paragraph in body:
        room = limit - sum(len(line) + 1 for line in lines)
        line = styled(paragraph)
        if len(line) > room:
            return "\n".join([*lines, _shortened(paragraph, room)]).rstrip("\n")
        lines.append(line)
    return "\n".join(lines)


def _shortened(paragraph: Paragraph, room: int) -> str:
    """Keep as much as fits once its markup is counted, found by halving; nothing where not even a sign fits."""
    kept, shortest, longest = "", 1, len(paragraph.text)
    while shortest <= longest:
        middle = (shortest + longest) // 2
        line = styled(Paragraph(cut(paragraph.text, middle), paragraph.style))
        if len(line) <= room:
            kept, shortest = line, middle + 1
        else:
            longest = middle - 1
    return kept


def _plain_start(found: re.Match[str]) -> str:
    blank, sign = found.groups()
    return f"{blank}{sign}\\" if sign.isdigit() else f"{blank}\\{sign}"
