# Following topics, and platforms.
command-follow = Follow a topic in this chat and hear what is new in it
argument-follow-topic = The topic, like: repair
ask-follow-topic = Which topic should this chat follow? For example: repair
command-unfollow = Follow a topic no more
argument-unfollow-topic = The topic, like: repair
ask-unfollow-topic = Which topic should this chat follow no more?
command-topics = See what this chat follows, who is in it and what is open now
command-platform = See what a topic brings along: seats, usual lines, who helps whom
argument-platform-name = The platform, like: making
ask-platform-name = Which platform? For example: making
word-name = name, platform

followed = This chat follows “{ $topic }”.
pace-is-daily = At most one message a day.
pace-is-all = Each thing as it comes.
tap-pace-all = Tell us as it comes
tap-pace-daily = Once a day is enough
follow-open-now = { $count ->
    [one] One thing is open now:
   *[other] { $count } things are open now:
}
follow-nothing-yet = Nothing is open in it just now.
unfollow-which = Which topic should this chat follow no more?
unfollowed = This chat no longer follows “{ $topic }”.
topics-title = What this chat follows
topics-none = This chat follows nothing yet. { $prefix }follow and a topic begins it.
crowd = { $topic }: { $groups ->
    [one] one group
   *[other] { $groups } groups
}, { $people ->
    [one] one person
   *[other] { $people } people
}; { $most ->
    [one] nobody is in more than one of them
   *[other] nobody is in more than { $most } of them
}
crowd-none = { $topic }: no group yet
tap-show = Look at “{ $what }”
news-digest = { $count ->
    [one] New in { $topics }
   *[other] New in { $topics }: { $count }
}
news-more = { $count ->
    [one] And one more: /topics
   *[other] And { $count } more: /topics
}
news-proposal = { $what } · { $count } of { $fewest }–{ $most } people
platforms = Which platform would you like to see?
platforms-topics = People do there, for example: { $words }
platform-seats = Seats that are often needed: { $words }
platform-fields = A card may also say: { $words }
platform-clauses = Lines that such groups often add:
platform-passes = Who needs { $need } is also shown to: { $platform }
tap-follow = Follow “{ $topic }” here
refused-topic-empty = A topic is a word or two, such as “repair”.
refused-follows-many = This chat follows { $most } topics, as many as anyone can read. /unfollow makes room.
refused-follows-already = This chat already follows “{ $topic }”.
refused-follows-not = This chat does not follow “{ $topic }”.
refused-follows-nothing = This chat follows nothing.
