# SPDX-License-Identifier: GPL-2.0
"""Writes programs: classes that own, borrow and refer to themselves and each other, templates, closures, and functions over
them. What it writes is strange, and mostly compiles; whether it is safe does not matter. A statement is a line, so that one
that does not compile can be taken out.
"""

HEAD = """#include <keel/prelude.hpp>
#include <keel/device/misc.hpp>
#include <keel/sync/arc.hpp>
#include <keel/sync/mutex.hpp>
#include <keel/sync/spinlock.hpp>
using namespace keel;
template <class... T> u32 eat(T&&...) { return 1; }
template <class T> T made();
"""
VALUES = ["u32", "bool", "u8", "usize"]


class Program:
    """One program; text() is it."""

    def __init__(self, random):
        self._random = random
        self._parts = [HEAD]
        self._classes = []  # names of complete ones
        self._functions = []
        self._count = 0

    def text(self):
        random = self._random
        for _ in range(random.randint(2, 5)):
            self._parts.append(random.choice([self._class, self._class, self._template, self._cycle, self._union])())
        for _ in range(random.randint(2, 5)):
            self._parts.append(Function(random, self._fresh("f"), self).text())
        return "\n".join(self._parts)

    def _fresh(self, stem):
        self._count += 1
        return f"{stem}{self._count}"

    def known_class(self):
        return self._random.choice(self._classes) if self._classes else "Vec<u32>"

    def type(self, depth=2, own=None):
        """A type that an object can have. `own`: the class it is in, which may be used behind an owner."""
        random = self._random
        inner = own if own and random.random() < 0.4 else None
        if depth == 0:
            return inner and f"Box<{inner}>" or random.choice([*VALUES, self.known_class()])
        part = inner or self.type(depth - 1, own)
        return random.choice([
            part if not inner else f"Option<Box<{part}>>", f"Box<{part}>", f"Vec<{part}>" if not inner else f"Vec<Box<{part}>>",
            f"Arc<{part}>", f"Option<{part}>" if not inner else f"Option<Arc<{part}>>",
            f"Span<{part}>", f"Span<const {part}>", f"{part}*", f"const {part}*", f"Array<{self.type(0)}, 3>",
            f"Mutex<{self.type(0)}>", f"SpinLock<{self.type(0)}>", f"{part} (*)({part}&)", "void*", "const char*"])

    def declared(self, kind, name):
        """A declaration, with the name where C++ wants it."""
        return kind.replace("(*)", f"(*{name})", 1) if "(*)" in kind else f"{kind} {name}"

    def _members(self, own):
        random = self._random
        lines = []
        for number in range(random.randint(1, 5)):
            kind = self.type(random.randint(0, 2), own)
            how = random.choice(["", "", "", "", "mutable ", "static inline constinit "])
            if how.startswith("static"):
                kind = random.choice([*VALUES, "Vec<u8>"])
            lines.append(f"{how}{self.declared(kind, f'm{number}')} {{}};" if "Span" not in kind or random.random() < .7
                         else f"{self.declared(kind, f'm{number}')};")
        if random.random() < .2:
            lines.append(f"{random.choice(['u32&', 'const u32&', f'{own}&'])} refers;")
        return lines

    def _methods(self, own):
        random = self._random
        found = []
        for number in range(random.randint(0, 3)):
            name = random.choice([f"g{number}", f"g{number}", "read", "write", "ioctl", "operator()", "operator u32"])
            body = random.choice([f"return eat(this->m0);", "return 1u;", "while (true) { if (eat(this)) break; } return 2u;",
                                  f"auto again = [this]() -> u32 {{ return eat(*this); }}; return again();"])
            given = "" if name == "operator u32" else random.choice(["", f"{own}& other", f"const {own}& = made<{own}&>()"])
            kind = "" if name == "operator u32" else random.choice(["u32 ", "u32 ", "virtual u32 ", "static u32 ", "auto "])
            if kind == "static " or kind.startswith("static"):
                body = "return 3u;"
                name = f"s{number}"
            text = f"{kind}{name}({given}) {random.choice(['', 'const '] if 'static' not in kind else [''])}{{ {body} }}"
            if not any(name in other for other in found):
                found.append(text)
        if random.random() < .3:
            found.append(f"~{own}() {{ eat(this->m0); }}")
        if random.random() < .3:
            found.append(f"auto& lent() {random.choice(['', 'KEEL_LIFETIME_BOUND '])}{{ return this->m0; }}")
        return found

    def _class(self):
        random = self._random
        name = self._fresh("C")
        bases = [known for known in self._classes if not known.startswith("U")]
        base = f" : {random.choice(bases)}" if bases and random.random() < .25 else ""
        lines = self._members(name)
        if random.random() < .3:
            nested = self._fresh("N")
            lines.insert(0, f"{random.choice(['struct', 'class', 'struct KEEL_VIEW'])} {nested} {{ public: "
                            f"{' '.join(self._members(random.choice([name, nested])))} }};")
            lines.append(f"Option<Box<{nested}>> nested {{}};")
        lines += self._methods(name)
        self._classes.append(name)
        view = random.choice(["", "", "", "KEEL_VIEW ", "KEEL_OWNER ", "KEEL_SEND "])
        return f"struct {view}{name}{base} {{\n    " + "\n    ".join(lines) + "\n};"

    def _template(self):
        random = self._random
        name = self._fresh("T")
        shape = random.randrange(4)
        argument = self.type(1)
        if shape == 0:
            members = " ".join([*self._members(name), "T value;", f"Option<Box<{name}>> next {{}};"])
            text = f"template <class T> struct {name} {{ {members} }};"
        elif shape == 1:
            text = (f"template <class T, usize N> struct {name} {{ T m0 {{}}; {name}<T, N - 1> rest {{}}; }};\n"
                    f"template <class T> struct {name}<T, 0> {{ T m0 {{}}; }};")
            argument += ", 4"
        elif shape == 2:
            text = (f"template <class D> struct {name}Base {{ u32 m0 = 0; "
                    "u32 run() { return static_cast<D*>(this)->made(); } };\n"
                    f"template <class T> struct {name} : {name}Base<{name}<T>> {{ T m0 {{}}; u32 made() {{ return eat(m0); }} }};")
        else:
            text = (f"template <class... T> struct {name};\ntemplate <> struct {name}<> {{ u32 m0 = 0; }};\n"
                    f"template <class H, class... T> struct {name}<H, T...> : {name}<T...> {{ H m1 {{}}; }};")
            argument += ", " + self.type(1)
        alias = self._fresh("A")
        self._classes.append(alias)
        return f"{text}\nusing {alias} = {name}<{argument}>;"

    def _cycle(self):
        """Classes that own each other."""
        first, second = self._fresh("X"), self._fresh("Y")
        owner = self._random.choice(["Box", "Arc"])
        text = (f"struct {second};\nstruct {first} {{ Option<{owner}<{second}>> m0 {{}}; {' '.join(self._methods(first))} }};\n"
                f"struct {second} {{ {first} m0 {{}}; Vec<{first}> more {{}}; {self.type(1, second)} other {{}}; }};")
        self._classes += [first, second]
        return text

    def _union(self):
        name = self._fresh("U")
        self._classes.append(name)
        return f"union {name} {{ u32 m0; u8 bytes[4]; {self.known_class() if self._random.random() < .2 else 'u32'}* raw; }};"


