"""How long may what people write be, and how much of it may there be?

Characters unless said otherwise. A card with all of it stays within the smallest messenger's message
(Discord, 2,000 characters).
"""

TITLE = 120
SEAT = 40
SEATS_WANTED = 7
TOPIC = 40
TOPICS = 5
PROMISE = 200
QUESTION = 500
CLAUSE = 300
CLAUSES = 15
WORRY = 500
NOTICE = 120
PLACE = 40
