# The groups around ours, in words and as a picture.
command-neighbours = See the groups around yours, in words and as a picture
around-title = The groups around “{ $name }”
around-known = { $place }. { $name } · { $ties }
around-topic = { $count ->
    [one] { $topic }: one group we have not met
   *[other] { $topic }: { $count } groups we have not met
}
around-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
around-none = We know of nobody around us yet. { $prefix }meet finds a group by its topic.
around-picture = The groups around “{ $name }”
around-undrawn = The picture could not be drawn this time. The list says the same.
tap-neighbours-dark = On a dark background
tie-kin = kin
tie-agreed = we have an agreement
tie-met = we have met
tie-nameless = a group we have not met, with a topic of ours
