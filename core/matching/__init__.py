"""Who suits whom?

People declare topics, roles, languages and hours; here that becomes groups in which everybody is needed, seats that
fit, introductions, and a fair way to part. Pure: values in, values out. No clock, no database, no chat ever enters.

Nothing heavy loads with this package: `formation` and `finding` need numpy and are imported by whoever runs them.
"""
