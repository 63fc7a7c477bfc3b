"""Groups of one family: a sister of a full group, two halves of one, two that become one, one that rests.

What people may not do to one another stays in `core.groups.kin`; how the best halves are found, in `core.matching`.
"""
