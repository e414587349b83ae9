/* syscalls.h - each system call of the program that touches a file fails once, moves one byte only, or is met by an
 * interruption. Whatever happens: no crash, no file that is half written, nothing left behind, and no status that says
 * that all is well where it is not. */
#ifndef CLI_SYSCALLS_H
#define CLI_SYSCALLS_H

#include <stdbool.h>

/* Runs the commands of one process, or those behind the wall, as a group of that name: how many tests failed. */
int syscalls_sweep(const char *group, bool walled);
#endif
