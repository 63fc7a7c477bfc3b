# Dazukommen: was zuerst kommt, und die Vereinbarung, wie sie jetzt lautet.
joining-wish = { $name } möchte dazukommen und bringt ein: { $seat }. Unsere Vereinbarung sagt, was zuerst kommt:
joining-first = Ich habe „{ $name }“ gesagt, dass du dazukommen möchtest. Das ist ihre Zeile dazu; dann werden alle gefragt:
tap-we-talked = Wir haben gesprochen
tap-they-visited = Der Besuch war da
joining-accept = Alle von „{ $name }“ lassen dich herein. Inzwischen gilt Version { $number } ihrer Vereinbarung; der Platz gehört dir, sobald du damit leben kannst:
joining-declined = In Ordnung. Die Tür bleibt, wo sie ist.
