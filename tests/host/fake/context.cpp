// SPDX-License-Identifier: GPL-2.0
#include "context.hpp"

#include "fake.hpp"

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include <sched.h>
#include <unistd.h>

namespace {

#if __has_feature(thread_sanitizer)
constexpr bool checks_order = false;
#else
constexpr bool checks_order = true;
#endif

/// A lock that is held, as the thread remembers it.
struct Held {
    unsigned* word;
    unsigned lock_class;
    bool sleeps;
    bool with_irqs_off;
};

/// Where a thread is.
struct Here {
    std::vector<Held> held;
    unsigned spinning = 0; // spinlocks held, and other reasons
    bool irqs_off = false;
    bool in_interrupt = false;
};

Here& here()
{
    static thread_local Here here;
    return here;
}

/// A class of locks, and which it was held before.
struct Class {
    std::string name;
    std::set<unsigned> then;
    bool in_interrupts = false;
    bool with_irqs_on = false;
};

/// All classes. Each has eight numbers in a row: its subclasses.
struct Classes {
    std::mutex lock;
    std::map<const void*, unsigned> numbers;
    std::map<unsigned, Class> classes;

    unsigned number(const void* key, const char* name)
    {
        const auto [found, fresh] = numbers.emplace(key, 8 * (static_cast<unsigned>(numbers.size()) + 1));
        if (fresh)
            for (unsigned i = 0; i < 8; i++)
                classes[found->second + i].name = i ? std::string(name) + "/" + std::to_string(i) : name;
        return found->second;
    }

    bool leads(unsigned from, unsigned to, std::set<unsigned>& seen)
    {
        if (from == to)
            return true;
        if (!seen.insert(from).second)
            return false;
        for (unsigned next : classes[from].then)
            if (leads(next, to, seen))
                return true;
        return false;
    }
};

// Locks of the program's static objects may be taken before and after those of this file would live.
Classes& classes()
{
    static Classes* all = new Classes;
    return *all;
}

constexpr unsigned class_shift = 8;

unsigned class_of(unsigned* word)
{
    unsigned found = __atomic_load_n(word, __ATOMIC_RELAXED) >> class_shift;
    if (found == 0) {
        std::lock_guard guard(classes().lock);
        found = classes().number(word, "a global lock");
        if (__atomic_load_n(word, __ATOMIC_RELAXED) >> class_shift == 0)
            __atomic_fetch_or(word, found << class_shift, __ATOMIC_RELAXED);
    }
    return found;
}

const char* name_of(unsigned lock_class) { return classes().classes[lock_class].name.c_str(); }

/// What keeps this thread from sleeping, or null.
const char* why_atomic(const Here& at)
{
    if (at.in_interrupt)
        return "in an interrupt handler";
    if (at.irqs_off)
        return "with interrupts off";
    return at.spinning ? "in atomic context" : nullptr;
}

/// Remembers that `next` was waited for while `held` was held.
void order(const Held& held, unsigned next, const fake::Taking& taking)
{
    if (held.lock_class == next)
        fake::die("two locks of one class are taken at once, which is an order only with a subclass: ", name_of(next),
                  ", by ", taking.function);
    std::set<unsigned> seen;
    if (classes().leads(next, held.lock_class, seen))
        fake::die("lock order inversion: ", name_of(next),
                  " is taken while this is held, and elsewhere the other way round: ", name_of(held.lock_class));
    classes().classes[held.lock_class].then.insert(next);
}

void use_in_context(unsigned lock_class, const fake::Taking& taking)
{
    Class& used = classes().classes[lock_class];
    if (here().in_interrupt)
        used.in_interrupts = true;
    else if (!here().irqs_off)
        used.with_irqs_on = true;
    if (used.in_interrupts && used.with_irqs_on && !taking.sleeps)
        fake::die("a lock that an interrupt handler takes is also taken with interrupts on: ", name_of(lock_class));
}

} // namespace

