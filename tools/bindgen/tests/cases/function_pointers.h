// want: ops handler_t apply get_handler table returns_by_value
struct file;
struct pair { long a, b; };
typedef int (*handler_t)(struct file *file, const char *name, ...);
struct ops {
	long (*read)(struct file *, char *, unsigned long);
	void (*const *vector)(void);
	handler_t on_event;
	int (*(*chooser)(int))(long);
	struct pair (*by_value)(struct pair);
	int (*row)[4];
};
int apply(void (*callback)(void *data), void *data);
int (*get_handler(int n))(long);
extern int (*const table[3])(void);
struct pair returns_by_value(void);
