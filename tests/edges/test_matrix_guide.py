"""Does the guide for Matrix name every setting there is, and no other?"""

import re
from pathlib import Path

from core.config import PREFIX, Settings

GUIDE = (Path(__file__).parents[2] / "docs" / "guides" / "matrix.md").read_text(encoding="utf-8")


def test_every_setting_is_explained() -> None:
    """Who follows the guide reads of each setting, under the name it has."""
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields if name.startswith("matrix_")}

    assert set(re.findall(r"SOCIUM_MATRIX_[A-Z_]+", GUIDE)) == known
