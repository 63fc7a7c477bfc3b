"""Topic packs: what one subject brings with it, as data files, and their loader.

A pack suggests seats, topics, card fields and clauses, and says which needs it passes to another. It never decides
anything; whatever a group writes itself counts more.
"""
