// want: plain crossing mixed wide in_union packed_bits
struct plain { unsigned int a : 3, b : 5; unsigned int c; };
// A zero width closes the storage unit; an unnamed one leaves a gap.
struct crossing { unsigned char a : 4; unsigned char : 0; unsigned char b : 2; unsigned char : 3; unsigned char c : 3; };
struct mixed { unsigned short head; unsigned int flag : 1; signed int small : 7; unsigned long long rest : 40; _Bool last : 1; };
struct wide { unsigned long low : 12, high : 52; char after; };
struct in_union { union { struct { unsigned int lo : 16, hi : 16; }; unsigned int both; }; };
struct packed_bits { unsigned int a : 5; unsigned int b : 30; unsigned char c; } __attribute__((packed));
