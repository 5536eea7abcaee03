// want: plain nothing with_callback returns_pointer takes_array takes_struct variadic extern_inline fortified
struct thing { int v; };
typedef struct { long x; } anonymous_t;
static inline int plain(int a, const struct thing *b) { return a + b->v; }
static __inline__ __attribute__((always_inline)) void nothing(void) {}
static inline void with_callback(void (*callback)(int, void *), void *data) { callback(1, data); }
static inline const char *const *returns_pointer(_Bool b) { return 0; }
static inline int takes_array(const int values[4]) { return values[0]; }
static inline struct thing takes_struct(struct thing t, anonymous_t a) { return t; }
static inline int variadic(const char *f, ...) { return 0; }
// A function with a symbol, whose inline body the compiler may use instead.
extern inline __attribute__((gnu_inline)) int extern_inline(int a) { return a; }
// Once more as an overload, as the kernel's fortified functions are: the symbol stays the plain one.
int fortified(const char *s, int n);
extern inline __attribute__((gnu_inline, overloadable)) int fortified(const char *const s __attribute__((pass_object_size(1))), int n)
{
	return n;
}
