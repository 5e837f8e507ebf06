/* SPDX-License-Identifier: MIT */
#include "report/book.h"

#include <assert.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/err.h"
#include "base/str.h"

enum { READ_BYTES = 1 << 16 };

static bool read_back(int file, struct str *out)
{
    char bytes[READ_BYTES];
    ssize_t count = lseek(file, 0, SEEK_SET) == 0 ? 1 : -1;
    while (count > 0) {
        count = read(file, bytes, sizeof bytes);
        if (count > 0) {
            str_add_bytes(out, bytes, (size_t)count);
        }
    }
    return count == 0;
}

static bool write_book(book_fill *fill, void *context, int file, struct str *out)
{
    char path[64];
    str_format(path, sizeof path, "/proc/self/fd/%d", file);
    lxw_workbook *workbook = workbook_new(path);
    assert(workbook);
    fill(context, workbook);
    lxw_error error = workbook_close(workbook);
    if (error != LXW_NO_ERROR) {
        return err_set_as("report_xlsx",
                          "the XLSX cannot be made: %s; make room in the folder for "
                          "temporary files",
                          lxw_strerror(error));
    }
    return read_back(file, out) ||
           err_set_as("report_memory", "the XLSX cannot be read back: no memory for it");
}

bool book_render(book_fill *fill, void *context, struct str *out)
{
    int file = memfd_create("report", MFD_CLOEXEC);
    bool made = file >= 0 ? write_book(fill, context, file, out)
                          : err_set_as("report_memory",
                                       "the XLSX cannot be made: no memory for it");
    if (file >= 0) {
        close(file);
    }
    return made;
}
