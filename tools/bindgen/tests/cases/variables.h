// want: counter list address names_ops operator_ unnamed
struct ops { int (*f)(void); };
struct other;
extern volatile unsigned long counter;
extern struct ops list[];
extern const void address;
extern const struct ops names_ops;
extern const struct other *operator;
extern struct { int lone; } unnamed[2];
