# What people declare, seek and find.
command-me = Tell me what you care for, what you bring and when you can, to be matched by it
command-seek = Let me tell you when a whole group or an open seat fits you
command-find = See the open seats that suit you best, from every chat
argument-me-topics = What you care for, like: gardening, chess
argument-me-bring = What you could bring, like: sewing, a van, patience
argument-me-languages = Which languages you speak, like: English, Ukrainian
argument-me-hours = When you usually can, like: weekday evenings, Sat 10-14
argument-me-zone = Your nearest big city or time zone, like: Europe/Berlin
argument-seek-topic = What it should be about, like: gardening
argument-find-topic = What it should be about, like: gardening
ask-me-topics = What do you care for? For example: gardening, chess. You can leave out any of these questions.
ask-me-bring = What could you bring to a group? For example: sewing, a van, patience
ask-me-languages = Which languages do you speak? For example: English, Ukrainian
ask-me-hours = When can you usually? For example: weekday evenings, or Sat 10-14
ask-me-zone = Which big city shares your time? For example: Europe/Berlin
ask-seek-topic = What should it be about? For example: gardening
ask-find-topic = What should it be about? For example: gardening
word-topic = topic, about
word-bring = bring, brings, i bring, skills
word-languages = languages, speak, i speak
word-hours = hours, times, when i can, available

hours-unclear = I could not read these hours. Write something like “weekday evenings”, “Sat 10-14” or “Mon and Wed after 18”.
tongue-unclear = I don't know the language “{ $name }”. Write something like “English, Ukrainian”.
tongues-many = { $most } languages fit. Please name those you speak best.

# Me
me-title = What I know about you
me-topics = You care for: { $topics }
me-no-topics = You have named no topics.
me-brings = You bring: { $brings }
me-no-brings = You have not said what you bring.
me-languages = You speak: { $languages }
me-no-languages = You have named no languages, so I go by the one we use here: { $languages }
me-hours = You can: { $hours }
me-no-hours = You have told no hours, so I take it that any may do.
me-zone = Your time zone: { $zone }
me-note = Only what you say here counts. I learn nothing from what you write in chats.
me-dropped = Forgotten. Whenever you like, begin anew.
tap-me-topics = Topics
tap-me-bring = What I bring
tap-me-languages = Languages
tap-me-hours = Hours
tap-me-zone = Time zone
tap-me-drop = Forget all of this
tap-skip = Leave this out
tap-weekday-evenings = Weekday evenings
tap-weekends = Weekends
tap-any-time = Any time
hours-of-days = { $days } { $hours }
days-through = { $first }–{ $last }
day-1 = Mon
day-2 = Tue
day-3 = Wed
day-4 = Thu
day-5 = Fri
day-6 = Sat
day-7 = Sun
week-row = { $blocks } { $day }

# Seek
seek-not-here = Forming groups needs something that is not installed here. /find shows you open seats meanwhile.
seek-none = You are not seeking just now. /seek begins.
seek-what = What should it be about? Choose, or write it in your own words.
seek-begun = I keep my eyes open for you: { $topic }. As soon as something fits, I ask you alone.
seek-begun-any = I keep my eyes open for whatever needs what you bring. As soon as something fits, I ask you alone.
seek-until = I look until { $until }, or until you stop it.
seek-more = The more I know, the better it fits: { $prefix }me asks five short questions.
seek-runs = You are seeking: { $topic }.
seek-runs-any = You are seeking whatever needs what you bring.
seek-stopped = I have stopped looking. What you told me about yourself stays, until you change it with /me.
seek-week = { $count ->
    [0] A week has passed, and nobody else is seeking just now. A proposal of yours could be the beginning.
    [one] A week has passed, and nothing fits you yet. One other person is seeking. A proposal of yours could be the beginning.
   *[other] A week has passed, and nothing fits you yet. { $count } others are seeking. A proposal of yours could be the beginning.
}
seek-ending = I look for you until { $until }. Shall I go on for another 30 days?
tap-seek-any = Whatever needs me
tap-seek-stop = Stop seeking
tap-seek-propose = I propose something
tap-seek-longer = 30 more days

# Being asked
offer-new = { $count ->
    [one] You and one other person could begin a group: { $title }
   *[other] You and { $count } others could begin a group: { $title }
}
offer-seat = { $count ->
    [one] “{ $title }” could use you. One person is in.
   *[other] “{ $title }” could use you. { $count } people are in.
}
offer-you-bring = You would bring: { $seat }
offer-others-bring = The others bring: { $seats }
hours-open = Nobody has named hours yet; you find some that suit all.
hours-common = { $count ->
    [one] One hour a week suits everyone: { $hours }
   *[other] { $count } hours a week suit everyone: { $hours }
}
offer-why = Why you: { $why }
offer-again = Some of you met recently. Nothing else fitted this time.
offer-no-names = Names come once enough of you have said yes. Nobody learns who said no.
offer-seat-next = With your yes you take the seat. You can get up again at any time.
tap-offer-yes = Yes
tap-offer-later = Not now
tap-offer-never = Not this
offer-heard = Good. I tell you as soon as enough have said yes to “{ $title }”.
offer-declined = All right. Nobody learns of it, and I go on looking.
offer-fell = “{ $title }” did not come together this time. I go on looking for you.
offer-formed = “{ $title }” begins. You are: { $names }

# Why it fits
why-covers = it needs { $seat }
why-completes = it would be complete with you, { $count } people
why-same-topic = it is just your topic
why-near-topic = it is close to your topic
why-language = you share { $languages }
why-waited = { $days ->
    [one] you have waited for one day
   *[other] you have waited for { $days } days
}
why-hours = { $count ->
    [one] one hour a week suits all
   *[other] { $count } hours a week suit all
}

# Find
find-title = Open seats: { $topic }
find-title-any = Open seats that suit you
find-why = Fits: { $why }
find-none-about = Nothing open is about “{ $topic }” just now and suits what you told me. Shall I tell you when something comes?
find-none = No open seat suits you just now. Shall I tell you when one does?
find-no-more = That was all for now.
find-group = { $title } · a group of { $count } · missing: { $seats }
find-missing = { $title } · { $count } of { $fewest }–{ $most } people · missing: { $seats }
find-anything = { $title } · { $count } of { $fewest }–{ $most } people · anything is welcome
tap-find-more = More
tap-find-seek = Yes, look out for me
tap-find-knock = Ask to join: { $title }
tap-find-bring = I bring { $seat }: { $title }
tap-find-join = Join: { $title }
