// SPDX-License-Identifier: GPL-2.0
// A small value that is read far more often than changed, by readers who never wait for each other.
// C header: include/linux/seqlock.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/sync/lock.hpp>

namespace keel {

/// A T that is read as a whole, as one of its writers left it, without a lock: a reader that meets a writer reads
/// again.
///
/// Readers get copies, so there is no guard, and T is plain: trivially copyable, a few words long.
///
/// # Context
/// Any. A reader spins while a writer writes: what an interrupt handler reads is written with the `_irqsave` functions.
/// # Invariants
/// raw_ is an initialised seqlock at a fixed address; data_ is changed by its holder, with the count odd.
template <class T> class KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND SeqLock {
    static_assert(TriviallyCopyable<T> && TriviallyDestructible<T>,
                  "a SeqLock holds plain data: its readers copy bytes");

public:
    constexpr SeqLock() : SeqLock(T {}) {}
    constexpr SeqLock(T value) : data_ {.value = value}
    {
        if consteval {
            raw_ = {};
            detail::make_unlocked(raw_);
        } else {
            UNSAFE("raw_ is at its final address: a SeqLock cannot be moved")
            {
                bindings::seqlock_init(&raw_, "keel::SeqLock", LockClass<SeqLock>::raw());
            }
            put(value);
        }
    }
    SeqLock(const SeqLock&) = delete;
    SeqLock& operator=(const SeqLock&) = delete;

    /// The value, as it was at some moment of this call.
    KEEL_ANY_CONTEXT KEEL_INLINE T load() const
    {
        UNSAFE("an initialised seqlock: invariant; a copy that met a writer is thrown away")
        {
            for (;;) {
                const unsigned begun = bindings::read_seqbegin(&raw_);
                const Words copied = words();
                if (!bindings::read_seqretry(&raw_, begun)) [[likely]]
                    return value_of(copied);
            }
        }
    }

    KEEL_ANY_CONTEXT KEEL_INLINE void store(T value) const
    {
        update([&](T& old) { old = value; });
    }

    /// Changes the value by `section(value)`, alone among writers, and returns what it returns. It must not sleep.
    template <class Section> KEEL_INLINE auto update(Section section KEEL_ATOMIC_CALLBACK) const
    {
        UNSAFE("an initialised seqlock: invariant") { bindings::write_seqlock(&raw_); }
        const Unlock at_end {&raw_};
        return change(section);
    }

    /// As `update`, with this CPU's interrupts off.
    template <class Section> KEEL_INLINE auto update_irqsave(Section section KEEL_ATOMIC_CALLBACK) const
    {
        unsigned long flags;
        UNSAFE("an initialised seqlock: invariant") { flags = bindings::write_seqlock_irqsave(&raw_); }
        const UnlockIrqrestore at_end {&raw_, flags};
        return change(section);
    }

private:
    /// The bytes of a T in words, which are read and written one by one while somebody else may do so.
    struct Words {
        unsigned long at[(sizeof(T) + sizeof(long) - 1) / sizeof(long)];
    };
    /// The words, and what they are before any code runs: a constant has no words.
    union Data {
        T value;
        Words words;
    };
    struct KEEL_ATOMIC_GUARD Unlock {
        bindings::seqlock_t* raw;
        ~Unlock()
        {
            UNSAFE("held by this CPU since update") { bindings::write_sequnlock(raw); }
        }
    };
    struct KEEL_ATOMIC_GUARD UnlockIrqrestore {
        bindings::seqlock_t* raw;
        unsigned long flags;
        ~UnlockIrqrestore()
        {
            UNSAFE("held by this CPU since update_irqsave") { bindings::write_sequnlock_irqrestore(raw, flags); }
        }
    };

    template <class Section> KEEL_INLINE auto change(Section& section) const
    {
        /// Writes back what was changed, after the result of the section was made.
        struct PutBack {
            const SeqLock& lock;
            T value;
            ~PutBack() { lock.put(value); }
        };
        PutBack changed {*this, value_of(words())};
        return section(changed.value);
    }

    KEEL_INLINE Words words() const
    {
        Words copy;
        for (usize i = 0; i < sizeof(copy.at) / sizeof(long); i++)
            copy.at[i] = __atomic_load_n(&data_.words.at[i], __ATOMIC_RELAXED);
        return copy;
    }
    KEEL_INLINE void put(const T& value) const
    {
        Words copy {};
        UNSAFE("a T is bytes, and a Words has room for them") { __builtin_memcpy(&copy, &value, sizeof(T)); }
        for (usize i = 0; i < sizeof(copy.at) / sizeof(long); i++)
            __atomic_store_n(&data_.words.at[i], copy.at[i], __ATOMIC_RELAXED);
    }
    KEEL_INLINE static T value_of(const Words& words)
    {
        union Copy {
            char nothing;
            T value;
            Copy() : nothing {} {}
        } copy;
        UNSAFE("the bytes are those of a T, put there by put()") { __builtin_memcpy(&copy.value, &words, sizeof(T)); }
        return copy.value;
    }

    mutable bindings::seqlock_t raw_;
    mutable Data data_;
};

} // namespace keel
