# Was Gruppen einander sagen: Zeilen von Vereinbarungen, weitergegebene Worte und was nicht geht.
clause-gives = { $party } gibt: { $what }
clause-gives-by = { $party } gibt bis { $by }: { $what }
clause-until = Diese Vereinbarung gilt bis { $on }. Jede der Gruppen kann sie vorher von sich aus beenden.
clause-when-late = { $days ->
    [one] Wer sich verspätet, sagt es einen Tag vorher.
   *[other] Wer sich verspätet, sagt es { $days } Tage vorher.
}

relay-header = ⇄ { $author } · { $group }
relay-header-from = ⇄ { $author } · { $group } ({ $messenger })
relay-someone = Jemand
relay-some-group = eine verbundene Gruppe
relay-some-file = eine Datei
relay-words = { $words }
relay-file-stayed = { $name } ({ $size } kB) blieb drüben: für hier ist es zu groß.
relay-file-stayed-unmeasured = { $name } blieb drüben.
relay-reaction = { $symbol } { $count }
relay-reactions = Reaktionen von drüben: { $reactions }
relay-digest = { $count ->
    [one] Und noch eine Nachricht von { $authors }, zusammengefasst, damit es nicht zu viel wird.
   *[other] Und noch { $count } Nachrichten von { $authors }, zusammengefasst, damit es nicht zu viel wird.
}

refused-first-line-empty = Schreib in einer Zeile, was ihr gern zusammen tun würdet.
refused-first-line-long = Deine Zeile hat { $length } Zeichen. Bitte bleib bei höchstens { $most }.
refused-first-line-link = In der ersten Zeile stehen keine Links, Adressen oder Nummern. Bitte lass „{ $words }“ weg. Namen und Karten folgen, wenn beide Seiten Ja gesagt haben.
refused-first-line-name = In der ersten Zeile stehen keine Namen. Bitte lass „{ $name }“ weg. Namen folgen, wenn beide Seiten Ja gesagt haben.
refused-introductions-cap = Eure Gruppe hat { $most } offene Anfragen, mehr sind nicht möglich. Wartet auf eine Antwort oder nehmt eine zurück.
refused-introduction-over = Diese Anfrage ist vorbei. Mit /meet könnt ihr neu fragen.
refused-introduction-not-yours = Danach wurde nicht eure Gruppe gefragt.
refused-not-met = Namen sind erst zu sehen, wenn beide Seiten Ja gesagt haben.
refused-link-closed = Diese Verbindung ist geschlossen und trägt nichts mehr. Neu kennenlernen: /meet.
refused-link-full = { $most } Gruppen teilen diese Verbindung schon; mehr fasst sie nicht.
refused-consent-missing = Noch haben nicht alle Gruppen dieser Verbindung zugestimmt.
refused-other-text = Den Gruppen liegt inzwischen ein anderer Text vor. Die neueste Karte zeigt ihn.
refused-not-party = Eure Gruppe gehört nicht zu dieser Vereinbarung.
refused-agreement-over = Für diese Vereinbarung ist dieser Schritt nicht mehr möglich. Eine neue beginnt mit /agree.
refused-pack-large = Ein Paket hat höchstens { $most } kB. Lass weg, was selten gebraucht wird.
refused-pack-toml = Das ist nicht als TOML lesbar: { $where }
refused-pack-field = Im Paket stimmt etwas nicht bei { $where }: { $what }
