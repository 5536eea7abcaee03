// SPDX-License-Identifier: GPL-2.0
// A pointer that outlives the number.
// rustc: E0597
void use(const int*);
void caller()
{
    const int* p = nullptr;
    {
        int n = 3;
        p = &n; // expect-error: 'n' does not live long enough: 'p' borrows from it here [keel-dangling]
    }
    use(p);
}
