"""Which fixtures does every test have?"""

from tests.databases import database, database_url, postgres_server, postgres_url, sqlite_template, sqlite_url
from tests.edges.synapse import synapse

__all__ = ["database", "database_url", "postgres_server", "postgres_url", "sqlite_template", "sqlite_url", "synapse"]
