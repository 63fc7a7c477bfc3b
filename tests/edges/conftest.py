"""Which servers and stages do the edges' tests share?"""

from tests.edges.synapse import synapse

__all__ = ["synapse"]
