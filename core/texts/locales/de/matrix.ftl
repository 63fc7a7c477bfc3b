# Was der Matrix-Rand selbst sagt, bevor das Haus gefragt wird.
matrix-hint = Ich bin Socium. Schreib !propose, um zusammen etwas zu beginnen, oder !help, um zu sehen, was ich kann.
