# Zeilen einer Vereinbarung, nach denen das Haus handelt.
clause-quorum = Eine Entscheidung gilt erst, wenn mindestens { $people } von uns gesprochen haben.
clause-silence-fine = Bei Entscheidungen gilt: Wer nicht rechtzeitig antwortet, kann damit leben.
clause-rhythm-weekly = Wir treffen uns { $every ->
    [1] jeden { $weekday ->
        [1] Montag
        [2] Dienstag
        [3] Mittwoch
        [4] Donnerstag
        [5] Freitag
        [6] Samstag
       *[7] Sonntag
    }
   *[other] alle { $every } Wochen am { $weekday ->
        [1] Montag
        [2] Dienstag
        [3] Mittwoch
        [4] Donnerstag
        [5] Freitag
        [6] Samstag
       *[7] Sonntag
    }
} um { $at } ({ $zone }).
clause-rhythm-monthly = Wir treffen uns am { $nth ->
    [1] ersten
    [2] zweiten
    [3] dritten
    [4] vierten
   *[5] letzten
} { $weekday ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
   *[7] Sonntag
} im Monat um { $at } ({ $zone }).
clause-rhythm-day = Wir treffen uns am { $day }. jedes Monats um { $at } ({ $zone }).
clause-quiet-hours = Von { $begin } bis { $end } lassen wir einander in Ruhe.
clause-sleep-limit = { $days ->
    [one] Wer einen Tag lang still war, wird freundlich gefragt.
   *[other] Wer { $days } Tage lang still war, wird freundlich gefragt, und der Platz kann frei werden.
}
clause-joining-consent = Wer dazukommen möchte, kommt mit der Zustimmung von uns allen.
clause-joining-talk = Wer dazukommen möchte, spricht zuerst mit uns; dann stimmen wir alle zu.
clause-joining-visit = Wer dazukommen möchte, besucht uns zuerst; dann stimmen wir alle zu.
clause-introductions-all = Möchten uns Fremde kennenlernen, braucht es das Ja aller Anwesenden.
clause-introductions-silence = Möchten uns Fremde kennenlernen: Wer nicht rechtzeitig antwortet, kann damit leben, wenn jemand Ja sagt und niemand Nein.
clause-introductions-never = Wir möchten Fremden nicht vorgestellt werden.
clause-licence = Was wir zusammen schaffen, ist für alle da, unter { $licence }.
clause-blocked-postpone = Was nach zwei Änderungen noch jemandem schadet, ruht { $days } Tage.
clause-blocked-try = Was nach zwei Änderungen noch jemandem schadet, probieren wir { $days } Tage lang und fragen dann wieder.
clause-blocked-bud = Wo wir nach zwei Änderungen nicht zusammen weiterkommen, werden wir zwei Gruppen, die verwandt bleiben.
