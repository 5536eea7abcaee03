// want: EINVAL GFP_KERNEL NAME NEGATIVE LONG_MAX HUGE CHAR SELF COLOR SIZE FLAG ESCAPED call_me pointer EMPTY
// want: UNDEFINED
#define EINVAL 22
typedef unsigned int gfp_t;
#define GFP_KERNEL ((gfp_t)(0x400u | 0x800u))
#define NAME "keel"
#define NEGATIVE (-7)
#define LONG_MAX ((long)(~0UL >> 1))
#define HUGE 0xffffffffffffffffull
#define CHAR 'x'
enum self { SELF = 3 };
#define SELF SELF
enum color { RED, GREEN };
#define COLOR GREEN
#define SIZE sizeof(struct { int a; long b; })
#define FLAG ((_Bool)1)
#define ESCAPED "a\tb\"c\\"
#define call_me(x) (x)
#define pointer ((void *)0)
#define EMPTY
