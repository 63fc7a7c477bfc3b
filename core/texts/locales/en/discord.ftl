# What only Discord shows: the button that opens a field to write in.
discord-answer = Answer
discord-answer-hint = In your own words
