"""Socium on Discord: slash commands, buttons, modals, private threads.

Nothing outside this package knows discord.py. No SQL and no rule of the house ever enters here.
"""
