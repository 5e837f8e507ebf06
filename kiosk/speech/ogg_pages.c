/* SPDX-License-Identifier: MIT */
#include "speech/ogg_pages.h"

#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/err.h"

enum {
    HEAD_BYTES = 27,
    BODY_BYTES_MAX = 255 * 255,
    FLAGS_AT = 5,
    SERIAL_AT = 14,
    NUMBER_AT = 18,
    SUM_AT = 22,
    SEGMENTS_AT = 26,
    FLAG_FIRST = 2,
    FLAG_LAST = 4,
};

#define SUM_POLYNOMIAL UINT32_C(0x04c11db7)

struct page {
    size_t length;
    unsigned char bytes[HEAD_BYTES + 255 + BODY_BYTES_MAX];
};

struct sums {
    uint32_t of[256];
};

static void make_sums(struct sums *sums)
{
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t sum = i << 24;
        for (int bit = 0; bit < 8; bit++) {
            sum = sum & UINT32_C(0x80000000) ? sum << 1 ^ SUM_POLYNOMIAL : sum << 1;
        }
        sums->of[i] = sum;
    }
}

static uint32_t number_at(const struct page *page, size_t at)
{
    const unsigned char *bytes = page->bytes + at;
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
           (uint32_t)bytes[3] << 24;
}

/* With the checksum's own bytes as zero. */
static uint32_t sum_of(const struct sums *sums, const struct page *page)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < page->length; i++) {
        unsigned char byte = i >= SUM_AT && i < SUM_AT + 4 ? 0 : page->bytes[i];
        sum = sum << 8 ^ sums->of[sum >> 24 ^ byte];
    }
    return sum;
}

/* False when the file ends within the page, or what stands there is none. */
static bool read_page(FILE *file, struct page *page)
{
    unsigned char *bytes = page->bytes;
    if (fread(bytes, 1, HEAD_BYTES, file) != HEAD_BYTES ||
        memcmp(bytes, "OggS", 5) != 0) { /* with its version, 0 */
        return false;
    }
    size_t segments = bytes[SEGMENTS_AT];
    if (fread(bytes + HEAD_BYTES, 1, segments, file) != segments) {
        return false;
    }
    size_t body = 0;
    for (size_t i = 0; i < segments; i++) {
        body += bytes[HEAD_BYTES + i];
    }
    page->length = HEAD_BYTES + segments + body;
    return fread(bytes + HEAD_BYTES + segments, 1, body, file) == body;
}

static bool check_pages(FILE *file, const char *path)
{
    struct sums sums;
    struct page page;
    make_sums(&sums);
    uint32_t count = 0;
    uint32_t serial = 0;
    bool last = false;
    for (int next = 0; (next = getc(file)) != EOF; count++) {
        ungetc(next, file);
        if (!read_page(file, &page) || number_at(&page, SUM_AT) != sum_of(&sums, &page)) {
            return err_set_as("page_damaged",
                              "%s: is damaged at page %u; record it again", path,
                              count + 1);
        }
        bool first = page.bytes[FLAGS_AT] & FLAG_FIRST;
        serial = count == 0 ? number_at(&page, SERIAL_AT) : serial;
        if (first != (count == 0) || last || number_at(&page, NUMBER_AT) != count ||
            number_at(&page, SERIAL_AT) != serial) {
            return err_set_as(
                "recording_pieces",
                "%s: is no recording in one piece (page %u); record it again", path,
                count + 1);
        }
        last = page.bytes[FLAGS_AT] & FLAG_LAST;
    }
    return last ||
           err_set_as("recording_early", "%s: ends too early; record it again", path);
}

bool ogg_pages_whole(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        return err_set_as("file_open", "%s: cannot be opened: %s", path, strerror(errno));
    }
    bool whole = check_pages(file, path);
    fclose(file);
    return whole;
}
