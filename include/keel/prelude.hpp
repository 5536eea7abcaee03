// SPDX-License-Identifier: GPL-2.0
// What nearly every driver starts with: values and errors, memory, locks, printing, the module itself.
#pragma once

#include <keel/alloc/box.hpp>
#include <keel/alloc/cstring.hpp>
#include <keel/alloc/vec.hpp>
#include <keel/core/array.hpp>
#include <keel/core/checked.hpp>
#include <keel/core/init.hpp>
#include <keel/core/print.hpp>
#include <keel/module.hpp>
#include <keel/sync/arc.hpp>
#include <keel/sync/mutex.hpp>
#include <keel/sync/spinlock.hpp>
