/* SPDX-License-Identifier: MIT */
/* GBK is told from UTF-8 and from noise, once a port, and broken bytes are reported. */
#include <iconv.h>
#include <string.h>

#include "base/str.h"
#include "link/encoding.h"
#include "support/tap.h"

/* UTF-8 as GBK. */
static size_t to_gbk(const char *text, char *bytes, size_t size)
{
    iconv_t converter = iconv_open("GB18030", "UTF-8");
    char copy[256];
    char *in = copy;
    char *out = bytes;
    size_t left = strlen(text);
    size_t room = size - 1;
    assert_true(converter != (iconv_t)-1);
    str_copy(copy, sizeof copy, text);
    assert_true(iconv(converter, &in, &left, &out, &room) == 0);
    iconv_close(converter);
    *out = '\0';
    return (size_t)(out - bytes);
}

static const char *hear(struct encoding *encoding, const char *bytes, size_t length)
{
    return encoding_text(encoding, bytes, &length);
}

static const char *hear_gbk(struct encoding *encoding, const char *text)
{
    static char bytes[256];
    size_t length = to_gbk(text, bytes, sizeof bytes);
    return hear(encoding, bytes, length);
}

static const char *const texts[] = {
    "深度:46.2 毫米", "深度：46.2毫米，频率：110次/分",
    "距离=11厘米",    "超出范围",
    "初始化成功！",   "温度：25.3℃",
    "压力→400 牛",    "【信息】按压次数：12",
};

enum { TEXTS = sizeof texts / sizeof *texts };

static void gbk_is_decoded_from_the_first_line(void **state)
{
    (void)state;
    struct encoding encoding;
    encoding_init(&encoding);
    assert_string_equal(encoding_name(&encoding), "");
    for (int i = 0; i < 2 * TEXTS; i++) {
        const char *heard = hear_gbk(&encoding, texts[i % TEXTS]);
        assert_non_null(heard);
        assert_string_equal(heard, texts[i % TEXTS]);
        assert_string_equal(encoding_name(&encoding), "GBK");
        assert_string_equal(hear(&encoding, "depth=46", 8), "depth=46");
    }
    encoding_end(&encoding);
    assert_string_equal(encoding_name(&encoding), "");
}

/* 联通 in GBK is well-formed UTF-8 by chance. */
static void what_is_decided_stays(void **state)
{
    (void)state;
    struct encoding encoding;
    encoding_init(&encoding);
    for (int i = 0; i < TEXTS; i++) {
        hear_gbk(&encoding, texts[i]);
    }
    assert_string_equal(hear_gbk(&encoding, "联通"), "联通");
    assert_null(hear(&encoding, "\xC9\xEE:\xFF", 4));
    assert_null(hear(&encoding, "46\x81", 3));
    encoding_end(&encoding);
    for (int i = 0; i < TEXTS; i++) {
        size_t length = strlen(texts[i]);
        assert_ptr_equal(hear(&encoding, texts[i], length), texts[i]);
    }
    assert_string_equal(encoding_name(&encoding), "UTF-8");
    assert_null(hear_gbk(&encoding, "深度:46.2"));
    encoding_end(&encoding);
}

/* Bytes of a wrong baud rate, a line of 1 to 60 of them. */
static void noise_is_neither(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int taken = 0;
    for (int port = 0; port < 200; port++) {
        struct encoding encoding;
        encoding_init(&encoding);
        for (int i = 0; i < 100; i++) {
            char bytes[64];
            size_t length = (size_t)rng_int(&rng, 1, 60);
            for (size_t k = 0; k < length; k++) {
                bytes[k] = (char)rng_int(&rng, 1, 255);
            }
            bytes[length] = '\0';
            const char *text = hear(&encoding, bytes, length);
            assert_true(!text || str_is_utf8(text, strlen(text)));
        }
        taken += str_equal(encoding_name(&encoding), "GBK");
        encoding_end(&encoding);
    }
    printf("# %d of 200 ports with noise taken for GBK\n", taken);
    assert_true(taken <= 4);
}

static void the_longest_line_has_room(void **state)
{
    (void)state;
    struct encoding encoding;
    char bytes[257];
    encoding_init(&encoding);
    for (int i = 0; i < 256; i += 2) {
        memcpy(bytes + i, "\xC9\xEE", 2);
    }
    bytes[256] = '\0';
    assert_int_equal(strlen(hear(&encoding, bytes, 256)), 384);
    encoding_end(&encoding);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gbk_is_decoded_from_the_first_line),
        cmocka_unit_test(what_is_decided_stays),
        cmocka_unit_test(noise_is_neither),
        cmocka_unit_test(the_longest_line_has_room),
    };
    return cmocka_run_group_tests_name("encoding", tests, NULL, NULL);
}
