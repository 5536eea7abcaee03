// want: message table in_union zero
struct message { unsigned int length; unsigned char data[]; };
struct entry { int key; };
struct table { unsigned long count; struct entry entries[]; };
// How the kernel's DECLARE_FLEX_ARRAY says it.
struct in_union { int kind; union { struct { struct { } empty_words; unsigned int words[]; }; struct { struct { } empty_bytes; char bytes[]; }; }; };
struct zero { short n; char old_style[0]; };
