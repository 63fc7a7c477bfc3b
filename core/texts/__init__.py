"""Words for people: Fluent files, one folder per language, and the translator that fills them.

No sentence for people stands anywhere else. Nothing that decides anything enters this package.
"""
