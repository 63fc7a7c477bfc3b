# The card of a proposal, sitting down, starting.
own-words = { $words }
card-missing = { $count } of { $fewest }–{ $most } people · missing: { $seats }
card-complete = { $count } of { $fewest }–{ $most } people
card-formed = This has become a group of { $count }.
card-formed-missing = This has become a group of { $count } · missing: { $seats }
card-closed = This is closed. Thank you to everyone who looked in.
card-brings = { $name }: { $seat }
card-idea = { $name }: had the idea
card-until = Open until { $by }
card-topics = Topics: { $topics }
card-waiting = { $count ->
    [one] One more is waiting.
   *[other] { $count } more are waiting.
}
tap-bring = I bring { $seat }
tap-taken = { $seat } · taken, I'd wait
tap-bring-else = I bring something else
tap-not-now = Not now
tap-start = Start
tap-wait-for-more = Wait for more
tap-ready = Yes, let's start
tap-step-out = I step out
tap-ask-to-join = Ask to join
tap-wait = Put me on the waiting list
tap-join-that = Look at “{ $what }”
tap-post-anyway = Post mine as well
similar-open = { $count ->
    [one] Something like “{ $what }” is already open. Have a look before two small things compete:
   *[other] Some things like “{ $what }” are already open. Have a look before small things compete:
}
ask-bring = What do you bring to “{ $what }”? A word or two is enough.
enough = You are { $count } for “{ $what }”, and that is enough to start.
start-now = “{ $what }” could start now with { $count } people. Shall we?
start-again = Your answer is still missing for “{ $what }”. Shall we start?
ready-heard = { $missing ->
    [one] Good. One more answer is missing.
   *[other] Good. { $missing } more answers are missing.
}
we-wait = “{ $what }” waits for more people. Someone who is in would rather have more first.
too-few-to-start = “{ $what }” does not start yet: too few are in now. The card shows which seats are free.
seat-freed = “{ $what }” wanted to start and had no answer from you, so your seat is open again. One tap on the card brings it back while it is free.
room-again = There is room again: “{ $what }”.
you-wait = “{ $what }” is taken there just now. You are on the waiting list and hear from me first when it opens.
you-wait-full = “{ $name }” has { $most } people, as many as a small group can hold. You are on the waiting list.
you-wait-forming = “{ $name }” is still agreeing on how to work together. You are on the waiting list.
toast-in = You are in.
toast-seated = You are in: { $seat }.
toast-already = You are already in.
toast-not-now = All right, not now.
toast-ready = I ask everyone who is in.
toast-wait = All right, we wait for more.
toast-heard = Heard.
toast-opened = I wrote to you privately.
deadline-too-few = { $count ->
    [one] The time for “{ $what }” is up. One person is in, it needs { $fewest }.
   *[other] The time for “{ $what }” is up. { $count } people are in, it needs { $fewest }.
}
deadline-enough = The time for “{ $what }” is up, and { $count } people are in: enough to start.
tap-two-more-weeks = Two more weeks
tap-close = Close
longer = “{ $what }” stays open until { $by }.
closing = “{ $what }” closes tomorrow, unless someone who is in wants to go on.
