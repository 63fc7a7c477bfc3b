"""How do the clauses of a contract cross to another group, and come back as the very same clauses?"""

from collections.abc import Callable, Sequence

from core.contract.agreements import can_act_on, term_text
from core.contract.clauses import Clause, ClauseKind
from core.exchange.agreeing import Term
from core.groups.limits import CLAUSE
from core.ids import ClauseId
from core.wording import Text


def write_terms(clauses: Sequence[Clause], parties: Sequence[str], read_out: Callable[[Text], str]) -> tuple[Term, ...]:
    """Return the clauses as they cross, each with how it reads.

    Args:
        parties: What the groups are called, in the agreement's order.
        read_out: Words in the language of the group that proposes.
    """
    return tuple(
        Term(one.id, one.kind, read_out(term_text(one, parties))[:CLAUSE], one.words, dict(one.numbers))
        for one in clauses
    )


def read_terms(terms: Sequence[Term], parties: int) -> tuple[Clause, ...]:
    """Return clauses; a line of a kind unknown here, or without the numbers its kind needs, is quoted as it reads.

    Args:
        parties: How many groups the agreement has.
    """
    return tuple(_clause(term, parties) for term in terms)


def _clause(term: Term, parties: int) -> Clause:
    known = next((kind for kind in ClauseKind if kind == term.clause), None)
    if known is None or not can_act_on(known, term.words, term.numbers, parties):
        return Clause(ClauseId(term.id), ClauseKind.OWN, term.told)
    return Clause(ClauseId(term.id), known, term.words, dict(term.numbers))
