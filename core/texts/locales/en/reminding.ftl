# What is said unprompted, and what can be done about it.
we-said = We said: “{ $line }”
comes-late = This comes late; I was away for a while.
digest = Since last time, { $count } things came up:
digest-late = I was away for a while. These { $count } things are late:
tap-open-number = Open { $number }
tap-change-clause = Change the line
said-later = I'll say it once more, after { $at }.
hushed = I won't mention this again.
refused-answered = This is answered already; there is nothing left to do.
promise-ahead = You said you would by { $by }: “{ $what }”. Is it on its way?
round-heard-until = { $heard } of { $all } have spoken; the others have time until { $by }
round-waits-for = Still open: { $what }
tap-remind-later = Later

# How people say when they are to be left in peace.
command-quiet = Say when I should leave you, or this chat, in peace
command-stop = Say nothing to me that I did not ask for
command-reminders = See what I said unasked on your group's behalf in the last month
command-weekly = Have four lines a week: what was agreed, what is due, who is away, what comes next
argument-quiet-when = Hours, a day, or a word, like: 20-10, until Monday, stop, as usual
argument-weekly-when = Day and hour, like: every Monday 9:00, or stop
ask-quiet-when = When should I leave you in peace? For example: 20-10, or until Monday
ask-weekly-when = On which day and at what hour? For example: every Monday 9:00
words-stop = stop, stop it, enough, unsubscribe, no more
words-usual = as usual, usual, as before, on, normal
quiet-how = You can also write the hours or a day after the command, like: 20-10, or until Monday.
quiet-for-whom = For you alone, or for everyone in this chat?
quiet-usual = I say little unasked, and nothing between 22:00 and 8:00.
quiet-hours = I say nothing unasked between { $begin } and { $end }, nor at night.
quiet-until = I say nothing unasked until { $until }.
quiet-stopped = I say nothing unasked any more. What you ask for, you still get.
tap-quiet-day = Until tomorrow
tap-quiet-week = For a week
tap-quiet-stop = Nothing unasked at all
tap-quiet-usual = As usual
refused-quiet-always = These hours leave no time of day at all. Did you mean “stop”, or a shorter time?

# Someone is silent, or everybody is.
ghost-ask = We have not heard from you in “{ $name }” for a while. Are you still with us?
ghost-here = Good that you are here. Your seat in “{ $name }” is yours.
ghost-free = Your seat in “{ $name }” is open again, as we heard nothing from you. While it is free, one tap brings it back.
tap-still-here = I am still here
tap-away = I am away for a while
tap-come-back = I come back
seat-open = A seat is open again among us: { $seat }
seat-open-plain = A seat is open again among us.
is-back-seat = { $name } is back and brings { $seat }.
is-back = { $name } is back.
refused-seat-taken = Your seat in “{ $name }” is taken by now. You can ask to join on its card.
group-silent = { $days ->
    [one] It has been quiet in “{ $name }” for a day. How shall we go on? Without an answer we sleep, and any word wakes us.
   *[other] It has been quiet in “{ $name }” for { $days } days. How shall we go on? Without an answer we sleep, and any word wakes us.
}
tap-group-go-on = We go on
tap-group-sleep = Sleep
tap-group-close = Close and keep the record
we-go-on = We go on. Good.
group-sleeps = “{ $name }” sleeps now. Nobody is reminded of anything; any word of ours wakes it.
group-awake = “{ $name }” is awake again.
group-closing = “{ $name }” closes in a week and keeps its record, unless one of us would rather go on.
group-closed = “{ $name }” is closed. What we agreed and did stays ours.

# What was said on a group's behalf.
reminders-head = Said unasked on behalf of “{ $name }” in the last month:
reminders-none = I said nothing unasked on behalf of “{ $name }” in the last month.
reminders-more = And { $count } more.
reminders-line = { $what } · privately to { $people } · in rooms: { $rooms }
reminders-line-clause = { $what } · privately to { $people } · in rooms: { $rooms } · because of “{ $line }”
thing-promise = A promise
thing-round = A voice that was missing
thing-review = Reading the contract again
thing-ghost = Whether someone is still with us
thing-silent = Whether we go on
thing-seat = A seat that opened
thing-open-seat = A seat that opened, to all
thing-pause = The end of a pause
thing-weekly = The weekly note
thing-other = Something else
tap-less = Less
tap-stop = Stop
tap-as-before = As before
wish-less = From now on I say each thing once at most on our behalf.
wish-stopped = From now on I say nothing unasked on our behalf.
wish-usual = I remind us as before.

# The weekly note.
weekly-begins = Once a week you get four lines, first on { $at }.
weekly-ends = There are no more weekly notes.
weekly-agreed = Agreed this week: { $what }
weekly-agreed-none = This week nothing new was agreed.
weekly-due = Due in the next days: { $what }
weekly-due-none = Nothing is due in the next days.
weekly-away = { $count ->
    [0] Nobody is away.
    [one] One of us is away.
   *[other] { $count } of us are away.
}
weekly-next = Next date: { $at }
weekly-next-none = There is no next date yet.
tap-no-weekly = No more weekly notes
