// want: class_ template_ delete_ user_of_keywords namespace_ virtual_ private_
struct class { int new; const char *namespace; struct class *this; };
enum template { typename = 1, virtual = 2 };
typedef unsigned int private;
int delete(struct class *class, int operator);
static inline int namespace(int explicit) { return explicit; }
struct user_of_keywords { enum template template; private public; struct class class; };
