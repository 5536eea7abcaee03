# SPDX-License-Identifier: GPL-2.0
"""Ways to break a correct driver. Each finds its places in a source by itself and says which rules may refuse the result.

An operator is a function: text -> [(line, mutant)]; `line` is where it changed the text.
"""

import re

OPERATORS = {}

# A statement of one line that takes a lock of any kind.
GUARD = r"^( +)auto (\w+) = (?:TRY\()?((?:\w+(?:\.|->))*\w+)(?:\.|->)lock(?:_irqsave|_interruptible)?\(\)\)?;$"
# A statement of one line that moves a variable, and goes on after it.
MOVE = r"(?<=[;{}]\n)( +)((?:TRY\(|auto |\w+ = |\w+\()[^;]*\bmove\((\w+)\)[^;]*;)$"


def operator(*rules):
    """Registers an operator; a mutant of it must be refused by one of `rules` (a fragment of the message)."""
    def register(function):
        OPERATORS[function.__name__] = (function, rules)
        return function
    return register


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def replaced(text, pattern, by):
    """One mutant for each match of `pattern`."""
    return [(line_of(text, match.start()), text[:match.start()] + match.expand(by) + text[match.end():])
            for match in re.finditer(pattern, text, re.M)]


def spinlocks(text):
    """What is declared with the type SpinLock: members, parameters, variables."""
    return "|".join(sorted({name for name in re.findall(r"SpinLock<[^;(){},]*>&? (\w+)", text)})) or "(?!)"


def spin_guard(text):
    """A statement that takes a spinlock, for `replaced`."""
    return rf"^( +)(auto \w+ = (?:\w+(?:\.|->))?(?:{spinlocks(text)})(?:\.|->)lock(?:_irqsave)?\(\);)$"


# What the mutants call; declared in front of the first namespace or class.
DECLARATIONS = "void keel_mutant_sleeps();\n"


def with_declarations(mutants):
    return [(line + 1, re.sub(r"^(using namespace keel;\n)", r"\1" + DECLARATIONS, text, count=1, flags=re.M))
            for line, text in mutants]


@operator("keel-atomic-context")
def sleep_under_spinlock(text):
    return with_declarations(replaced(text, spin_guard(text), r"\1\2\n\1keel_mutant_sleeps();"))


@operator("keel-atomic-context")
def sleep_in_section(text):
    return with_declarations(replaced(
        text, rf"((?:{spinlocks(text)})\.with\(\[[^\]]*\]\([^)]*\) \{{)", r"\1 keel_mutant_sleeps();"))


@operator("keel-atomic-context")
def allocate_with_gfp_kernel_under_spinlock(text):
    return replaced(text, r"GFP_(?:ATOMIC|NOWAIT(?:\.nowarn\(\))?)", "GFP_KERNEL")


@operator("keel-dangling", "keel-return-unbound", "stack memory")
def return_what_the_guard_protects(text):
    return replaced(text, r"^( +)auto (\w+) = (\w+)\.lock(?:_irqsave)?\(\);$",
                    r"\1[[maybe_unused]] auto mutant = [&]() -> auto& { auto again = \3.lock(); return *again; };\n\g<0>")


@operator("-Wdangling", "keel-dangling")
def lock_for_one_statement(text):
    return replaced(text, r"^( +)auto (\w+) = (\w+)\.(lock(?:_irqsave)?)\(\);$",
                    r"\1[[maybe_unused]] auto& mutant = *\3.\4();\n\1(void)mutant;\n\g<0>")


@operator("keel-use-after-move")
def unlock_early(text):
    return replaced(text, r"^( +)auto (\w+) = (\w+)\.lock(?:_irqsave)?\(\);$(?=(?:\n.*){0,3}\n.*\b\2(?:->|\)))",
                    r"\g<0>\n\1{ auto mutant = move(\2); }")


@operator("ignoring return value")
def guard_not_kept(text):
    return replaced(text, r"^( +)auto (\w+) = (\w+)\.(lock(?:_irqsave)?)\(\);$", r"\1\3.\4();\n\g<0>")


