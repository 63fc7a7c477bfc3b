# Coming in: what comes first, and the contract as it reads now.
joining-wish = { $name } would like to join and bring { $seat }. Our contract says what comes first:
joining-first = I told “{ $name }” that you would like to join. This is their line about it; then all of them are asked:
tap-we-talked = We have talked
tap-they-visited = They have visited us
joining-accept = All of “{ $name }” would let you in. Meanwhile they agreed on version { $number } of their contract; the seat is yours once you can live with it:
joining-declined = That is fine. The door stays where it is.
