"""Socium in Matrix rooms: the edge built on matrix-nio.

A thin edge: it turns Matrix events into ours and our posts into Matrix events. No rule of the house,
no SQL of ours and nothing about other messengers enters here.
"""

from core.ids import MessengerName

MATRIX = MessengerName("matrix")
