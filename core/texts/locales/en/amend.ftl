# Amendments, versions, pauses.
command-amend = Change, add or drop one line of your group's contract
command-versions = Read every version of your group's contract, who agreed and when
argument-versions-number = Which version, like: 2
ask-versions-number = Which version would you like to read? For example: 2
word-number = number, version
command-pause = Say that you are away for a while: nobody waits for you or reminds you
argument-pause-until = Until when, like: 20 May, in two weeks
ask-pause-until = Until when are you away? For example: 20 May, or in two weeks
word-until = until, till, away
draft-binds = Would bind { $names }. Until all have agreed, the old version holds.
tap-drop-line = Drop a line
which-line-drop = Which line may go?
amendment-asked = { $count ->
    [one] I asked the one who is here. The old version holds until then.
   *[other] I asked all { $count } who are here; they have { $days ->
        [one] one day
       *[other] { $days } days
    }. The old version holds until then.
}
amendment-blocked = Someone cannot live with this change. Version { $number } goes on to bind.
amendment-again = What would help stands under your change. Would you like to try other words?
tap-amend-again = Try other words
tap-line-rhythm = How often we meet
tap-line-quiet-hours = Quiet hours
tap-line-sleep-limit = When someone is silent
tap-line-quorum = How many must have spoken
tap-line-silence-fine = What silence means
tap-line-when-blocked = When we stay blocked
tap-line-joining = How people join
tap-line-introductions = How we are introduced
tap-line-licence = Licence of our works
ask-line-rhythm = How often do you meet? For example: every Tuesday 19:00, or first Monday of the month at 18:30
ask-line-quiet-hours = From when to when shall nobody be disturbed? For example: 21:00 to 9:00
ask-line-sleep-limit = After how many days of silence shall someone be asked kindly? For example: 30 days
ask-line-quorum = How many of you must have spoken before a decision stands? For example: 3 of us
ask-line-silence-fine = Without a line about it, silence is never a yes. You may agree that in decisions it is:
ask-line-when-blocked = What happens when something still harms someone after two revisions?
ask-line-joining = What comes first, before all of you are asked?
ask-line-introductions = Without a line about it, everyone present must say yes. One no is always enough. You may agree:
ask-line-licence = Under which licence may others use what you make?
tap-silence-fine-0 = Silence is fine, in decisions
tap-joining-0 = Nothing but our consent
tap-joining-1 = A talk
tap-joining-2 = A visit
tap-introductions-0 = Everyone's yes
tap-introductions-1 = Silence is fine, if one says yes
tap-introductions-2 = Do not ask us
tap-when-blocked-0 = It rests for six weeks
tap-when-blocked-1 = We try it for four weeks
tap-when-blocked-2 = We become two groups
tap-so-it-is = That is it
tap-say-differently = Say it differently
rhythm-dates = The next three would be { $dates }. Is that what you mean?
refused-rhythm = I need a day and an hour, such as “every Tuesday 19:00” or “first Monday of the month at 18:30”.
refused-line-number = This line needs a number from { $least } to { $most }.
refused-line-hours = This line needs two hours, such as “21:00 to 9:00”.
refused-spoken = You have spoken in this round. Every voice is heard once.
changed-meanwhile = While you were away the others agreed on version { $number } of our contract. This is the difference:
tap-live-with-it = I can live with it
tap-reopen = Open it again
version-accepted = Good. Version { $number } of “{ $name }” has your word too.
reopened = The question is open again, for everyone. Version { $number } holds until it is settled.
refused-newer-version = There is a newer version by now. /versions shows it.
version-title = Version { $number } · { $place } of { $all }
version-changed = What changed with it:
version-accepted-by = Later also { $name }, on { $on }
tap-earlier = Earlier version
tap-later = Later version
group-next-dates = Next dates: { $dates }
group-away = { $name } is away until { $until }
tap-back = I am back
pause-begun = You are away from “{ $name }” until { $until }. Nobody waits for you, and I won't remind you. Your seat stays yours.
pause-told = { $name } is away until { $until }. We don't wait with questions until then.
back-told = { $name } is back.
pause-promises = { $count ->
    [one] One thing you promised falls due meanwhile. It can wait for you, or someone can take it.
   *[other] { $count } things you promised fall due meanwhile. They can wait for you, or someone can take them.
}
tap-hand-over = Can someone take “{ $what }”?
welcome-back = Welcome back to “{ $name }”.
refused-not-away = You are here already.
