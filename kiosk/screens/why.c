/* SPDX-License-Identifier: MIT */
#include "screens/why.h"

#include "base/err.h"
#include "base/str.h"
#include "base/trouble.h"
#include "lesson/tell.h"
#include "screens/kiosk.h"

/* The texts of lesson-check speak two languages; NULL without any. They are read where
 * something has failed, and let go again. Reading may fail too and must not take the
 * place of what went wrong. */
static struct tell *open_tell(const struct kiosk *k)
{
    struct err_cause cause = *err_cause();
    char sentence[TELL_BYTES];
    str_copy(sentence, sizeof sentence, err_text());
    struct tell *tell = k->paths ? tell_open(k->paths, kiosk_lang(k)) : NULL;
    if (k->paths && !tell) {
        tell = tell_open(k->paths, "en");
    }
    err_set_cause(sentence, &cause);
    return tell;
}

const char *why_failed(const struct kiosk *k, char *out, size_t size)
{
    if (trouble_key()) {
        return why_fill(k, out, size, trouble_key(), trouble_pairs());
    }
    struct tell *tell = open_tell(k);
    if (tell) {
        tell_failure(tell, err_cause(), err_text(), out, size);
    } else {
        str_copy(out, size, err_text());
    }
    tell_close(tell);
    return out;
}

const char *why_fill(const struct kiosk *k, char *out, size_t size, const char *key,
                     const char *const *pairs)
{
    struct tell_pairs told;
    struct tell *tell = open_tell(k);
    if (tell) {
        tell_reasons(tell, &told, pairs);
    }
    kiosk_fill(k, out, size, key, tell ? told.pairs : pairs);
    tell_close(tell);
    return out;
}
