"""Pictures: where things stand in them, and how they are painted.

Values in, bytes out. Words arrive in the reader's language; no clock, no database, no chat ever enters here, and the
library that paints is loaded with the first picture that somebody asks for.
"""
