"""In which colours are lines and names drawn, on light and on dark ground?

Source:
    M. Okabe and K. Ito, Color Universal Design (2008): hues that people of every kind of colour vision keep
    apart. Lines differ in shape too, so that no meaning hangs on colour alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from core.drawing.picture import Look
from core.groups.neighbours import Tie


@dataclass(frozen=True, slots=True)
class Colours:
    """Hex colours, `#rrggbb`.

    Attributes:
        ground: Behind everything.
        ink: Of words.
        faint: Of words and lines that matter less.
        card: Behind names.
        ours: Behind our own name, which is written in `ground`.
        ties: By what joins us.
        dot: Of a group without a name.
    """

    ground: str
    ink: str
    faint: str
    card: str
    ours: str
    ties: Mapping[Tie, str]
    dot: str


COLOURS: Mapping[Look, Colours] = {
    Look.LIGHT: Colours(
        "#fbfaf7",
        "#1f2328",
        "#6b7178",
        "#ffffff",
        "#2b3a4a",
        {Tie.KIN: "#c2410c", Tie.AGREED: "#00795a", Tie.MET: "#0068a8"},
        "#9aa1a9",
    ),
    Look.DARK: Colours(
        "#16191d",
        "#eceff2",
        "#9aa3ad",
        "#22272d",
        "#e6e1d6",
        {Tie.KIN: "#ff9d5c", Tie.AGREED: "#3fd0a4", Tie.MET: "#6cb8f0"},
        "#77808a",
    ),
}
