# Consent rounds and decisions.
decide-title = Can we live with this? { $what }
entry-title = { $name } would like to join and bring { $seat }. Can we live with this?
round-heard = { $heard } of { $all } have spoken
round-agreed = { $worried ->
    [0] Agreed: { $fine } fine
    [one] Agreed: { $fine } fine, one with a worry
   *[other] Agreed: { $fine } fine, { $worried } with a worry
}
round-blocked = Someone cannot live with it.
round-unsettled = Nobody was left to answer.
round-withdrawn = Withdrawn.
told-worry = A worry: { $words }
told-block = Would be harmed: { $harmed } · Would help: { $help }
tap-fine = Fine
tap-worry = Fine, with a worry
tap-block = I can't live with it
ask-worry = What is your worry? It will stand beside the decision.
ask-harmed = What would be harmed?
ask-help = And what would help?
round-remind = “{ $name }” is waiting for your voice, and only yours can be yours:
round-waits = { $missing ->
    [one] One voice is still missing, so this stays open. Silence is not a yes.
   *[other] { $missing } voices are still missing, so this stays open. Silence is not a yes.
}
decided = Decided: { $what }
decision-blocked = Someone cannot live with “{ $what }”. What they said stands under it. What would you like to do?
decision-postponed = “{ $what }” was revised twice and still harms someone. We let it rest until we read our contract again.
decision-withdrawn = “{ $what }” is withdrawn.
decision-talk = Let us talk about “{ $what }” before we decide. There is no hurry.
ask-revision = How would “{ $what }” be better?
tap-revise = Revise
tap-withdraw = Withdraw
tap-talk-first = Talk first
