// want: color big signed_values byte_enum ANONYMOUS_TWO mode_t holder forward_user
enum color { RED, GREEN = 5, BLUE };
enum big { BIG = 0x100000000ull, BIGGER };
enum signed_values { MINUS = -1, PLUS = 1 };
enum byte_enum { SMALL = 1, HIGH = 0xff } __attribute__((packed));
enum { ANONYMOUS_ONE = 1, ANONYMOUS_TWO };
typedef enum { MODE_A, MODE_B } mode_t;
struct holder { enum color c; enum byte_enum b; mode_t m; enum { INSIDE } i; };
enum later;
struct forward_user { enum later *p; };
