# Headings of the story that `socium demo` plays.
demo-forming = 1. Three people find each other
demo-agreeing = 2. They agree how to work together
demo-promise = 3. A promise, and a quiet reminder when it is due
demo-deciding = 4. A decision, with a worry written beside it
demo-going = 5. One goes, another comes
demo-other-world = 6. Elsewhere: buttons instead of reactions, another language, and no rooms
demo-meeting = 7. Two groups meet, and nobody is named before both said yes
demo-sharing = 8. What is shared crosses over; an answer and a second thought come along
demo-together = 9. The groups agree, each by its own consent
demo-parting = 10. And one side may end it, alone and at once
demo-end = That was the real program with a borrowed clock. To try it yourself: make run
