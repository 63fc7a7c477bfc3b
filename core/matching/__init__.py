"""Who suits whom: which people, projects, seats, needs and offers belong together.

Pure: values in, values out. No clock, no database, no chat ever enters here.
"""
