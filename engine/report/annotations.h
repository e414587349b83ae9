/* annotations.h - what rules may call and what files may say, as an editor's language server for Lua reads it (LuaLS). */
#ifndef REPORT_ANNOTATIONS_H
#define REPORT_ANNOTATIONS_H

#include "report/out.h"

void write_annotations(struct out *);
#endif
