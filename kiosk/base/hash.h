/* SPDX-License-Identifier: MIT */
/*
 * hash: FNV-1a, 64 bits: tells texts and files apart that nobody makes alike on purpose.
 */
#ifndef KIOSK_BASE_HASH_H
#define KIOSK_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_BEGIN UINT64_C(0xCBF29CE484222325)
#define HASH_PRIME UINT64_C(0x100000001B3)

/* Of what was hashed before, HASH_BEGIN for nothing, with these bytes behind it. */
uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t length);

/* The same of a text without its NUL. */
uint64_t hash_text(uint64_t hash, const char *text);

#endif
