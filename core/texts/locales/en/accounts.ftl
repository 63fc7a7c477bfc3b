# One person on several messengers, what is kept about them, and being forgotten.
command-link = Tell me that you are the same person on another messenger
command-mydata = Read everything I keep about you
command-forget = Be forgotten: leave everything and let me erase who you are
argument-link-code = The code I gave you on the other messenger
ask-link-code = Which code did I give you on the other messenger?
account-shown = { $name } on { $messenger }
link-code = Your code is { $code }. On your other messenger, write to me in private within { $minutes } minutes: { "/" }link { $code } (on Matrix !link { $code }). Then I ask you here.
link-wrong = That code does not fit, or its five minutes are over. For a new one, write { "/" }link on your other messenger (on Matrix !link).
refused-link-tries = { $tries } codes did not fit. Please try again in an hour.
refused-link-late = That is over. Write /link for a new code.
link-typed = Thank you. Now confirm it where you got the code.
link-sure = { $other } typed your code. Is that you? Then both become one person, with one voice.
link-sure-group = You are both in “{ $name }”: two seats become one.
link-sure-home = { $other } gets a key to the room of “{ $name }”, and the group reads that it is you.
tap-link-yes = Yes, that is me
tap-link-no = No
link-denied = Good. Nothing was joined, and the code is void.
linked = You and { $other } are one person now.
linked-group = In “{ $name }” you have one seat and one voice.
linked-home = { $other } has a key to the room of “{ $name }”.
linked-undo = For a day you can still undo it. Seats that became one stay one.
tap-link-undo = Undo
unlinked = The accounts are two people again. Each has what it brought, as far as it is still there.
member-is-one = { $name } was here twice, on two messengers. From now on that is one seat and one voice, so you are { $count }.
member-also-here = { $name } is here as { $other }, too: one person, one seat, one voice.
mydata-title = This is everything I keep about you, on all your accounts.
mydata-settings = Language: { $language }. Time zone: { $zone }.
mydata-line = { $told }
mydata-one = { $one }
mydata-two = { $one } · { $other }
mydata-end = I keep no messages, only what you told me for your groups. /forget erases who you are.
mydata-accounts = Accounts ({ $count })
mydata-drafts = Open questions ({ $count })
mydata-group-waiting = Waiting lists of groups ({ $count })
mydata-members = Seats in groups ({ $count })
mydata-outbox = Messages to you, until they are delivered ({ $count })
mydata-promises = Promises ({ $count })
mydata-proposal-waiting = Waiting lists of proposals ({ $count })
mydata-proposals = Proposals ({ $count })
mydata-rounds = Questions you put to your group ({ $count })
mydata-seats = Seats in proposals ({ $count })
mydata-voices = What you said in decisions ({ $count })
forget-sure = Shall I forget you? You leave { $groups ->
    [0] no group
    [one] one group
   *[other] { $groups } groups
}, and I erase who you are on { $accounts ->
    [one] this account
   *[other] all { $accounts } accounts
}. What your groups agreed on stays, without your name.
tap-forget = Forget me
tap-forget-not = Keep me
forget-not = Nothing was changed.
forgotten = You have left everything. In a minute nothing here says who you were. Go well.
word-code = code
mydata-acts = When you last did something in a group ({ $count })
mydata-advisers = That other groups may ask you for advice ({ $count })
mydata-advice = Advice you were asked for ({ $count })
mydata-bars = What you did not want to be asked again ({ $count })
mydata-blocks = Whom you blocked ({ $count })
mydata-concerns = Concerns you raised ({ $count })
mydata-contract-events = Changes to a contract that you proposed or accepted ({ $count })
mydata-introductions = Introductions you asked for ({ $count })
mydata-nevers = Topics you do not want to be asked about ({ $count })
mydata-notices = Your needs and offers ({ $count })
mydata-nudges = What I reminded you of, or will ({ $count })
mydata-pauses = When you are away ({ $count })
mydata-pledged = Pledges you joined ({ $count })
mydata-pledges = Pledges you began ({ $count })
mydata-profiles = What you told me in /me ({ $count })
mydata-seekings = What you are seeking ({ $count })
mydata-share-reactions = Your reactions to what was shared ({ $count })
mydata-shares = What you shared with other groups, without the words ({ $count })
