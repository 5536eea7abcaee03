// SPDX-License-Identifier: GPL-2.0
// SipHash-2-4, as its authors publish it, and random bytes that are the same at each run.
#include <bindings/collections.hpp>

namespace {

using u64 = bindings::u64;

struct State {
    u64 v0, v1, v2, v3;

    static u64 rotated(u64 value, unsigned by) { return value << by | value >> (64 - by); }
    void round()
    {
        v0 += v1, v1 = rotated(v1, 13) ^ v0, v0 = rotated(v0, 32);
        v2 += v3, v3 = rotated(v3, 16) ^ v2;
        v0 += v3, v3 = rotated(v3, 21) ^ v0;
        v2 += v1, v1 = rotated(v1, 17) ^ v2, v2 = rotated(v2, 32);
    }
    void take(u64 word)
    {
        v3 ^= word;
        round(), round();
        v0 ^= word;
    }
};

} // namespace

namespace bindings {
extern "C" {

u64 siphash(const void* bytes, size_t len, const siphash_key_t* key)
{
    const auto* at = static_cast<const unsigned char*>(bytes);
    State state {.v0 = key->key[0] ^ 0x736f6d6570736575,
                 .v1 = key->key[1] ^ 0x646f72616e646f6d,
                 .v2 = key->key[0] ^ 0x6c7967656e657261,
                 .v3 = key->key[1] ^ 0x7465646279746573};
    u64 word = 0;
    for (size_t i = 0; i < len; i++) {
        word |= static_cast<u64>(at[i]) << 8 * (i % 8);
        if (i % 8 == 7) {
            state.take(word);
            word = 0;
        }
    }
    state.take(word | static_cast<u64>(len) << 56);
    state.v2 ^= 0xff;
    state.round(), state.round(), state.round(), state.round();
    return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
}
u64 siphash_1u64(u64 word, const siphash_key_t* key) { return siphash(&word, sizeof(word), key); }

void get_random_bytes(void* bytes, size_t len)
{
    static u64 state = 0x9e3779b97f4a7c15;
    for (size_t i = 0; i < len; i++) {
        state = state * 6364136223846793005 + 1442695040888963407;
        static_cast<unsigned char*>(bytes)[i] = static_cast<unsigned char>(state >> 56);
    }
}

} // extern "C"
} // namespace bindings
