# SPDX-License-Identifier: GPL-2.0
"""Ways to damage a source at random places. Each is a function (random, text, other text) -> text."""

import re

TOKEN = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|\w+|->|::|&&|\|\||[-+*/%&|^<>=!]=?|[^\s\w]")
WORD = re.compile(r"[A-Za-z_]\w*")
KEYWORDS = """auto break case class const constexpr continue decltype default delete do double else enum explicit extern false
for friend if inline int mutable new nullptr operator private public return sizeof static struct switch template this
typename union using virtual void volatile while goto typeid requires concept noexcept""".split()
SAME_KIND = [("const ", ""), ("", "const "), ("&", "&&"), ("&", "*"), ("&", ""), ("auto", "auto&"), ("auto&", "auto"), ("=", "+="),
             ("true", "false"), ("0", "1"), ("==", "!="), ("<", ">="), ("+", "-"), (".", "->"), ("->", "."), ("[&]", "[=]"),
             ("[]", "[&]"), ("return ", ""), ("move", ""), ("struct", "union"), ("class", "struct"), ("Vec<", "Span<"),
             ("Box<", "Arc<"), ("Option<", "Box<"), ("Mutex<", "SpinLock<"), ("Mutex<", "Box<"), ("u32", "Vec<u8>"),
             ("u32", "u32&"), ("usize", "bool"), (" KEEL_LIFETIME_BOUND", ""), ("struct ", "struct KEEL_VIEW "),
             ("GFP_KERNEL", "GFP_ATOMIC"), ("TRY", ""), ("UNSAFE", "unsafe"), ("static ", "mutable "), ("if (", "while (")]


def tokens_of(text):
    """Where the tokens are, the includes left out."""
    return [match.span() for match in TOKEN.finditer(text) if not line_at(text, match.start()).startswith("#")]


def line_at(text, at):
    return text[text.rfind("\n", 0, at) + 1:].split("\n", 1)[0]


def cut_at_a_byte(random, text, _):
    return text[:random.randrange(len(text))]


def cut_at_a_token(random, text, _):
    return text[:random.choice(tokens_of(text))[1]]


def cut_and_close(random, text, _):
    """Truncated, and what is open closed again."""
    text = text[:random.choice(tokens_of(text))[1]]
    open_brackets = []
    for character in re.sub(r"//.*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", "", text):
        if character in "([{":
            open_brackets.append({"(": ")", "[": "]", "{": ";}"}[character])
        elif character in ")]}" and open_brackets:
            open_brackets.pop()
    return text + "".join(reversed(open_brackets)) + ";\n"


def bytes_changed(random, text, _):
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(text))
        text = text[:at] + chr(random.choice([0, 9, 32, 34, 39, 40, 41, 60, 62, 92, 123, 125, 127, 0xe9, 0x20ac])) + text[at + 1:]
    return text


def lines_changed(random, text, other):
    lines = text.split("\n")
    for _ in range(random.randint(1, 3)):
        at = random.randrange(len(lines))
        kind = random.randrange(4)
        if kind == 0 and len(lines) > 1:
            del lines[at]
        elif kind == 1:
            lines.insert(random.randrange(len(lines)), lines[at])
        elif kind == 2:
            with_ = random.randrange(len(lines))
            lines[at], lines[with_] = lines[with_], lines[at]
        else:
            lines.insert(at, random.choice(other.split("\n")))
    return "\n".join(lines)


def statements_changed(random, text, _):
    """As lines_changed, for whole statements: what comes out often compiles, and so reaches the rules."""
    lines = text.split("\n")
    for _ in range(random.randint(1, 3)):
        whole = [i for i, line in enumerate(lines) if re.match(r" {4,}[^/].*;( *//.*)?$", line) and "return" not in line]
        if not whole:
            break
        at = random.choice(whole)
        statement = lines[at].split("//")[0].strip()
        kind = random.randrange(7)
        if kind == 0:
            del lines[at]
        elif kind == 1:
            lines.insert(at, lines[at])
        elif kind == 2:
            lines.insert(random.choice(whole), lines[at])
        else:
            lines[at] = {3: "if (__builtin_constant_p(1)) { %s }", 4: "for (;;) { %s break; }", 5: "[&] { %s }();",
                         6: "switch (1) { case 0: { %s } default: break; }"}[kind] % statement
    return "\n".join(lines)


def tokens_changed(random, text, _):
    for _ in range(random.randint(1, 5)):
        places = tokens_of(text)
        begin, end = random.choice(places)
        by = random.choice([text[slice(*random.choice(places))], random.choice(KEYWORDS), "", text[begin:end] * 2])
        text = text[:begin] + by + text[end:]
    return text


def names_changed(random, text, _):
    """Names for other names of the same text."""
    for _ in range(random.randint(1, 3)):
        names = [match for match in WORD.finditer(text) if not line_at(text, match.start()).startswith(("#", "//"))]
        at = random.choice(names)
        text = text[:at.start()] + random.choice(names)[0] + text[at.end():]
    return text


def kinds_changed(random, text, _):
    """A piece for one that can stand in its place."""
    for _ in range(random.randint(1, 3)):
        old, new = random.choice(SAME_KIND)
        places = [match.start() for match in re.finditer(re.escape(old) if old else r"\b(?=u32|usize|auto|Vec|Span|bool)", text)
                  if not line_at(text, match.start()).startswith("#")]
        if places:
            at = random.choice(places)
            text = text[:at] + new + text[at + len(old):]
    return text


DAMAGES = [cut_at_a_byte, cut_at_a_token, cut_and_close, bytes_changed, lines_changed, statements_changed, tokens_changed,
           names_changed, kinds_changed]
