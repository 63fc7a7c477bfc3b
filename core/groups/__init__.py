"""How a proposal becomes a group, and how people sit, wait, enter and leave.

Pure values and rules. No clock, no database, no chat ever enters here.
"""
