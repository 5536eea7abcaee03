// SPDX-License-Identifier: GPL-2.0
// The coarse and the exact time of one clock.
#include <keel/time/instant.hpp>
using namespace keel;
Duration behind() { return Instant<clock::Monotonic>::now() - Instant<clock::Monotonic>::now_coarse(); }
bool has_passed(Instant<clock::Realtime> when) { return Instant<clock::Realtime>::now_coarse() >= when; }
auto until() { return Deadline<clock::Tai>::at(Instant<clock::Tai>::now_coarse() + Duration::secs(1)); }
