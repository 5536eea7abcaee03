// want: copy spaces sub_pointers callback_t read_user handler_t per_cpu_counter
struct node;
unsigned long copy(void *to, const void __user *from, unsigned long n);
struct spaces {
	char __user *user;
	const volatile unsigned int __iomem *registers;
	const struct node __percpu *percpu;
	struct node __rcu *rcu;
	struct node __rcu *const *fixed;
	struct node __rcu *slots[4];
	unsigned long (*read)(const char __user *, unsigned long);
};
long sub_pointers(char __user *__user *list, int (__user *pair)[2]);
typedef long (*callback_t)(void __user *const arg);
static inline unsigned char read_user(const unsigned char __user *p, void __iomem *io) { return 0; }
// Cannot be reached by its address: missing.
extern __percpu int per_cpu_counter;
// clang has no functions in address spaces: an error that is ours, and tolerated.
typedef void handler_fn_t(int);
typedef handler_fn_t __user *handler_t;
