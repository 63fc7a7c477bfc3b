# Lo que nos pesa: primero a la persona, luego al grupo, luego a los vecinos.
refused-concern-step = Este paso ya está dado o todavía no es posible.
refused-reform-few = Para seguir como grupo hacen falta al menos { $fewest } más.
refused-reform-consent = Esto necesita el consentimiento de todos los que seguirían.
neighbours-title = ¿Pedimos consejo a los vecinos? { $what }
reform-title = Seguir sin { $name }: ¿podemos vivir todos con ello?
