/* SPDX-License-Identifier: MIT */
#include "sound/wav.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"

enum {
    HEAD = 44,
    PATH_SIZE = 1024,
    SAMPLES_MAX = 2147483000, /* the head counts bytes in 32 bits */
};

struct wav {
    FILE *file;
    int rate_hz;
    uint32_t samples;
    char path[PATH_SIZE];
};

static void put_u16(unsigned char *to, unsigned value)
{
    to[0] = (unsigned char)(value & 0xff);
    to[1] = (unsigned char)(value >> 8 & 0xff);
}

static void put_u32(unsigned char *to, uint32_t value)
{
    put_u16(to, value & 0xffff);
    put_u16(to + 2, value >> 16);
}

static bool write_head(struct wav *wav)
{
    unsigned char head[HEAD] = {0};
    uint32_t bytes = wav->samples * 2;
    memcpy(head, "RIFF", 4);
    put_u32(head + 4, bytes + HEAD - 8);
    memcpy(head + 8, "WAVEfmt ", 8);
    put_u32(head + 16, 16); /* length of the format */
    put_u16(head + 20, 1);  /* plain samples */
    put_u16(head + 22, 1);  /* mono */
    put_u32(head + 24, (uint32_t)wav->rate_hz);
    put_u32(head + 28, (uint32_t)wav->rate_hz * 2);
    put_u16(head + 32, 2);
    put_u16(head + 34, 16);
    memcpy(head + 36, "data", 4);
    put_u32(head + 40, bytes);
    return fseek(wav->file, 0, SEEK_SET) == 0 && fwrite(head, HEAD, 1, wav->file) == 1 &&
           fseek(wav->file, 0, SEEK_END) == 0;
}

static bool failed(const struct wav *wav)
{
    err_set("%s: cannot write the sound: %s", wav->path, strerror(errno));
    return false;
}

struct wav *wav_create(const char *path, int rate_hz)
{
    struct wav *wav = calloc(1, sizeof *wav);
    if (!wav) {
        err_set("out of memory");
        return NULL;
    }
    wav->rate_hz = rate_hz;
    str_copy(wav->path, sizeof wav->path, path);
    wav->file = fopen(path, "wb");
    if (!wav->file || !write_head(wav)) {
        failed(wav);
        if (wav->file) {
            fclose(wav->file);
        }
        free(wav);
        return NULL;
    }
    return wav;
}

bool wav_add(struct wav *wav, const int16_t *samples, size_t count)
{
    unsigned char bytes[2048];
    if (count > SAMPLES_MAX - wav->samples) {
        err_set("%s: a sound file cannot be longer than 4 GB", wav->path);
        return false;
    }
    for (size_t done = 0; done < count;) {
        size_t piece = count - done < sizeof bytes / 2 ? count - done : sizeof bytes / 2;
        for (size_t i = 0; i < piece; i++) {
            put_u16(bytes + 2 * i, (uint16_t)samples[done + i]);
        }
        if (fwrite(bytes, 2, piece, wav->file) != piece) {
            return failed(wav);
        }
        done += piece;
    }
    wav->samples += (uint32_t)count;
    return write_head(wav) || failed(wav);
}

bool wav_finish(struct wav *wav)
{
    if (!wav) {
        return true;
    }
    bool ok = fclose(wav->file) == 0 || failed(wav);
    free(wav);
    return ok;
}
