"""Needs and offers: kept for a while, matched both ways, and brought together only by two yeses.

No name leaves here before both sides said yes, and nothing tells an asker whether they were refused or never found.
"""
