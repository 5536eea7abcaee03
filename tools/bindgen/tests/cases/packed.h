// want: wire partly raised over_aligned member_aligned weak_member holder
struct wire { unsigned char kind; unsigned int length; unsigned long long offset; } __attribute__((packed));
struct partly { unsigned char a; unsigned int b __attribute__((packed)); unsigned int c; };
struct raised { unsigned char a; unsigned int b; } __attribute__((packed, aligned(4)));
struct over_aligned { int a; char b; } __attribute__((aligned(64)));
struct member_aligned { char a; char b __attribute__((aligned(16))); int c; };
// A typedef that lowers the alignment is not written: the record is packed instead.
typedef unsigned long long u64_at_4 __attribute__((aligned(4)));
struct weak_member { unsigned int a; u64_at_4 b; };
struct holder { char c; struct wire w; struct over_aligned o; };
