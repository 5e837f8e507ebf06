/* SPDX-License-Identifier: MIT */
/* From a lesson's folder to a signed file. */
#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <sodium.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "pack/internal.h"
#include "sign/sign.h"

enum { FOLDERS_MAX = 4 };

/* What belongs to the author's machine and not to the lesson. */
static bool stays_out(const char *name)
{
    return name[0] == '.' || name[strlen(name) - 1] == '~';
}

struct collect {
    struct pack_info *info;
    struct str bodies;
    const char *folder;
};

static bool add_file(struct collect *collect, const char *name, const char *path)
{
    struct pack_info *info = collect->info;
    size_t length = 0;
    if (info->file_count == PACK_FILES_MAX) {
        return err_set_as("pack_many",
                          "%s: holds more than the %d files there can be; take some out",
                          collect->folder, PACK_FILES_MAX);
    }
    struct pack_file *file = &info->files[info->file_count];
    if (!pack_name_fits(name)) {
        return err_set_as("pack_name",
                          "%s: the file name \"%s\" is not allowed; letters a-z, digits, "
                          "_ - and . make a name, at most %d bytes and 3 folders deep",
                          collect->folder, name, PACK_NAME_MAX - 1);
    }
    struct stat facts;
    if (stat(path, &facts) == 0 && facts.st_size > PACK_FILE_BYTES_MAX) {
        return err_set_as("pack_file_big",
                          "%s: %s is larger than the %d MiB a file may have; make it "
                          "smaller",
                          collect->folder, name, PACK_FILE_BYTES_MAX >> 20);
    }
    char *bytes = file_read(path, PACK_FILE_BYTES_MAX, &length);
    if (!bytes) {
        return err_set_as("pack_file_open", "%s: %s cannot be read: %s", collect->folder,
                          name, strerror(errno));
    }
    str_copy(file->name, sizeof file->name, name);
    file->size = length;
    crypto_hash_sha256(file->sha256, (const unsigned char *)bytes, length);
    str_add_bytes(&collect->bodies, bytes, length);
    free(bytes);
    info->file_count++;
    return true;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(a, b);
}

/* Names of all files below `folder`/`under`, "" or "text/". */
static bool list_files(struct pack_list *names, const char *folder, const char *under,
                       int depth)
{
    struct pack_list here = {0};
    char path[PACK_PATH_MAX];
    bool listed = (str_format(path, sizeof path, "%s/%s", folder, under) ||
                   err_set_as("pack_path", "%s: the path is too long", under)) &&
                  pack_list(&here, path);
    for (size_t i = 0; listed && i < here.count; i++) {
        char name[256];
        struct stat facts;
        if (stays_out(here.names[i])) {
            continue;
        }
        bool fits = str_format(name, sizeof name, "%s%s", under, here.names[i]) &&
                    str_format(path, sizeof path, "%s/%s", folder, name);
        if (!fits || lstat(path, &facts) != 0 ||
            (!S_ISREG(facts.st_mode) && !S_ISDIR(facts.st_mode))) {
            listed = err_set_as("pack_link",
                                "%s: %s is neither a file nor a folder; put the file "
                                "itself there instead of a link",
                                folder, name);
        } else if (S_ISDIR(facts.st_mode)) {
            listed = depth < FOLDERS_MAX && str_format(path, sizeof path, "%s/", name)
                         ? list_files(names, folder, path, depth + 1)
                         : err_set_as("pack_deep",
                                      "%s: the folder %s is too deep; at "
                                      "most 3 folders stand in another",
                                      folder, name);
        } else {
            names->names =
                realloc(names->names, (names->count + 1) * sizeof *names->names);
            assert(names->names);
            str_copy(names->names[names->count++], sizeof *names->names, name);
        }
    }
    pack_list_free(&here);
    return listed;
}

static bool collect_files(struct collect *collect)
{
    struct pack_list names = {0};
    bool sound = list_files(&names, collect->folder, "", 1);
    if (names.count > 0) {
        qsort(names.names, names.count, sizeof *names.names, by_name);
    }
    collect->info->file_count = 0;
    for (size_t i = 0; sound && i < names.count; i++) {
        char path[PACK_PATH_MAX];
        str_format(path, sizeof path, "%s/%s", collect->folder, names.names[i]);
        sound = add_file(collect, names.names[i], path);
    }
    pack_list_free(&names);
    return sound && pack_files_fit(collect->info, collect->folder);
}

/* A pack that no kiosk would read is not made. */
static bool is_readable(const char *manifest, size_t length, const char *folder)
{
    struct pack_info *read = malloc(sizeof *read);
    assert(read);
    bool sound = length <= PACK_MANIFEST_BYTES_MAX
                     ? pack_manifest_read(read, folder, manifest, length)
                     : err_set_as("pack_many",
                                  "%s: holds more than the %d files there can be; take "
                                  "some out",
                                  folder, PACK_FILES_MAX);
    free(read);
    return sound;
}

static bool write_pack(const struct pack_info *info, const char *folder,
                       const struct str *bodies, const unsigned char secret[64],
                       const char *to)
{
    unsigned char signature[PACK_SIGNATURE_BYTES];
    unsigned char id[PACK_KEY_ID_BYTES];
    struct str out = {0};
    size_t length = 0;
    char *manifest = pack_manifest_write(info, &length);
    if (!is_readable(manifest, length, folder)) {
        free(manifest);
        return false;
    }
    crypto_sign_detached(signature, NULL, (const unsigned char *)manifest, length,
                         secret);
    pack_key_id_of(id, secret + 32);
    const unsigned char size[PACK_LENGTH_BYTES] = {
        (unsigned char)length, (unsigned char)(length >> 8),
        (unsigned char)(length >> 16), (unsigned char)(length >> 24)};
    str_add_bytes(&out, pack_magic, PACK_MAGIC_BYTES);
    str_add_bytes(&out, (const char *)id, sizeof id);
    str_add_bytes(&out, (const char *)signature, sizeof signature);
    str_add_bytes(&out, (const char *)size, sizeof size);
    str_add_bytes(&out, manifest, length);
    str_add_bytes(&out, bodies->text ? bodies->text : "", bodies->length);
    free(manifest);
    bool written = file_write(to, out.text, out.length);
    int why = errno;
    str_free(&out);
    return written ||
           err_set_as("pack_write", "%s: cannot be written: %s", to, strerror(why));
}

bool pack_make(struct pack_info *info, const char *folder, const char *key,
               const char *to)
{
    unsigned char secret[64];
    struct collect collect = {.info = info, .folder = folder};
    if (sodium_init() < 0) {
        return err_set_as("pack_sodium", "libsodium cannot start; install the package "
                                         "libsodium23 again");
    }
    if (!str_is_utf8(info->signer, strlen(info->signer))) {
        return err_set_as("pack_signer",
                          "the signer's name \"%s\" has to be UTF-8 text of at most %d "
                          "bytes; write a shorter one",
                          "?", PACK_SIGNER_MAX - 1);
    }
    bool made = sign_pair_read(secret, key) && collect_files(&collect) &&
                write_pack(info, folder, &collect.bodies, secret, to);
    sodium_memzero(secret, sizeof secret);
    str_free(&collect.bodies);
    return made;
}
