// want: u64 same clash clash_user array_t fixed vector_user va_user is_bool size_user
typedef unsigned long long __u64;
typedef __u64 u64;
typedef unsigned long size_t;
typedef struct same { int s; } same;
// A typedef and a tag of the same name that are different types: C++ has one name space for both.
struct clash { int c; };
typedef unsigned long clash;
struct clash_user { struct clash tag; clash alias; };
struct element { int e; };
typedef struct element array_t[3];
extern const array_t fixed;
typedef int vector_t __attribute__((vector_size(16)));
struct vector_user { char c; vector_t v; };
typedef __builtin_va_list va_list;
int va_user(const char *format, va_list args);
typedef _Bool bool;
bool is_bool(bool b);
size_t size_user(const volatile void *p, size_t n, unsigned char *restrict q);
