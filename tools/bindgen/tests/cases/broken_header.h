// want: broken
struct broken {
	int a;
	unknown_type b;
};
