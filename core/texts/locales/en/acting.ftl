# Lines of a contract that the house acts on.
clause-quorum = A decision stands only when at least { $people } of us have spoken.
clause-silence-fine = In decisions, whoever has not answered in time can live with it.
clause-rhythm-weekly = We meet { $every ->
    [1] every { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }
   *[other] every { $every } weeks on { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }
} at { $at } ({ $zone }).
clause-rhythm-monthly = We meet on the { $nth ->
    [1] first
    [2] second
    [3] third
    [4] fourth
   *[5] last
} { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
} of the month at { $at } ({ $zone }).
clause-rhythm-day = We meet on day { $day } of every month at { $at } ({ $zone }).
clause-quiet-hours = From { $begin } to { $end } we leave each other in peace.
clause-sleep-limit = { $days ->
    [one] Whoever has been silent for a day is asked kindly.
   *[other] Whoever has been silent for { $days } days is asked kindly, and the seat may open.
}
clause-joining-consent = Whoever wants to join is let in by all of us.
clause-joining-talk = Whoever wants to join talks with us first; then all of us let them in.
clause-joining-visit = Whoever wants to join visits us first; then all of us let them in.
clause-introductions-all = A stranger's wish to meet us needs the yes of everyone present.
clause-introductions-silence = A stranger's wish to meet us: whoever has not answered in time can live with it, if one of us said yes and nobody no.
clause-introductions-never = We do not want to be introduced to strangers.
clause-licence = What we make together is for everyone, under { $licence }.
clause-blocked-postpone = What still harms someone after two revisions rests for { $days } days.
clause-blocked-try = What still harms someone after two revisions is tried for { $days } days, and then asked again.
clause-blocked-bud = Where we cannot go on together after two revisions, we become two groups that stay kin.
