// want: nothing
// headers: missing_header.h no/such/header.h
