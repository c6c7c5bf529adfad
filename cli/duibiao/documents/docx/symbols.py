"""Characters of the symbol fonts: 不低于 is often typed as the ≥ of Symbol, a tick box as a sign of Wingdings."""

_SYMBOL = {
    0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB0: "°", 0xB9: "≠", 0xBB: "≈", 0xB7: "·", 0x2D: "−",
    0x61: "α", 0x62: "β", 0x6D: "μ", 0x44: "Δ", 0x53: "Σ", 0xA5: "∞", 0xAE: "→", 0xD6: "√",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0xA8: "□", 0xA3: "□", 0xFC: "√", 0xFE: "☑",
    0x52: "☑", 0xFB: "×", 0xFD: "☒", 0xE0: "→", 0xD8: "", 0x9F: "·",
    **{0x80 + n: chr(0x2460 + n - 1) for n in range(1, 11)},
    **{0x8B + n: chr(0x2776 + n - 1) for n in range(1, 11)},
}  # fmt: skip
_PRIVATE = range(0xF000, 0xF100)  # where Word puts the characters of fonts without a Unicode map


def symbol(font: str, code: str) -> str:
    """The character that `w:sym` shows; nothing where only the font knows what it looks like."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if point in _PRIVATE:
        point -= _PRIVATE.start
    elif point >= 0x100:
        return chr(point) if point < 0xE000 or 0xF900 <= point < 0x110000 else ""
    name = font.casefold()
    if name.startswith("wingdings"):
        return _WINGDINGS.get(point, "")
    if name == "symbol":
        return _SYMBOL.get(point, chr(point) if 0x20 <= point < 0x7F else "")
    return chr(point) if 0x20 <= point < 0x7F else ""
