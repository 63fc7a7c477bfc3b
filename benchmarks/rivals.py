"""What do simpler ways of forming groups reach? First come first served, and greedy by project."""

import numpy as np

from core.matching.formation.branch import scratch_for
from core.matching.formation.laying import lay
from core.matching.formation.plan import Formed, read
from core.matching.formation.search import clear, empty_plan, fill, solve
from core.matching.objective import may_meet, value
from core.matching.people import Group, Market, Seat


def first_come(market: Market) -> Formed:
    """Let everybody, the longest waiting first, take the first open seat they can."""
    people = {person.id: person for person in market.people}
    begun = {project.initiator for project in market.projects}
    seated = {project.id: [people[project.initiator]] for project in market.projects}
    for person in sorted(market.people, key=lambda one: (-one.wait_days, one.id)):
        if person.id in begun:
            continue
        for project in market.projects:
            members = seated[project.id]
            if not person.roles & set(project.needs) or not members[0].hours & person.hours:
                continue
            trio = [*members, person] if len(members) > 1 else None
            alone = (members[0].hours & person.hours).bit_count() >= 2 and members[0].languages & person.languages
            if may_meet(project, trio) if trio else alone and person.id not in members[0].blocks:
                members.append(person)
                break
    groups = [
        Group(p.id, tuple(Seat(one.id) for one in seated[p.id]), value(p, seated[p.id]))
        for p in market.projects
        if may_meet(p, seated[p.id])
    ]
    return Formed(tuple(groups), sum(group.value for group in groups), None, False)


def greedy(market: Market) -> Formed:
    """Let the project that gains most form its best group first."""
    table = lay(market)
    board, room = table.board, scratch_for(table.board)
    plan, price = empty_plan(board), np.zeros(len(board.person))
    alone = np.zeros(len(board.project))
    for p in range(len(alone)):
        alone[p] = solve(board, plan, p, room, price, 0.0, 12, 400)
        clear(board, plan, p)
    fill(board, plan, room, price, np.argsort(-alone, kind="stable"), 0.0)
    groups = read(table, plan)
    return Formed(groups, sum(group.value for group in groups), None, False)
