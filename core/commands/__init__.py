"""Every command, described once, and how what people type becomes typed values.

Messengers make their native menus from the catalogue. No use case and no storage enters here.
"""
