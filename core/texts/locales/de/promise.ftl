# Was Mitglieder versprechen.
promised = { $name }: { $what }, bis { $by }
promise-due = Du hast gesagt, du machst das: „{ $what }“. Wie steht es damit?
promise-kept = „{ $what }“ ist getan. Danke.
promise-later = „{ $what }“ hat jetzt Zeit bis { $by }.
promise-offered = Ich habe gefragt, ob jemand „{ $what }“ übernehmen kann.
promise-hushed = An „{ $what }“ erinnere ich nicht mehr. Unter /group steht es weiterhin.
looking-for-hands = Wer übernimmt das? { $what }
tap-done = Erledigt
tap-two-days = +2 Tage
tap-someone-take = Kann das jemand übernehmen?
tap-stop-reminding = Nicht mehr erinnern
tap-take-it = Ich übernehme es
