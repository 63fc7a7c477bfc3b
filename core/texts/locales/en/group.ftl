# The group: its home, who is in it, coming and going.
home-welcome = This is the home of “{ $name }”. { $count } of you have a key, and nobody is in charge.
home-private = “{ $name }” has no room of its own here, so it lives in private messages: what you decide, promise and agree on reaches each of you there.
home-key = Your key to “{ $name }”, for you alone: { $link }
home-make = One of you makes the room for “{ $name }” in two taps: { $link }
group-title = { $name } · { $count ->
    [one] 1 person
   *[other] { $count } people
}
group-open-seats = Open seats: { $seats }
group-open-round = Being decided: { $what } · { $missing ->
    [one] 1 voice missing
   *[other] { $missing } voices missing
}
group-review = We read our contract again on { $on }
which-group = Which group is this about?
knock = “{ $name }” is a group of { $count }. This is what they agreed on:
knock-accept = If you can live with that, say what you bring. Then I ask them.
knocked = I asked “{ $name }”. Each of them has a say, so it may take a day or two.
you-are-in = You are in “{ $name }”. Welcome. /group shows who brings what.
newcomer = { $name } is in and brings { $seat }. Welcome.
not-this-time = “{ $name }” is not taking anyone in this time. /propose could bring people together around the same idea.
leave-sure = Leave “{ $name }”? You need no reason and nobody's permission.
tap-leave = Leave
tap-stay = Stay
stayed = Good that you stay.
left = You have left “{ $name }”. Thank you for what you brought.
member-left = { $name } has left. Go well.
member-left-seat = { $name } has left. Go well. The seat “{ $seat }” is open.
thin = { $count ->
    [one] One of you is left. You can look for people with /propose, or let it rest.
   *[other] { $count } of you are left, fewer than a group needs. You can let people in from the card, or let it rest.
}
