"""The rows of Socium: tables, repositories and transactions, on SQLite and PostgreSQL alike.

The only package that speaks SQL. No rule of the house and no messenger ever enters here.
"""
