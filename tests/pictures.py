"""Which pictures do people send in tests?"""

from io import BytesIO

from PIL import Image

from core.delivery.pictures import repainted


def some_picture(colour: str = "teal") -> bytes:
    """Return a small PNG with nothing in it but pixels: it arrives as it was sent."""
    out = BytesIO()
    Image.effect_mandelbrot((120, 80), (-2, -1, 1, 1), 60).convert("RGB").save(out, "PNG")
    with Image.open(out) as plain:
        plain.paste(Image.new("RGB", (40, 40), colour), (0, 0))
        painted = BytesIO()
        plain.save(painted, "PNG")
    return repainted(painted.getvalue())[0]
