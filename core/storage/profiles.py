"""How is kept what people declared about themselves?"""

from collections.abc import Collection, Mapping

from sqlalchemy import delete, select

from core.app.rows import Person
from core.ids import PersonId
from core.matching.profile import Profile
from core.slices import slices
from core.storage.rows import Rows, from_row, to_row
from core.storage.tables import people, profiles


class ProfileRows(Rows):
    """Implements `core.app.pool.ports.Profiles`."""

    async def get(self, person: PersonId) -> Profile:
        """Return what someone declared; an empty profile when nothing was."""
        row = await self._first(self._held(select(profiles).where(profiles.c.person == person), profiles))
        return from_row(Profile, row) if row else Profile(person)

    async def put(self, profile: Profile) -> None:
        """Keep a profile."""
        await self._put(profiles, to_row(profile, profiles))

    async def drop(self, person: PersonId) -> None:
        """Forget what someone declared."""
        await self._connection.execute(delete(profiles).where(profiles.c.person == person))

    async def of(self, persons: Collection[PersonId]) -> Mapping[PersonId, tuple[Person, Profile]]:
        """Return what several people declared, empty profiles included."""
        found: dict[PersonId, tuple[Person, Profile]] = {}
        for some in slices(list(persons)):
            rows = await self._all(select(profiles).where(profiles.c.person.in_(some)))
            told = {row["person"]: from_row(Profile, row) for row in rows}
            for row in await self._all(select(people).where(people.c.id.in_(some))):
                found[row["id"]] = from_row(Person, row), told.get(row["id"], Profile(row["id"]))
        return found
