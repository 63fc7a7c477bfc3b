# How groups that do not know one another meet, and whom one does not want to meet.
command-meet = Meet a group you do not know yet, by a topic or by its name
command-block = Say whom you do not want to be brought together with
argument-meet-what = A topic or a group's name, like: sewing machines
argument-block-whom = The name of a person or group you have come across
ask-meet-what = What would you like to talk about with another group? A topic, like: sewing machines. Or a group's name.
ask-block-whom = Whom do you not want to be brought together with? Write the name.
word-whom = whom, who, person

messenger-called = { $name ->
    [telegram] Telegram
    [discord] Discord
    [matrix] Matrix
    [local] this page
   *[other] { $name }
}

meet-as-whom = For whom are you asking?
tap-meet-as = For “{ $name }”
tap-meet-me = Just for me
meet-offer = I look for a group that fits “{ $topic }”. It will see one line from you, how many you are and on which messenger; no names.
meet-offer-wait = A yes reaches you at once, anything else after 48 hours and without a reason.
tap-meet-ask = Ask
meet-ask-line = Which one line shall they read? No names, links or numbers, up to 200 characters.
meet-left = Then not. /meet is there whenever you like.
meet-asked = We would like to meet: { $topic }
meet-waiting = Asked. A yes comes at once, anything else by { $by }.
meet-met = Both sides said yes.
meet-not-now = Nothing came of it this time.
meet-withdrawn = Taken back.
tap-take-back = Take it back
meet-nothing = Nothing came of “{ $topic }” this time. That may have many reasons; another topic, or the same one later, is welcome.

meet-someone-asks = { $count ->
    [one] Someone ({ $messenger }) would like to talk with us about { $topic }:
   *[other] A small group ({ $count } people, { $messenger }) would like to talk about { $topic }:
}
tap-meet-yes = Yes
tap-meet-no = No
tap-never-topic = Never this topic
tap-never-group = Never this group
meet-answer-agreed = We said yes.
meet-answer-blocked = Not this time. Nobody learns who said so.
meet-answer-unsettled = Not all of us answered, so it rests.
meet-answer-withdrawn = They took it back.
meet-no-noted = Noted. Who asked will not learn that you said no, nor why.
meet-never-topic-noted = Noted. This topic will not come again. /block shows it and takes it back.
meet-never-group-noted = Noted. They will not come again. /block shows it and takes it back.

meet-both-yes = Both sides said yes. Here they are:
meet-card = { $count ->
    [one] One person, { $messenger }
   *[other] { $count } people, { $messenger }
}
meet-card-person = { $messenger }
meet-card-seats = They bring: { $seats }
meet-again = We have met before.
meet-link-next = A line between us is open now. It carries only what someone shares, and either side can close it.
meet-group-next = If you would like to be one of them, ask to join; each of them is then asked.
meet-person-next = { $name } can now ask to join us; we would all be asked first.

blocked = You will not be brought together with “{ $name }”, on any of your accounts. They are not told.
blocked-already = “{ $name }” is blocked already.
block-which = Whom do you mean?
tap-block-person = { $name } (person)
tap-block-group = { $name } (group)
block-title = You do not want to be brought together with:
block-unknown = A group that asked on { $on }
block-topic = The topic “{ $topic }”
tap-block-lift = Lift: { $name }
block-lifted = Lifted.
block-none = You have blocked nobody. To block someone: { $prefix }block and the name.
refused-block-unknown = I know nobody called “{ $name }” among those you have come across here.
