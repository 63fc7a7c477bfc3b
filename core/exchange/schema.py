"""How is the published schema written? `python -m core.exchange.schema` writes docs/exchange-schema.json."""

import json
from pathlib import Path

from core.exchange.wire import schema

PUBLISHED = Path(__file__).parents[2] / "docs" / "exchange-schema.json"


def published() -> str:
    """Return the schema as it stands in the file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    PUBLISHED.write_text(published(), encoding="utf-8")
