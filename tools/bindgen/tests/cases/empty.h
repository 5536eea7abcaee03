// want: nothing holds_nothing nothing_aligned empty_union
struct nothing {};
struct holds_nothing { int before; struct nothing n; int after; };
struct nothing_aligned {} __attribute__((aligned(8)));
union empty_union {};
