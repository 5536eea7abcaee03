// want: core:shared fs:file fs:read sync:lock sync:held_by
// A declaration is emitted once, in the first group that needs it; forward declarations are free.
struct shared { int s; };
struct lock { struct shared s; };
struct inode;
struct file { struct lock l; struct shared s; struct inode *inode; };
int read(struct file *f);
struct file *held_by(struct lock *l);
