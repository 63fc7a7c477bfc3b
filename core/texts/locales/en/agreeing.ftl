# Agreements between groups that have met.
command-agree = Agree with a group yours has met: what each gives, by when and until when
command-agreements = Read your group's agreements with other groups, and end one if you like
argument-agree-give = What your group gives, like: one machine mended a month
argument-agree-get = What the other group gives, like: an evening at the sewing machine
argument-agree-by = By when each gives it, like: 1 June
argument-agree-ends = Until when it holds, like: 1 December
argument-agree-late = What we do when someone is late, like: we tell each other two days before
ask-agree-give = What does our group give? For example: one machine mended a month
ask-agree-get = And what does the other group give? For example: an evening at the sewing machine
ask-agree-by = By when does each give it? For example: 1 June, or in two weeks
ask-agree-ends = Until when shall it hold? For example: 1 December, or in three months
ask-agree-late = What do we do when someone is going to be late? Write “-” for: we say so a day before.
word-give = give, gives, we give
word-get = get, gets, they give, we get
word-ends = ends, end, valid until, holds until
word-late = late, when late, if late

agree-with-whom = With which group?
agree-ask-gives = This is between all groups on our line. What does { $name } give? Write “-” if nothing is asked of it.
agree-one-ended = Our agreement with { $names } is over: { $name } ended it. Any of us may, at any time.
tap-agree-all = All of us: { $names }
tap-agree-as-written = As I wrote: { $words }
agree-title = Can we live with this agreement with { $name }? Text { $number }
agree-gone = This agreement is over.
agree-round-agreed = All of us consent.
agree-round-blocked = Someone of us cannot live with it. What stood before still stands.
agree-round-unsettled = Nobody was left to answer.
agree-round-withdrawn = Another text took its place, or it was ended.
agree-stands = Our agreement with { $name } · text { $number }
agree-they-object = { $name } cannot live with this text. What stood before still stands; talk on the line between us, then /agree proposes another.
agree-gift-due = We agreed with { $name } that by { $by } we give: { $what }
agree-given = Good. You can tell them on the line between us.
agree-later = I will ask again in two days. If it gets late, tell them on the line between us.
agree-review = Today we read our agreement with { $name } again. Does it still fit? /agree proposes another text.
agree-ran-out = Our agreement with { $name } held until today and is over now. /agree begins a new one.
agree-end-sure = End our agreement with { $name }? It ends at once, and they are told.
agree-ended = Our agreement with { $name } is ended.
agree-they-ended = { $name } ended our agreement. They may, at any time.
agree-kept = Our agreement with { $name } stands as it is.
agree-asked = { $parties ->
    [2] With { $name }: a first text is before both groups.
   *[other] With { $name }: a first text is before all { $parties } groups.
}
agree-asked-anew = { $parties ->
    [2] A new text is before both groups; until all consent, this one holds.
   *[other] A new text is before all { $parties } groups; until all consent, this one holds.
}
agree-none = We have no agreement with another group yet. { $prefix }agree begins one with a group we have met.
tap-agree-end = End it
tap-agree-end-with = End: { $name }
refused-not-linked = Your group has no open line to another group yet. { $prefix }meet begins one.
refused-link-rests = The line between us rests. Once it is open again, this can go over.
refused-agree-order = What is given comes before the end of the agreement. Please name an end that is later.
