# The contract, its lines, and how everyone agrees to them.
clause-answer-within = { $days ->
    [one] We answer each other within a day.
   *[other] We answer each other within { $days } days.
}
clause-consent = We decide together: a thing stands when nobody is harmed by it.
clause-speak-first = When something bothers us, we say it to that person first.
clause-leave-freely = Anyone may leave at any time and hands over what they hold.
clause-review-on = We read this again on { $on }.
numbered = { $number }. { $line }
contract-draft = Our contract, draft of version { $number }
contract-agreed = { $count ->
    [one] Version { $number } · agreed by one
   *[other] Version { $number } · agreed by all { $count }
}
contract-title = { $name } · contract, version { $number }
contract-agreed-by = Agreed by { $names } on { $on }
no-contract-yet = There is no contract yet; the draft is waiting for everyone's word.
tap-all-fine = All fine
tap-change-line = Change a line
tap-add-line = Add a line
tap-line = { $number }. { $line }
which-line = Which line would you change?
ask-new-words = How should it read? Say it the way you would say it to a friend.
ask-added-line = Which line shall we add? “We …” is a good beginning.
draft-changed = A newer draft stands below.
diff-dropped = No longer: “{ $line }”
diff-changed = “{ $before }” becomes “{ $after }”
diff-added = New: “{ $line }”
agreed-first = Version 1 is agreed by all { $count }.
agreed-version = Version { $number } is agreed by all { $count }. It binds from now on.
first-task = What is the first thing to do, who does it, by when?
tap-first-task = I take a first task
review-ahead = On { $on } we read our contract again, line by line. It takes a few minutes.
review-title = Reading again, line { $number } of { $all }
tap-keep = Keep
tap-change = Change
tap-drop = Drop
