/* syscalls_test.c - what becomes of a command of one process when a system call goes wrong (syscalls.h). */
#include "cli/syscalls.h"

int main(void) { return syscalls_sweep("cli/syscalls", false); }
