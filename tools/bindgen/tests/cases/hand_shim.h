// want: allocate lock untouched
#pragma once
typedef unsigned long size_t;
struct lock { int held; };
// A macro, a static inline function and a function: the first two have a hand-written shim.
#define allocate(size, ...) allocate_at(size, __LINE__)
void *allocate_at(size_t size, int line);
static inline void lock(struct lock *l, int level) { l->held = level; }
void untouched(struct lock *l);
