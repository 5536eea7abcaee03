// want: outer named_members nested tagged anonymous_typedef
struct outer { int kind; union { int a; struct { short b, c; }; }; struct { long d; } __attribute__((aligned(32))); };
// C++ has no type definition inside an anonymous union: types of named members move out and get a name.
struct named_members { struct { int x, y; } point; union { struct { char bytes[4]; } cells[2]; long word; }; };
struct nested { union { struct { struct { int deep; } inner; } middle; }; };
// A type with a tag that is defined inside another has file scope in C.
struct tagged { struct inside { int i; } in; enum inside_enum { FIRST, SECOND } e; };
typedef struct { int counter; } anonymous_typedef;
