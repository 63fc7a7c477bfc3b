# What a person reads when something they typed cannot be taken: what to do, with an example.

# Commands
command-unknown = There is no command /{ $name }. /help shows what there is.
command-near = There is no command /{ $name }. The nearest: { $near }.
called = /{ $name }

# Parts of a line
part-unclear = I could not place “{ $part }”. Put a word in front, for example “need: electronics, tea” or “by: 20 May”.
part-twice = “{ $part }” gives something a second time. I kept the first one.

# Values
value-empty = That was empty. Write a few words, please.
value-long = That is { $length } characters long, and { $most } fit. Please say it shorter.
name-long = “{ $name }” has { $length } characters, and { $most } fit. Try something like “electronics, tea”.
seats-many = That is { $count } seats, and a group has { $most } at most. Please name the most important ones.
topics-many = That is { $count } topics, and { $most } fit. Please keep the closest ones, like “repair, sewing”.
size-unclear = How many people is that? Write something like “{ $fewest }-{ $most }” or “5 people”.
size-bounds = A group has { $fewest } to { $most } people. Write something like “{ $fewest }-{ $most }” or “5”.
choice-unclear = I do not know that one. You can choose { $choices }.
number-unclear = I need a number from { $least } to { $most }, like { $least }.
number-bounds = The number can be from { $least } to { $most }.

# Deadlines
when-unclear = I could not read that date. Write something like “20 May”, “Friday 18:00” or “in two weeks”.
when-past = That moment has already passed. Write one that is still ahead, like “tomorrow” or “in two weeks”.
when-far = That is more than two years away. Write something nearer, like “20 May” or “in two months”.
when-two-ways = That date can be read in two ways. Write the month as a word, like “5 June”.
when-hour = Is that { $early } or { $late }? Write the hour like “{ $late }”.
when-no-day = The calendar has no such day or hour. Write something like “28 February” or “18:00”.
when-weekday = That date falls on another day of the week. Write only one of them, like “20 May” or “Friday”.
