"""The social contract: its clauses and versions, how consent is found, what people promise.

Pure values and rules. No clock, no database, no chat ever enters here.
"""
