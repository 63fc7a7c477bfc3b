"""The groups around ours, as a list and as a picture.

What a group may know of another is decided in `core.groups.neighbours`; how it is drawn, in `core.drawing`. No bytes of
a picture ever enter here: the outbox carries what is to be drawn, and delivery draws it on the way out.
"""
