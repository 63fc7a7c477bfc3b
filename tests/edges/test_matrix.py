"""Does Matrix keep the promises every messenger gives, on a real homeserver?"""

from tests.edges.matrix_stage import OnMatrix
from tests.edges.promises import Promises


class TestPromises(OnMatrix, Promises):
    """The promises of the port, in plain rooms."""
