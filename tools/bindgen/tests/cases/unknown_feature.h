// want: KEEL_HAS_THING_x
