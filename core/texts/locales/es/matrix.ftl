# Lo que dice por sí mismo el borde de Matrix, antes de preguntar a la casa.
matrix-hint = Soy Socium. Escribe !propose para empezar algo en común, o !help para ver lo que sé hacer.