@operator("keel-use-after-move", "keel-move-from-borrow")
def move_twice(text):
    return replaced(text, r"(?<=[;{}]\n)( +)((?:return |TRY\(|auto |\w+ = |\w+\()[^;]*\bmove\((\w+)\)[^;]*;)$",
                    r"\1[[maybe_unused]] auto mutant = move(\3);\n\1\2")


@operator("keel-exclusive", "keel-exclusive-args")
def clear_while_iterating(text):
    mutants = []
    for match in re.finditer(r"^( +)for \((?:const )?[\w<>:]+& \w+ : (\w+)\)(?: \{)?\n", text, re.M):
        if re.search(rf"Vec<[^;]*> {match[2]}\b|Vec<[^;(]*>& {match[2]}\b", text) and not const_here(text, match):
            opened = match[0].endswith("{\n")
            body = match[0] if opened else match[0].replace(")\n", ") {\n")
            end = "" if opened else "}"
            rest = text[match.end():]
            statement = "" if opened else rest[:rest.index(";\n") + 2]
            mutants.append((line_of(text, match.start()), text[:match.start()] + body + f"{match[2]}.clear();\n" + statement +
                            end + ("" if opened else "\n") + rest[len(statement):]))
    return mutants


def const_here(text, match):
    """Whether the loop is in a const function, or over a const parameter."""
    before = text[:match.start()]
    head = before[before.rindex("\n\n"):]
    return bool(re.search(rf"\) const(?: KEEL_LIFETIME_BOUND)?\n|const Vec<[^;]*>& {match[2]}\b", head))


@operator("keel-exclusive")
def keep_an_element_across_a_change(text):
    return replaced(text, r"^( +)((?:TRY\()?(\w+(?:\.|->|\.\w+\.|->\w+\.))(?:push|pop|clear|truncate|resize|extend)\(.*;)$",
                    r"\1auto mutant = \3get(0);\n\1\2\n\1(void)mutant.is_some();")


@operator("keel-uninit")
def declare_without_value(text):
    return replaced(text, r"^( +)(?:const )?(usize|u8|u32|u64|bool|i32) (\w*[a-z]) = ([^;{}]+);$", r"\1\2 \3;\n\1\3 = \4;")


@operator("ignoring return value")
def drop_the_error(text):
    return replaced(text, r"^( +)TRY\((.*)\);$", r"\1\2;")


@operator("keel-return-unbound", "keel-borrow-escapes")
def forget_what_is_borrowed(text):
    return replaced(text, r"^(?!.*explicit)(.*) KEEL_LIFETIME_BOUND(?=.*(?:\{|$))", r"\1")


@operator("keel-publish-last")
def publish_first(text):
    mutants = []
    members = re.compile(r"^((?: {4}(?!static|return)[\w:<>, ]+ \w+;\n)+)( {4}\w+::Registration<[^;]*> device;\n)", re.M)
    made = re.compile(r"return \{(\.[^;]*?),\s*(\.device = [^;]*)\};")
    for match in members.finditer(text):
        swapped = text[:match.start()] + match[2] + match[1] + text[match.end():]
        mutants.append((line_of(text, match.start()), made.sub(r"return {\2, \1};", swapped)))
    return mutants


@operator("keel-mutable-field")
def mutable_member(text):
    return replaced(text, r"^( {4})(\w+::Registration<)", r"\1mutable u32 mutant = 0;\n\1\2")


@operator("keel-borrow-field")
def borrow_in_a_field(text):
    return replaced(text, r"^( {4})(\w+::Registration<)", r"\1Span<const u8> mutant = {};\n\1\2")


@operator("keel-mutable-global")
def count_in_a_static(text):
    return replaced(text, r"^( +)(auto \w+ = \w+\.lock(?:_irqsave)?\(\);)$",
                    r"\1static constinit u32 mutant = 0;\n\1mutant++;\n\1\2")


@operator("keel-borrow-escapes")
def timer_borrows(text):
    return replaced(text, r"\[(\w) = (\w+)\.clone\(\)\]", r"[&\1 = \2]")


@operator("keel-unsafe-op")
def without_unsafe(text):
    return replaced(text, r"UNSAFE\(\"[^\"]*\"\)", "")


