// SPDX-License-Identifier: GPL-2.0
// How containers that hash spread keys over their chains.
// C headers: include/linux/hash.h, include/linux/siphash.h
#pragma once

#include <bindings/collections.hpp>
#include <keel/core/bytes.hpp>
#include <keel/core/str.hpp>
#include <keel/core/unsafe.hpp>

namespace keel {

/// Spreads a number over 64 bits, as the kernel's hash_64 does: the upper bits are the good ones.
template <Integer T> KEEL_INLINE constexpr u64 hash_value(const T& key)
{
    return static_cast<u64>(key) * 0x61c8'8646'80b5'83eb;
}

/// Spreads text. Not for text that an attacker chooses: see SipHash.
KEEL_ANY_CONTEXT constexpr u64 hash_value(const Str& key)
{
    u64 hash = 0xcbf2'9ce4'8422'2325;
    for (usize i = 0; i < key.len(); i++)
        hash = (hash ^ static_cast<u8>(key[i])) * 0x100'0000'01b3;
    return hash_value(hash);
}

/// A key that a container hashes: it can be compared, and `hash_value(key)` gives a number whose upper bits differ for
/// most keys.
template <class K>
concept Hashable = requires(const K& key) {
    { hash_value(key) } -> SameAs<u64>;
    { key == key } -> SameAs<bool>;
};

/// Hashes keys by their hash_value: for keys that nobody chooses in order to harm.
struct PlainHash {
    template <Hashable K> KEEL_INLINE constexpr u64 operator()(const K& key) const { return hash_value(key); }
};

/// Hashes numbers, text, and structs of numbers with a secret of its own: for keys that come from outside, so that
/// nobody can make them all fall into one chain.
class KEEL_SEND KEEL_SYNC SipHash {
public:
    /// With a secret that nobody knows.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT SipHash()
    {
        UNSAFE("fills the secret") { bindings::get_random_bytes(&secret_, sizeof(secret_)); }
    }
    /// With this secret: the same hashes each time.
    constexpr SipHash(u64 low, u64 high) : secret_ {{low, high}} {}

    template <Integer T> KEEL_ANY_CONTEXT KEEL_INLINE u64 operator()(const T& key) const
    {
        UNSAFE("no condition: computes") { return bindings::siphash_1u64(static_cast<u64>(key), &secret_); }
    }
    KEEL_ANY_CONTEXT u64 operator()(const Str& key) const { return of_bytes(key.data(), key.len()); }
    template <AsBytes T>
        requires(!Integer<T>)
    KEEL_ANY_CONTEXT u64 operator()(const T& key) const
    {
        return of_bytes(&key, sizeof(key));
    }

private:
    KEEL_ANY_CONTEXT u64 of_bytes(const void* bytes, usize len) const
    {
        UNSAFE("callers pass what they borrow, all of it") { return bindings::siphash(bytes, len, &secret_); }
    }

    bindings::siphash_key_t secret_;
};

/// What hashes keys of type K for a container: the upper bits are the good ones.
template <class H, class K>
concept Hasher = requires(const H& hash, const K& key) {
    { hash(key) } -> SameAs<u64>;
    { key == key } -> SameAs<bool>;
};

} // namespace keel
