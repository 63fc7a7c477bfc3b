# What members promise.
promised = { $name }: { $what }, by { $by }
promise-due = You said you would: “{ $what }”. How is it going?
promise-kept = “{ $what }” is done. Thank you.
promise-later = “{ $what }” now has time until { $by }.
promise-offered = I asked whether someone can take “{ $what }”.
promise-hushed = I won't mention “{ $what }” again. It still stands on /group.
looking-for-hands = Looking for other hands: { $what }
tap-done = Done
tap-two-days = +2 days
tap-someone-take = Can someone take it?
tap-stop-reminding = Stop reminding me
tap-take-it = I take it
