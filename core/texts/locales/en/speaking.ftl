# Rounds that listen, and what follows a decision.
command-round = Ask your group a question and hear every voice once
argument-round-what = The question, like: What should we try next?
ask-round-what = What would you like to ask everyone? For example: What should we try next?
argument-decide-kind = How: by consent, after advice, or only a sense check
ask-decide-kind = How shall it be asked? Consent: it stands when nobody is harmed. Advice: you hear everyone, then decide yourself. Sense check: only how it feels, nothing is decided.
word-kind = kind, how
choice-consent = Consent
choice-advice = Advice
choice-sense = Sense check
meaning-decision = Fine: it harms nothing. With a worry: it can go on, and the worry stands beside it. I can't live with it: it would harm something, and I say what would help.
meaning-sense = Only how it feels. Nothing is decided by it.
meaning-advice = Whoever asks hears every advice, decides, and tells us.
meaning-voices = Every voice once. What we say is shown together when all have spoken or the time is up.
meaning-concern = This is about something that happened, not about who is right. Say what you saw and what would help.
sense-title = How does this feel? { $what }
advice-title = { $name } asks for advice: { $what }
voices-title = Every voice once: { $what }
concern-title = Something weighs on one of us: { $what }
concern-title-named = Something weighs on { $name }: { $what }
voices-order = If we speak in a row, this is the order, by lot: { $names }
voice-said = { $name }: { $words }
sense-unsure-because = Unsure: { $words }
sense-no-because = Does not feel right: { $words }
sense-sum = Feels right: { $fine } · unsure: { $unsure } · does not: { $against }. Nothing is decided.
voices-sum = { $heard } of { $all } have spoken.
round-quiet = Nobody spoke this time.
round-tried = We try it, as our contract says.
tap-sense-yes = Feels right
tap-sense-unsure = Not sure
tap-sense-no = Does not feel right
tap-speak-advice = I have advice
tap-speak-voices = I speak
tap-speak-concern = I say something
tap-nothing-to-add = Nothing to add
ask-speak-sense = What makes you unsure?
ask-sense-no = What does not feel right?
ask-speak-advice = What would you advise? “{ $what }”
ask-speak-voices = “{ $what }” What do you say? The others read it when all have spoken.
ask-speak-concern = “{ $what }” What did you see, and what would help?
decision-again = We said that we look at this again. Does it still fit?
decided-until = We look at it again on { $on }.
ask-review = “{ $what }” is decided. When shall we look at it again?
tap-in-30-days = In a month
tap-in-90-days = In three months
tap-another-day = Another day
tap-not-needed = Not needed
no-review = “{ $what }” stands until someone asks.
ask-review-day = When shall we look at “{ $what }” again? For example: 1 August, or in two months
review-set = We look at “{ $what }” again on { $on }.
decision-rests = So “{ $what }” rests. I ask again on { $on }.
decision-tried = So we try “{ $what }”. I ask again on { $on }.
decision-bud = “{ $what }” still divides us, so I ask whether we become two groups. It happens only if all consent.
decision-bud-never = “{ $what }” still divides us, and no two groups could live from this one. So it stays open until we find better words.
decision-bud-asked = “{ $what }” still divides us. Whether we become two groups is being asked already.
silence-counted = { $silent ->
    [one] The time for “{ $what }” is up. One did not answer; by our contract, that is fine.
   *[other] The time for “{ $what }” is up. { $silent } did not answer; by our contract, that is fine.
}
sense-heard = Everyone told how “{ $what }” feels; the card shows it. Shall the group decide it now?
advice-heard = { $count ->
    [0] Nobody has advice on “{ $what }”. It is yours to decide.
    [one] There is one advice on “{ $what }”. It is yours to decide.
   *[other] There are { $count } pieces of advice on “{ $what }”. It is yours to decide.
}
tap-decide-now = Let us decide
tap-say-decision = I say what I decide
ask-decision = What have you decided about “{ $what }”?
advice-decided = { $name } heard us and decided: { $what }
