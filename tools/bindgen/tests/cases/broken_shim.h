// want: allocate
#pragma once
