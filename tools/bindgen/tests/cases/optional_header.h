// want: here
// headers: optional_header.h no/such/header.h=optional
int here(void);
