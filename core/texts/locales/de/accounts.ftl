# Ein Mensch auf mehreren Messengern, was über ihn aufbewahrt wird, und wie er vergessen wird.
command-link = Sag mir, dass du auf einem anderen Messenger derselbe Mensch bist
command-mydata = Lies alles, was ich über dich aufbewahre
command-forget = Vergessen werden: alles verlassen, und ich lösche, wer du bist
argument-link-code = Der Code, den ich dir auf dem anderen Messenger gegeben habe
ask-link-code = Welchen Code habe ich dir auf dem anderen Messenger gegeben?
account-shown = { $name } auf { $messenger }
link-code = Dein Code ist { $code }. Schreib mir auf deinem anderen Messenger privat, innerhalb von { $minutes } Minuten: { "/" }link { $code } (auf Matrix !link { $code }). Dann frage ich dich hier.
link-wrong = Dieser Code passt nicht, oder seine fünf Minuten sind um. Für einen neuen schreib auf dem anderen Messenger { "/" }link (auf Matrix !link).
refused-link-tries = { $tries } Codes haben nicht gepasst. Bitte versuch es in einer Stunde wieder.
refused-link-late = Das ist vorbei. Schreib /link für einen neuen Code.
link-typed = Danke. Bestätige es jetzt dort, wo du den Code bekommen hast.
link-sure = { $other } hat deinen Code eingegeben. Bist du das? Dann werdet ihr ein Mensch mit einer Stimme.
link-sure-group = Ihr seid beide in „{ $name }“: aus zwei Plätzen wird einer.
link-sure-home = { $other } bekommt einen Schlüssel zum Raum von „{ $name }“, und die Gruppe liest, dass du das bist.
tap-link-yes = Ja, das bin ich
tap-link-no = Nein
link-denied = Gut. Nichts wurde verbunden, und der Code gilt nicht mehr.
linked = Du und { $other } seid jetzt ein Mensch.
linked-group = In „{ $name }“ hast du einen Platz und eine Stimme.
linked-home = { $other } hat einen Schlüssel zum Raum von „{ $name }“.
linked-undo = Einen Tag lang kannst du das zurücknehmen. Plätze, aus denen einer wurde, bleiben einer.
tap-link-undo = Zurücknehmen
unlinked = Die Konten sind wieder zwei Menschen. Jeder hat, was er mitgebracht hat, soweit es noch da ist.
member-is-one = { $name } war hier zweimal, auf zwei Messengern. Ab jetzt ist das ein Platz und eine Stimme; ihr seid also { $count }.
member-also-here = { $name } ist auch als { $other } hier: ein Mensch, ein Platz, eine Stimme.
mydata-title = Das ist alles, was ich über dich aufbewahre, über alle deine Konten.
mydata-settings = Sprache: { $language }. Zeitzone: { $zone }.
mydata-line = { $told }
mydata-one = { $one }
mydata-two = { $one } · { $other }
mydata-end = Nachrichten bewahre ich nicht auf, nur was du mir für deine Gruppen gesagt hast. /forget löscht, wer du bist.
mydata-accounts = Konten ({ $count })
mydata-drafts = Offene Fragen ({ $count })
mydata-group-waiting = Wartelisten von Gruppen ({ $count })
mydata-members = Plätze in Gruppen ({ $count })
mydata-outbox = Nachrichten an dich, bis sie zugestellt sind ({ $count })
mydata-promises = Zusagen ({ $count })
mydata-proposal-waiting = Wartelisten von Vorschlägen ({ $count })
mydata-proposals = Vorschläge ({ $count })
mydata-rounds = Fragen, die du deiner Gruppe gestellt hast ({ $count })
mydata-seats = Plätze in Vorschlägen ({ $count })
mydata-voices = Was du zu Entscheidungen gesagt hast ({ $count })
forget-sure = Soll ich dich vergessen? Du verlässt { $groups ->
    [0] keine Gruppe
    [one] eine Gruppe
   *[other] { $groups } Gruppen
}, und ich lösche, wer du bist, auf { $accounts ->
    [one] diesem Konto
   *[other] allen { $accounts } Konten
}. Was deine Gruppen vereinbart haben, bleibt, ohne deinen Namen.
tap-forget = Vergiss mich
tap-forget-not = Behalte mich
forget-not = Nichts wurde geändert.
forgotten = Du hast alles verlassen. In einer Minute sagt hier nichts mehr, wer du warst. Mach es gut.
word-code = code
mydata-acts = Wann du zuletzt etwas in einer Gruppe getan hast ({ $count })
mydata-advisers = Dass andere Gruppen dich um Rat fragen dürfen ({ $count })
mydata-advice = Rat, um den du gebeten wurdest ({ $count })
mydata-bars = Wonach du nicht mehr gefragt werden willst ({ $count })
mydata-blocks = Wen du blockiert hast ({ $count })
mydata-concerns = Was dir Sorgen gemacht hat ({ $count })
mydata-contract-events = Änderungen am Vertrag, die du vorgeschlagen oder angenommen hast ({ $count })
mydata-introductions = Bekanntschaften, um die du gebeten hast ({ $count })
mydata-nevers = Themen, nach denen du nicht gefragt werden willst ({ $count })
mydata-notices = Was du suchst und anbietest ({ $count })
mydata-nudges = Woran ich dich erinnert habe oder noch erinnere ({ $count })
mydata-pauses = Wann du weg bist ({ $count })
mydata-pledged = Zusagen, bei denen du mitmachst ({ $count })
mydata-pledges = Zusagen, die du begonnen hast ({ $count })
mydata-profiles = Was du mir in /me erzählt hast ({ $count })
mydata-seekings = Wonach du suchst ({ $count })
mydata-share-reactions = Deine Reaktionen auf Geteiltes ({ $count })
mydata-shares = Was du mit anderen Gruppen geteilt hast, ohne die Worte ({ $count })
