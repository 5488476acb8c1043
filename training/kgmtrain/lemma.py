"""Lemmas as edit scripts: what turns a word's form into its lemma.

    l         the lower-cased form
    =         the form as it is
    T         first code point upper case, the rest lower case
    Kn+s      lower-cased form without its last n code points, then s
    Cn+s      the form as it is without its last n code points, then s
    W:lemma   the lemma itself, whatever the form

A script that would cut more than the form has falls back to "l".
"""


def _common(a, b):
    n = 0
    for x, y in zip(a, b):
        if x != y:
            break
        n += 1
    return n


def script(form, lemma):
    """Returns the first script, in the order above, that yields the lemma."""
    low = form.lower()
    if low == lemma:
        return "l"
    if form == lemma:
        return "="
    if form[:1].upper() + form[1:].lower() == lemma:
        return "T"
    n, m = _common(low, lemma), _common(form, lemma)
    if n >= 1 and n >= m and len(low) - n <= 6:
        return f"K{len(low) - n}+{lemma[n:]}"
    if m >= 1 and len(form) - m <= 6:
        return f"C{len(form) - m}+{lemma[m:]}"
    return "W:" + lemma


def apply(code, form):
    """Applies a script to a form."""
    if code == "=":
        return form
    if code == "T":
        return form[:1].upper() + form[1:].lower()
    if code.startswith("W:"):
        return code[2:]
    if code[0] in "KC":
        cut, _, suffix = code[1:].partition("+")
        base = form.lower() if code[0] == "K" else form
        if int(cut) <= len(base):
            return base[:len(base) - int(cut)] + suffix
    return form.lower()
