/* SPDX-License-Identifier: MIT */
#include "speech/piece.h"

#include <inttypes.h>
#include <string.h>

#include "base/hash.h"
#include "base/str.h"

static bool is_blank(uint32_t code)
{
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 ||
           code == 0x3000 || (code >= 0x2000 && code <= 0x200B) || code == 0xFEFF;
}

void piece_fold(const char *text, struct str *out)
{
    size_t start = out->length;
    bool blank = false;
    str_add(out, "%s", "");
    for (const char *next = text; *text; text = next) {
        if (is_blank(str_next_utf8(&next))) {
            blank = true;
            continue;
        }
        if (blank && out->length > start) {
            str_add_bytes(out, " ", 1);
        }
        blank = false;
        str_add_bytes(out, text, (size_t)(next - text));
    }
}

uint64_t piece_hash(const char *text)
{
    struct str folded = {0};
    piece_fold(text, &folded);
    uint64_t hash = hash_bytes(HASH_BEGIN, folded.text, folded.length);
    str_free(&folded);
    return hash;
}

void piece_name(uint64_t hash, char name[PIECE_NAME_BYTES])
{
    str_format(name, PIECE_NAME_BYTES, "%016" PRIx64 PIECE_SUFFIX, hash);
}

bool piece_name_read(const char *name, uint64_t *hash)
{
    uint64_t value = 0;
    for (int i = 0; i < 16; i++, name++) {
        bool is_digit = *name >= '0' && *name <= '9';
        if (!is_digit && (*name < 'a' || *name > 'f')) {
            return false;
        }
        int digit = is_digit ? *name - '0' : *name - 'a' + 10;
        value = value << 4 | (uint64_t)digit;
    }
    *hash = value;
    return str_equal(name, PIECE_SUFFIX);
}

/* Not those that are words between numbers: + % × and the like. */
static bool is_mark(uint32_t code)
{
    return is_blank(code) ||
           (code && code < 0x80 && strchr(",.;:!?()[]'\"", (int)code)) || code == 0xB7 ||
           (code >= 0x2010 && code <= 0x2027) || (code >= 0x2190 && code <= 0x21FF) ||
           (code >= 0x3001 && code <= 0x3003) || (code >= 0x3008 && code <= 0x301F) ||
           code == 0xFF01 || code == 0xFF08 || code == 0xFF09 || code == 0xFF0C ||
           code == 0xFF1A || code == 0xFF1B || code == 0xFF1F;
}

const char *piece_skip_marks(const char *text)
{
    for (const char *next = text; *text; text = next) {
        if (!is_mark(str_next_utf8(&next))) {
            break;
        }
    }
    return text;
}