namespace fake {

void set_class(unsigned* word, const char* name, const void* key)
{
    unsigned number = 0;
    if (checks_order) {
        std::lock_guard guard(classes().lock);
        number = classes().number(key, name);
    }
    __atomic_store_n(word, number << class_shift, __ATOMIC_RELAXED);
}

void may_sleep(const char* function)
{
    if (const char* why = why_atomic(here()))
        die("sleep ", why, ": ", function);
}

void before_waiting(const Taking& taking)
{
    if (taking.sleeps)
        may_sleep(taking.function);
    for (const Held& held : here().held)
        if (held.word == taking.word)
            die("a lock is taken twice, and the kernel would wait for ever: ", taking.function);
    if (!checks_order)
        return;
    const unsigned lock_class = class_of(taking.word) + taking.subclass;
    std::lock_guard guard(classes().lock);
    use_in_context(lock_class, taking);
    for (const Held& held : here().held)
        order(held, lock_class, taking);
}

void taken(const Taking& taking)
{
    const unsigned lock_class = checks_order ? class_of(taking.word) + taking.subclass : 0;
    here().held.push_back({taking.word, lock_class, taking.sleeps, here().irqs_off});
    here().spinning += !taking.sleeps;
}

void released(unsigned* word, const char* function)
{
    auto& held = here().held;
    for (size_t i = held.size(); i-- > 0;) {
        if (held[i].word != word)
            continue;
        here().spinning -= !held[i].sleeps;
        held.erase(held.begin() + static_cast<long>(i));
        return;
    }
    die("a lock is released that this thread does not hold: ", function);
}

// The flags are those of the processor, of which one bit counts.
constexpr unsigned long interrupt_flag = 0x200, other_flags = 0x46;

unsigned long irqs_save()
{
    const bool were_off = here().irqs_off;
    here().irqs_off = true;
    return other_flags | (were_off ? 0 : interrupt_flag);
}

void irqs_restore(unsigned long flags)
{
    if ((flags & ~interrupt_flag) != other_flags)
        die("unbalanced interrupt state: what is restored was never saved");
    if (!here().irqs_off)
        die("unbalanced interrupt state: they are restored, and were on already");
    if (flags & interrupt_flag)
        irqs_on();
}

void irqs_off()
{
    if (here().irqs_off)
        die("unbalanced interrupt state: they are switched off, and were off already");
    here().irqs_off = true;
}

void irqs_on()
{
    if (!here().irqs_off)
        die("unbalanced interrupt state: they are switched on, and were on already");
    for (const Held& held : here().held)
        if (held.with_irqs_off && !held.sleeps)
            die("unbalanced interrupt state: they go on while a lock is held that was taken with interrupts off");
    here().irqs_off = false;
}

void softirqs_off()
{
    if (here().irqs_off || here().in_interrupt)
        die("softirqs are switched off or on where interrupts are off");
    begin_atomic();
}

void softirqs_on()
{
    if (here().irqs_off || here().in_interrupt)
        die("softirqs are switched off or on where interrupts are off");
    end_atomic();
}

void begin_atomic() { here().spinning++; }

void end_atomic()
{
    if (here().spinning == 0)
        die("an atomic section ends that was not begun");
    here().spinning--;
}

void check_idle(const char* where)
{
    if (!here().held.empty())
        die("a lock is held at the end of ", where);
    if (here().irqs_off)
        die("unbalanced interrupt state: they are off at the end of ", where);
    if (here().spinning != 0)
        die("an atomic section is open at the end of ", where);
}

unsigned locks_held() { return static_cast<unsigned>(here().held.size()); }

void interrupt_handler(void (*handler)(void*), void* argument)
{
    // On another stack than a thread, as it were: it has locks of its own.
    Here interrupted = here();
    here() = Here {};
    here().in_interrupt = true;
    handler(argument);
    here().in_interrupt = false;
    check_idle("an interrupt handler");
    here() = interrupted;
}

void pause(unsigned n)
{
    if (n < 64)
        sched_yield();
    else
        usleep(100);
}

} // namespace fake
