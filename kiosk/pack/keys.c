/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <sodium.h>

#include "base/err.h"
#include "base/str.h"
#include "pack/internal.h"
#include "sign/sign.h"

void pack_key_id_of(unsigned char id[PACK_KEY_ID_BYTES], const unsigned char key[32])
{
    unsigned char hash[32];
    crypto_generichash(hash, sizeof hash, key, 32, NULL, 0);
    memcpy(id, hash, PACK_KEY_ID_BYTES);
}

bool pack_keys_add(struct pack_keys *keys, const char *name, const char *text)
{
    if (keys->count == PACK_KEYS_MAX) {
        return err_set_as("pack_key_many",
                          "trusted_keys: %s is one more than the %d keys there can be",
                          name, PACK_KEYS_MAX);
    }
    switch (sign_public_parse(keys->items[keys->count].key, text)) {
    case SIGN_LINE_PUBLIC: break;
    case SIGN_LINE_SECRET:
        return err_set_as("pack_key_secret",
                          "trusted_keys: the key of %s is the secret one; write the line "
                          "of the file that ends in .pub, and make a new key: this one "
                          "is no secret any more",
                          name);
    case SIGN_LINE_OTHER:
        return err_set_as("pack_key_what",
                          "trusted_keys: the key of %s is not a public key; write the 60 "
                          "characters of its .pub file that begin with MCow",
                          name);
    }
    str_copy(keys->items[keys->count].name, PACK_SIGNER_MAX, name);
    keys->count++;
    return true;
}