@operator("keel-bindings-reach")
def call_c_directly(text):
    return replaced(text, r"^( +)(pr_\w+\()",
                    r'\1UNSAFE("the format has no arguments") { bindings::_printk("x"); }' + "\n" + r"\1\2")[:2]


@operator("keel-goto")
def jump_to_the_end(text):
    return replaced(text, r"^( +)return 0L;$", r"\1goto mutant;\n\1mutant:\n\1return 0L;")[:2]


@operator("hook", "must be", "define read, write or ioctl")
def operation_misnamed(text):
    return replaced(text, r"(Result<usize> )(read|write)(?=\((?:const fs::File& \w+, )?User(?:Writer|Reader)&)", r"\1\2x")


@operator("keel-atomic-context")
def sleep_indirectly_under_spinlock(text):
    ways = ["auto mutant = [] { keel_mutant_sleeps(); }; mutant();",
            "struct Mutant { ~Mutant() { keel_mutant_sleeps(); } }; Mutant mutant;",
            "void (*mutant)() = keel_mutant_sleeps; mutant();",
            "struct Mutant { virtual void run() { keel_mutant_sleeps(); } }; Mutant mutant; mutant.run();",
            "[&](auto f) { f(); }(keel_mutant_sleeps);",
            "Mutex<u32> mutant; auto held = mutant.lock();",
            "auto mutant = Box<u64>::create(GFP_KERNEL, 1u); (void)mutant.is_ok();"]
    return with_declarations([mutant for way in ways for mutant in replaced(text, spin_guard(text), rf"\1\2\n\1{way}")])


@operator("keel-dangling", "keel-exclusive")
def keep_a_reference_past_the_guard(text):
    return replaced(text, GUARD, r"\g<0>\n\1auto& mutant = *\2;\n\1{ auto gone = move(\2); }\n\1(void)&mutant;")


@operator("keel-dangling")
def keep_a_pointer_past_the_scope(text):
    return replaced(text, GUARD, r"\1decltype(&*\3.lock()) mutant = nullptr;\n\1{ auto inner = \3.lock(); mutant = &*inner; }\n"
                                 r"\1(void)mutant;\n\g<0>")


@operator("keel-borrow-escapes", "keel-dangling", "keel-return-unbound")
def return_a_reference_from_a_section(text):
    return replaced(text, GUARD, r"\1auto mutant = \3.with([](auto& data) { return Option<decltype(data)>(data); });\n"
                                 r"\1(void)mutant.is_some();\n\g<0>")


@operator("keel-borrow-escapes", "keel-dangling")
def let_a_reference_out_of_a_section(text):
    return replaced(text, GUARD, r"\1Option<decltype(*\3.lock())> mutant;\n\1\3.with([&](auto& data) { mutant = data; });\n"
                                 r"\1(void)mutant.is_some();\n\g<0>")


@operator("keel-exclusive", "keel-use-after-move")
def keep_a_reference_to_what_is_moved(text):
    return replaced(text, MOVE, r"\1const auto& mutant = \3;\n\1\2\n\1(void)&mutant;")


@operator("keel-use-after-move", "keel-move-from-borrow")
def move_on_one_path(text):
    return replaced(text, MOVE, r"\1if (__builtin_return_address(0)) { [[maybe_unused]] auto mutant = move(\3); }\n\1\2")


@operator("keel-use-after-move", "keel-move-from-borrow")
def move_into_a_closure(text):
    return replaced(text, MOVE, r"\1[[maybe_unused]] auto mutant = [taken = move(\3)] { (void)taken; };\n\1\2")


@operator("keel-use-after-move", "keel-move-from-borrow")
def move_in_a_loop(text):
    return replaced(text, MOVE.replace("auto |", ""), r"\1for (int mutant = 0; mutant < 2; mutant++) { \2 }")


@operator("keel-exclusive")
def keep_an_element_past_a_new_value(text):
    return replaced(text, r"^( +)for \((?:const )?[\w<>:]+& \w+ : (\w+)\)(?: \{)?$",
                    r"\1auto mutant = \2.get(0);\n\1\2 = {};\n\1(void)mutant.is_some();\n\g<0>")
