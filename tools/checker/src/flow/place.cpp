// SPDX-License-Identifier: GPL-2.0
#include "place.hpp"

namespace keel::checker::flow {

namespace {

bool same_root(const Place& a, const Place& b) { return a.variable == b.variable && a.temporary == b.temporary; }

/// Whether both are elements, and may be the same one.
bool may_be_same_element(const Step& a, const Step& b)
{
    return a.kind == Step::Element && b.kind == Step::Element && (!a.index || !b.index || a.index == b.index);
}

bool has_borrow_from(const std::vector<Step>& steps, size_t from)
{
    for (size_t i = from; i < steps.size(); i++)
        if (steps[i].kind == Step::Borrowed)
            return true;
    return false;
}

} // namespace

bool Place::is_behind_borrow() const { return has_borrow_from(steps, 0); }

Place Place::then(Step step) const
{
    // A walk along a list would name ever more places: from here on it is some part.
    constexpr size_t far = 8;

    Place place = *this;
    const bool vague = !steps.empty() && steps.back().kind == Step::Part;
    if (vague && (step.kind != Step::Borrowed || is_behind_borrow()))
        return place;
    place.steps.push_back(steps.size() < far ? step : Step {Step::Part});
    return place;
}

bool overlap(const Place& a, const Place& b)
{
    if (!same_root(a, b))
        return false;
    const size_t common = std::min(a.steps.size(), b.steps.size());
    for (size_t i = 0; i < common; i++) {
        if (a.steps[i] == b.steps[i] || may_be_same_element(a.steps[i], b.steps[i]))
            continue;
        const bool vague = a.steps[i].kind == Step::Part || b.steps[i].kind == Step::Part;
        return vague && !has_borrow_from(a.steps, i) && !has_borrow_from(b.steps, i);
    }
    return !has_borrow_from(a.steps, common) && !has_borrow_from(b.steps, common);
}

bool are_apart(const Place& a, const Place& b, bool unknown)
{
    if (!same_root(a, b))
        return false;
    for (size_t i = 0; i < std::min(a.steps.size(), b.steps.size()); i++) {
        const Step& one = a.steps[i];
        const Step& other = b.steps[i];
        if (unknown && one.kind == Step::Element && other.kind == Step::Element && !(one.index && other.index))
            return true;
        if (one == other && one.kind != Step::Part)
            continue;
        return one.kind == other.kind && (one.kind == Step::Field || one.kind == Step::Element) &&
               !may_be_same_element(one, other);
    }
    return false;
}

bool holds(const Place& outer, const Place& inner)
{
    return same_root(outer, inner) && outer.steps.size() <= inner.steps.size() &&
           std::equal(outer.steps.begin(), outer.steps.end(), inner.steps.begin());
}

std::string describe(const Place& place)
{
    if (place.temporary)
        return "a temporary";
    if (place.variable && place.variable->getName().starts_with("__"))
        return "the loop";
    std::string text = place.variable ? place.variable->getName().str() : "";
    for (const Step& step : place.steps) {
        if (step.kind != Step::Field)
            continue;
        if (!text.empty())
            text += '.';
        text += step.field->getName().str();
    }
    return "'" + (text.empty() ? std::string("*this") : text) + "'";
}

} // namespace keel::checker::flow
