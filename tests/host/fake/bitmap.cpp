// SPDX-License-Identifier: GPL-2.0
// The kernel's functions for rows of bits, one bit at a time.
#include <bindings/collections.hpp>

namespace {

constexpr unsigned long word_bits = 8 * sizeof(unsigned long);

bool bit(const unsigned long* words, unsigned long index) { return words[index / word_bits] >> index % word_bits & 1; }

unsigned long find(const unsigned long* words, unsigned long len, unsigned long from, bool wanted)
{
    while (from < len && bit(words, from) != wanted)
        from++;
    return from < len ? from : len;
}

} // namespace

namespace bindings {
extern "C" {

unsigned long find_next_bit(const unsigned long* words, unsigned long len, unsigned long from)
{
    return find(words, len, from, true);
}
unsigned long find_next_zero_bit(const unsigned long* words, unsigned long len, unsigned long from)
{
    return find(words, len, from, false);
}
using Weight = decltype(bitmap_weight(nullptr, 0)); // an int, or an unsigned int
Weight bitmap_weight(const unsigned long* words, unsigned int len)
{
    Weight n = 0;
    for (unsigned int i = 0; i < len; i++)
        n += bit(words, i);
    return n;
}
void bitmap_set(unsigned long* words, unsigned int from, unsigned int n)
{
    for (unsigned int i = from; i < from + n; i++)
        words[i / word_bits] |= 1ul << i % word_bits;
}
void bitmap_clear(unsigned long* words, unsigned int from, unsigned int n)
{
    for (unsigned int i = from; i < from + n; i++)
        words[i / word_bits] &= ~(1ul << i % word_bits);
}

} // extern "C"
} // namespace bindings
