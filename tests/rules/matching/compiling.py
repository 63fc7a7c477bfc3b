"""What of matching is compiled, once, before several workers of the tests would each do so?

    python -m tests.rules.matching.compiling

It takes three quarters of a minute the first time, while ruff and mypy look at the house, and nothing afterwards.
"""

from benchmarks.markets import market
from core.matching.formation.plan import by_moves, form
from core.matching.formation.proving import Effort

UNPROVEN = Effort(branches=10, moves=200, repacks=2)


def main() -> None:
    """Form groups in a small market and in one where the proof is given up, so that every function is met."""
    form(market(30, 1), 1)
    form(market(200, 2), 1, by_moves(200), effort=UNPROVEN)


if __name__ == "__main__":
    main()
