"""Reminding without nagging: what may be said unprompted, to whom, and when.

Rules alone: no clock, no rows, no chat. Each gets the present moment and what was said before, and returns what
becomes of everything that waits.
"""
