/* walled_syscalls_sweep.c - the same behind the wall, where each of two processes meets each call: some two minutes. */
#include "cli/syscalls.h"

int main(void) { return syscalls_sweep("sweep/walled_syscalls", true); }
