"""Which groups should be formed?

Only the worker process imports this package: it needs numpy, numba and scipy. What never enters: the wall clock.
Budgets are moves, so the same seed and the same people give the same groups.
"""
