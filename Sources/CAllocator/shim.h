/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
