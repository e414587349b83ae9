/* replay.c - the main of a fuzz target outside a fuzzer: gives LLVMFuzzerTestOneInput each file named on the command line,
 * in a block of exactly its size, so that a sanitizer sees the first byte read past its end. A crash is the last file named. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay(const char *path)
{
    int ok = 0;
    uint8_t *data = NULL;
    long size;
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) || (size = ftell(file)) < 0 || fseek(file, 0, SEEK_SET)) goto out;
    if (!(data = malloc(size ? (size_t)size : 1)) || fread(data, 1, (size_t)size, file) != (size_t)size) goto out;
    LLVMFuzzerTestOneInput(data, (size_t)size);
    ok = 1;
out:
    if (!ok) perror(path);
    if (file) fclose(file);
    free(data);
    return ok;
}

int main(int argc, char **argv)
{
    int passed = 0;
    for (int i = 1; i < argc; i++) {
        printf("%s\n", argv[i]), fflush(stdout);
        passed += replay(argv[i]);
    }
    printf("%d passed, %d failed\n", passed, argc - 1 - passed);
    return passed != argc - 1;
}
