// want: container untouched
struct inner_detail { int a; };
struct detail { struct inner_detail d; long l; };
union either { int i; char c[6]; };
struct container { int n; struct detail d; union either e; };
struct detail *untouched(void);
