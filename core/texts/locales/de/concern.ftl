# Was uns bedrückt: zuerst zur Person, dann in die Gruppe, dann zu Nachbarn.
refused-concern-step = Dieser Schritt ist schon getan oder noch nicht möglich.
refused-reform-few = Um als Gruppe weiterzugehen, braucht es mindestens { $fewest } andere.
refused-reform-consent = Das braucht die Zustimmung aller, die weitergehen würden.
neighbours-title = Fragen wir Nachbarn um Rat? { $what }
reform-title = Ohne { $name } weitergehen: Können wir alle damit leben?
