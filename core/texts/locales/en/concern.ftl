# A concern: to the person first, then to the group, then to neighbours.
refused-concern-step = This step is already taken, or not yet possible.
refused-reform-few = At least { $fewest } others are needed to go on as a group.
refused-reform-consent = This needs the consent of everyone who would go on.
neighbours-title = Shall we ask neighbours for advice? { $what }
reform-title = Going on without { $name }: can each of us live with it?
