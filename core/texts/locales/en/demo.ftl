# Headings of the story that `socium demo` plays.
demo-forming = 1. Three people find each other
demo-agreeing = 2. They agree how to work together
demo-promise = 3. A promise, and a quiet reminder when it is due
demo-deciding = 4. A decision, with a worry written beside it
demo-going = 5. One goes, another comes
demo-other-world = 6. Elsewhere: buttons instead of reactions, another language, and no rooms
demo-end = That was the real program with a borrowed clock. To try it yourself: make run
