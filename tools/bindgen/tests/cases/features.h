// want: KEEL_HAS_FIELD_file_f_ref KEEL_HAS_FIELD_file_deep KEEL_HAS_FIELD_file_gone KEEL_HAS_FIELD_two_words_a
// want: KEEL_HAS_FIELD_alias_t_a KEEL_HAS_FIELD_absent_a KEEL_HAS_FUNC_function KEEL_HAS_FUNC_inlined KEEL_HAS_FUNC_absent
// want: KEEL_HAS_FUNC_macro_only KEEL_HAS_MACRO_macro_only KEEL_HAS_MACRO_absent CONFIG_SMP CONFIG_HZ CONFIG_NAME CONFIG_ABSENT
#define CONFIG_SMP 1
#define CONFIG_HZ 250
#define CONFIG_NAME "x"
struct file { int f_ref; union { struct { int deep; }; }; };
struct two_words { int a; };
typedef struct { int a; } alias_t;
int function(void);
static inline int inlined(void) { return 0; }
#define macro_only(x) (x)