class Function:
    """A function with a body of random statements."""

    def __init__(self, random, name, program):
        self._random, self._name, self._program = random, name, program
        self._scopes = [[]]
        self._count = 0
        self._labels = 0

    def text(self):
        random = self._random
        parameters = []
        result = random.choice(["u32", "auto", "void", "decltype(auto)", "auto&"])
        for number in range(random.randint(0, 3)):
            kind = self._program.type(random.randint(0, 2))
            kind += random.choice(["&", "&", "", "&&"]) if "(*)" not in kind else ""
            bound = random.choice(["", " KEEL_LIFETIME_BOUND"]) if "&" in kind and result != "void" else ""
            parameters.append(self._program.declared(kind, f"p{number}") + bound)
            self._scopes[0].append(f"p{number}")
        how = random.choice(["", "", "static ", "KEEL_ANY_CONTEXT ", "KEEL_MAY_SLEEP ", "template <class Q = u32> "])
        body = self._block(3)
        last = {"u32": "return eat();", "void": "", "auto": f"return {random.choice(['1u', self._name_or_one()])};",
                "decltype(auto)": f"return ({self._variable() or '1u'});", "auto&": f"return {self._variable() or 'eat'};"}[result]
        if random.random() < .3:
            last = f"out: {last or ';'}" if result == "u32" else last
            body = body.replace("/*jump*/", "if (eat()) goto out;", 1) if last.startswith("out:") else body
        if not how.startswith("template"):
            how = "[[maybe_unused]] " + how
        text = f"{how}{result} {self._name}({', '.join(parameters)})\n{{\n{body}\n    {last}\n}}"
        # A template is looked at as instantiated.
        return text + (f"\ninline auto use_{self._name} = &{self._name}<>;" if how.startswith("template") else "")

    def _fresh(self):
        self._count += 1
        name = f"v{self._count}"
        return name

    def _variable(self):
        names = [name for scope in self._scopes for name in scope]
        return self._random.choice(names) if names else None

    def _name_or_one(self):
        return self._variable() or "1u"

    def _block(self, depth):
        """Statements in a scope of their own."""
        self._scopes.append([])
        lines = [self._statement(depth) for _ in range(self._random.randint(1, 5))]
        self._scopes.pop()
        return "\n".join(lines)

    def _expression(self):
        name = self._name_or_one()
        return self._random.choice([name, f"move({name})", f"eat({name})", f"eat(move({name}))", f"(eat({name}), {name})",
                                    f"eat([&] {{ return eat({name}); }})", f"eat(&{name})", "1u", "made<u32>()",
                                    f"made<{self._program.type(1)}*>()", f"(eat() ? 1u : eat({name}))"])

    def _statement(self, depth):
        random = self._random
        plain = [self._declare, self._declare, self._declare, self._lambda, self._assign, self._use, self._binding, self._member]
        nested = [self._if, self._loop, self._switch, self._range, self._lock, self._scope]
        return random.choice(plain + (nested if depth else []))(depth)

    def _new(self, text):
        """Declares a variable, which is known from here on."""
        name = self._fresh()
        text = text.replace("NAME", name)
        self._scopes[-1].append(name)
        return text

    def _declare(self, _):
        random = self._random
        kind = self._program.type(random.randint(0, 2))
        choice = random.randrange(6)
        if choice == 0:
            return self._new(f"[[maybe_unused]] auto NAME = {self._expression()};")
        if choice == 1:
            return self._new(f"[[maybe_unused]] {random.choice(['auto&&', 'const auto&'])} NAME = {self._expression()};")
        if choice == 2 and self._variable():
            return self._new(f"[[maybe_unused]] auto& NAME = {self._variable()};")
        if choice == 3:
            return self._new(f"[[maybe_unused]] {self._program.declared(kind, 'NAME')};")
        if choice == 4 and self._variable():
            return self._new(f"[[maybe_unused]] auto* NAME = &{self._variable()};")
        if random.random() < .5 and "(*)" not in kind:
            return self._new(f"[[maybe_unused]] auto NAME = made<{kind}>();")
        return self._new(f"[[maybe_unused]] {self._program.declared(kind, 'NAME')} {{}};")

    def _lambda(self, depth):
        random = self._random
        name = self._variable()
        capture = random.choice(["&", "=", "", f"&{name}" if name else "", f"c = move({name})" if name else "c = 1u",
                                 f"&c = {name}" if name else "c = 2u"])
        uses = name if name and capture in ("&", "=", f"&{name}") else "c" if capture.startswith(("c", "&c")) else "1u"
        inner = random.choice([f"return eat({uses});", f"return [&] {{ return eat({uses}); }}();", f"(void)eat({uses});"])
        parameters = random.choice(["", "()", "(auto x)", "(u32 x = 1)", "(this auto&& self)"])
        made = self._new(f"[[maybe_unused]] auto NAME = [{capture}]{parameters}{random.choice([' mutable ', ' '])}"
                         f"{{ {'(void)x; ' if ' x' in parameters else ''}{inner} }};")
        made = made.replace(" self) mutable", " self)")
        return made if parameters.startswith("(auto") else made + f" {self._scopes[-1][-1]}();"

    def _assign(self, _):
        first, second = self._variable(), self._variable()
        if not first:
            return ";"
        return self._random.choice([f"{first} = move({second});", f"{first} = {second};", f"{first} = {{}};",
                                    f"{first} = decltype({first})();", f"{first} = made<decltype({first})>();"])

    def _use(self, _):
        return f"eat({self._expression()}); /*jump*/" if self._random.random() < .8 else f"(void)sizeof({self._expression()});"

    def _member(self, _):
        """A call that the type may or may not have."""
        name = self._variable()
        if not name:
            return ";"
        call = self._random.choice(["clear()", "m0", "value()", "take()", "reset()", "span()", "lent()", "g0()", "operator*()",
                                    "push({}, GFP_KERNEL)", "pop()", "lock()", "begin()", "clone()", "len()", "operator->()"])
        form = self._random.choice(["eat(NAME.CALL);", "[[maybe_unused]] auto&& held = NAME.CALL; eat(NAME, held);",
                                    "(void)NAME.CALL;", "eat(eat(NAME.CALL), move(NAME));"])
        if self._random.random() < .4:
            return f"{{ {form.replace('NAME', name).replace('CALL', call)} }}"
        body = form.replace("NAME", "q").replace("CALL", call)
        return f"[](auto& q) {{ if constexpr (requires {{ q.{call}; }}) {{ {body} }} }}({name});"

    def _binding(self, _):
        kind = self._random.choice(["auto", "auto&&", "const auto&"])
        first, second = self._fresh(), self._fresh()
        made = f"struct {{ {self._program.type(1)} a {{}}; u32 b = 1; }} s_{first};"
        self._scopes[-1] += [first, second]
        kind = "auto&" if self._random.random() < .7 else kind if kind != "auto" else "auto&"
        return f"{made} [[maybe_unused]] {kind} [{first}, {second}] = s_{first};"

    def _if(self, depth):
        return f"if ({self._random.choice(['eat()', 'u32 n = eat(); n', '1'])}) {{\n{self._block(depth - 1)}\n}} else {{\n" \
               f"{self._block(depth - 1)}\n}}"

    def _loop(self, depth):
        body = self._block(depth - 1) + self._random.choice(["", "\nif (eat()) break;", "\nif (eat()) continue;"])
        return self._random.choice([f"while (eat()) {{\n{body}\n}}", f"for (u32 i = 0; i < 3; i++) {{\n{body}\n}}",
                                    f"do {{\n{body}\n}} while (eat());", f"for (;;) {{\n{body}\nbreak;\n}}"])

    def _range(self, depth):
        vec = self._fresh()
        element = self._fresh()
        self._scopes[-1].append(vec)
        self._scopes.append([element])
        body = self._block(depth - 1)
        self._scopes.pop()
        return f"Vec<{self._program.type(1)}> {vec};\nfor ([[maybe_unused]] auto& {element} : {vec}) {{\n{body}\n}}"

    def _switch(self, depth):
        return (f"switch (eat()) {{\ncase 0: {{\n{self._block(depth - 1)}\n}}\n[[fallthrough]];\ncase 1:\ndefault: "
                f"{{\n{self._block(depth - 1)}\n}} break;\n}}")

    def _lock(self, depth):
        random = self._random
        lock, guard = self._fresh(), self._fresh()
        kind = random.choice(["Mutex", "SpinLock"])
        self._scopes[-1] += [lock, guard]
        return f"{kind}<{self._program.type(0)}> {lock}; [[maybe_unused]] auto {guard} = {lock}.lock();"

    def _scope(self, depth):
        return f"{{\n{self._block(depth - 1)}\n}}"


def generated(random):
    """The text of a program."""
    return Program(random).text()
