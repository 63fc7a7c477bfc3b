# What the Matrix edge says by itself, before the house is asked.
matrix-hint = I am Socium. Write !propose to start something together, or !help to see what I can do.
