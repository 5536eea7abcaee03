// What the kernel says about address spaces to a compiler that does not check them.
#define __user
#define __iomem
#define __percpu
#define __rcu
