# Die Gruppen um unsere herum, in Worten und als Bild.
command-neighbours = Die Gruppen um eure herum sehen, in Worten und als Bild
around-title = Die Gruppen um „{ $name }“
around-known = { $place }. { $name } · { $ties }
around-topic = { $count ->
    [one] { $topic }: eine Gruppe, die wir noch nicht kennen
   *[other] { $topic }: { $count } Gruppen, die wir noch nicht kennen
}
around-more = { $count ->
    [one] und noch eine
   *[other] und { $count } weitere
}
around-none = Wir wissen noch von niemandem um uns herum. { $prefix }meet findet eine Gruppe über ihr Thema.
around-picture = Die Gruppen um „{ $name }“
around-undrawn = Das Bild ließ sich diesmal nicht zeichnen. Die Liste sagt dasselbe.
tap-neighbours-dark = Auf dunklem Grund
tie-kin = verwandt
tie-agreed = wir haben eine Abmachung
tie-met = wir kennen uns
tie-nameless = eine Gruppe mit unserem Thema, die wir noch nicht kennen
