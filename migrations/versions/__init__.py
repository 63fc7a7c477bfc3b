"""One file for each change of the schema, oldest first; each runs beside the code before it."""
