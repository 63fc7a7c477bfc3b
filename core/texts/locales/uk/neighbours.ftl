# Групи навколо нашої: словами й картинкою.
command-neighbours = Подивитися, які групи навколо вашої: словами й картинкою
around-title = Групи навколо «{ $name }»
around-known = { $place }. { $name } · { $ties }
around-topic = { $count ->
    [one] { $topic }: { $count } група, з якою ми ще не знайомі
    [few] { $topic }: { $count } групи, з якими ми ще не знайомі
   *[many] { $topic }: { $count } груп, з якими ми ще не знайомі
}
around-more = і ще { $count }
around-none = Поки що ми нікого навколо не знаємо. { $prefix }meet знайде групу за темою.
around-picture = Групи навколо «{ $name }»
around-undrawn = Цього разу картинка не намалювалася. Список каже те саме.
tap-neighbours-dark = На темному тлі
tie-kin = рідня
tie-agreed = у нас угода
tie-met = ми знайомі
tie-nameless = група з нашою темою, з якою ми ще не знайомі
