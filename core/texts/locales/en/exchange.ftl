# What groups say to one another: lines of agreements, relayed words, and what cannot be done.
clause-gives = { $party } gives: { $what }
clause-gives-by = { $party } gives by { $by }: { $what }
clause-until = This agreement holds until { $on }. Either group may end it before, by itself.
clause-when-late = { $days ->
    [one] Whoever is going to be late says so a day before.
   *[other] Whoever is going to be late says so { $days } days before.
}

relay-header = ⇄ { $author } · { $group }
relay-header-from = ⇄ { $author } · { $group } ({ $messenger })
relay-someone = Someone
relay-some-group = a linked group
relay-some-file = a file
relay-words = { $words }
relay-file-stayed = { $name } ({ $size } kB) stayed on the other side: it is too large for here.
relay-file-stayed-unmeasured = { $name } stayed on the other side.
relay-reaction = { $symbol } { $count }
relay-reactions = They reacted: { $reactions }
relay-digest = { $count ->
    [one] And one more message from { $authors }, kept together so as not to flood you.
   *[other] And { $count } more messages from { $authors }, kept together so as not to flood you.
}

refused-first-line-empty = Write one line about what you would like to do together.
refused-first-line-long = Your line has { $length } characters. Please keep it to { $most }.
refused-first-line-link = A first line carries no links, handles or numbers. Please leave out “{ $words }”. Names and cards follow when both sides said yes.
refused-first-line-name = A first line carries no names. Please leave out “{ $name }”. Names follow when both sides said yes.
refused-introductions-cap = Your group has { $most } open introductions, the most it may have. Wait for an answer, or take one back.
refused-introduction-over = This introduction is over. You can ask again with /meet.
refused-introduction-not-yours = This was not asked of your group.
refused-not-met = Names are shown only after both sides said yes.
refused-link-closed = This link is closed and carries nothing. To meet again: /meet.
refused-link-full = { $most } groups share this link already; it takes no more.
refused-consent-missing = Not all groups on this link have consented yet.
refused-other-text = Another text is before the groups now. Open the newest card to see it.
refused-not-party = Your group is not part of this agreement.
refused-agreement-over = This agreement is not open to that step any more. To begin a new one: /agree.
refused-pack-large = A pack has at most { $most } kB. Leave out what is rarely used.
refused-pack-toml = This is not readable as TOML: { $where }
refused-pack-field = The pack is not right at { $where }: { $what }
