// want: die log must_use must_use_inline listed
void die(const char *why);
int log(int level, const char *format, ...);
__attribute__((warn_unused_result)) int must_use(void);
static inline __attribute__((warn_unused_result)) int must_use_inline(void) { return 0; }
int listed(void);
