/* SPDX-License-Identifier: MIT */
/* Packs that are made are read as they were; what is not as it was signed is refused by
 * name, before it is parsed. Prints the table of hostile packs. */
#include <string.h>

#include <sodium.h>

#include "support/packs.h"
#include "support/tap.h"

enum { HEAD = 84, LENGTH_AT = 80 };

static struct packs packs;

static int begin(void **state)
{
    (void)state;
    packs_begin(&packs);
    return 0;
}

static int end(void **state)
{
    (void)state;
    packs_end(&packs);
    return 0;
}

static enum pack_state read_all(const char *path, char why[512])
{
    struct pack *pack = pack_open(path, &packs.keys);
    while (pack_read(pack, 100, NULL) == PACK_GOING) {
    }
    enum pack_state state = pack_state(pack);
    str_copy(why, 512, state == PACK_WHOLE ? "" : err_text());
    pack_close(pack);
    return state;
}

static void a_pack_says_what_it_holds(void **state)
{
    (void)state;
    char path[PACKS_PATH];
    packs_make(&packs, path, "nosebleed", 3, packs.key);
    struct pack *pack = pack_open(path, &packs.keys);
    assert_int_equal(pack_state(pack), PACK_GOING);
    const struct pack_info *info = pack_info(pack);
    assert_string_equal(info->id, "nosebleed");
    assert_int_equal(info->version, 3);
    assert_string_equal(pack_title(info, "zh-CN"), "止血 nosebleed");
    assert_string_equal(pack_title(info, "en"), "About nosebleed");
    assert_string_equal(pack_title(info, "fr"), "About nosebleed");
    assert_int_equal(info->file_count, 3);
    assert_string_equal(info->files[0].name, "lesson.lua");
    assert_string_equal(info->files[1].name, "text/en.lua");
    assert_string_equal(info->files[2].name, "text/zh-CN.lua");
    assert_string_equal(pack_signer(pack), "Jiashan Red Cross");
    assert_int_equal(strlen(pack_key_id(pack)), 16);
    double before = pack_read_share(pack);
    while (pack_read(pack, 50, NULL) == PACK_GOING) {
        assert_true(pack_read_share(pack) >= before);
        before = pack_read_share(pack);
    }
    assert_int_equal(pack_state(pack), PACK_WHOLE);
    assert_true(pack_read_share(pack) == 1);
    pack_close(pack);
    pack_close(NULL);
}

static void the_same_input_makes_the_same_bytes(void **state)
{
    (void)state;
    char path[PACKS_PATH];
    size_t length[2];
    char *bytes[2];
    for (int i = 0; i < 2; i++) {
        bytes[i] = file_read(packs_make(&packs, path, "burns", 1, packs.key), 1 << 20,
                             &length[i]);
    }
    assert_int_equal(length[0], length[1]);
    assert_memory_equal(bytes[0], bytes[1], length[0]);
    free(bytes[0]);
    free(bytes[1]);
}

/* Not to the disk: there are thousands of them. */
static void write_over(const char *path, const char *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    fclose(file);
}

/* Any byte of the file, any bit of it: no changed pack is whole. */
static void every_changed_byte_is_found(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    char path[PACKS_PATH];
    char why[512];
    size_t length = 0;
    char *bytes =
        file_read(packs_make(&packs, path, "burns", 1, packs.key), 1 << 20, &length);
    for (size_t at = 0; at < length; at++) {
        char bit = (char)(1 << rng_int(&rng, 0, 7));
        bytes[at] = (char)(bytes[at] ^ bit);
        write_over(path, bytes, length);
        assert_int_not_equal(read_all(path, why), PACK_WHOLE);
        assert_true(str_starts(why, "burns-1.lkp: "));
        bytes[at] = (char)(bytes[at] ^ bit);
    }
    for (size_t left = 0; left < length; left += (size_t)rng_int(&rng, 1, 9)) {
        write_over(path, bytes, left);
        assert_int_equal(read_all(path, why), PACK_DAMAGED);
    }
    packs_need(file_write(path, bytes, length));
    assert_int_equal(read_all(path, why), PACK_WHOLE);
    free(bytes);
}

/* A pack by hand: this manifest, these bodies, signed with our own key. */
static void sign(const char *path, const char *manifest, size_t length,
                 const char *bodies)
{
    unsigned char secret[64];
    unsigned char public[32];
    unsigned char hash[32];
    unsigned char pem[48];
    unsigned char head[HEAD] = "LKPACK1\n";
    struct str out = {0};
    size_t got = 0;
    size_t text_length = 0;
    char *text = file_read(packs.key, 4096, &text_length);
    const char *line = strchr(text, '\n') + 1;
    assert_int_equal(sodium_base642bin(pem, sizeof pem, line, 64, NULL, &got, NULL,
                                       sodium_base64_VARIANT_ORIGINAL),
                     0);
    crypto_sign_seed_keypair(public, secret, pem + 16);
    crypto_generichash(hash, sizeof hash, public, sizeof public, NULL, 0);
    memcpy(head + 8, hash, 8);
    crypto_sign_detached(head + 16, NULL, (const unsigned char *)manifest, length,
                         secret);
    for (int i = 0; i < 4; i++) {
        head[LENGTH_AT + i] = (unsigned char)(length >> (8 * i));
    }
    str_add_bytes(&out, (const char *)head, sizeof head);
    str_add_bytes(&out, manifest, length);
    str_add(&out, "%s", bodies);
    packs_need(file_write(path, out.text, out.length));
    str_free(&out);
    free(text);
}

#define FORMAT "\"format\":\"life-kiosk-pack-1\""
#define FIRST                                                                            \
    "{" FORMAT ",\"api\":1,\"id\":\"burns\",\"version\":1,\"signer\":\"\","              \
    "\"titles\":{\"en\":\"Burns\"},"
/* SHA-256 of no bytes at all */
#define EMPTY                                                                            \
    "\"sha256\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}"
#define FILE_CALLED(name) "{\"name\":\"" name "\",\"size\":0," EMPTY
#define FILES(more)                                                                      \
    "\"files\":[" FILE_CALLED("lesson.lua") "," FILE_CALLED("text/en.lua") more "]}"

/* Manifests that a trusted key has signed all the same: a signer makes mistakes too, and
 * a key may be stolen. Harmless in themselves: all their files are empty. */
static const struct hostile {
    const char *what;
    const char *manifest;
    const char *kind;
} signed_rows[] = {
    {"a name with ..", FIRST FILES("," FILE_CALLED("text/../../x")), "pack_name"},
    {"a name from the root on", FIRST FILES("," FILE_CALLED("/tmp/x")), "pack_name"},
    {"a hidden name", FIRST FILES("," FILE_CALLED("text/.x")), "pack_name"},
    {"an empty part of a name", FIRST FILES("," FILE_CALLED("text//x")), "pack_name"},
    {"an empty name", FIRST FILES("," FILE_CALLED("")), "pack_name"},
    {"a name that ends in /", FIRST FILES("," FILE_CALLED("text/x/")), "pack_name"},
    {"a name with a backslash", FIRST FILES("," FILE_CALLED("x\\\\y")), "pack_name"},
    {"a name with an escape", FIRST FILES("," FILE_CALLED("x\\u001b[2J")),
     "pack_manifest"},
    {"a name with a zero", FIRST FILES("," FILE_CALLED("x\\u0000y")), "pack_manifest"},
    {"a name that is too deep", FIRST FILES("," FILE_CALLED("w/a/b/c/d")), "pack_name"},
    {"a name in Chinese", FIRST FILES("," FILE_CALLED("图")), "pack_name"},
    {"a name twice", FIRST FILES("," FILE_CALLED("text/en.lua")), "pack_name_twice"},
    {"a name twice but for capitals", FIRST FILES("," FILE_CALLED("text/EN.lua")),
     "pack_name_twice"},
    {"a file that is a folder too", FIRST FILES("," FILE_CALLED("text/en.lua/x")),
     "pack_name_twice"},
    {"names out of order", FIRST FILES("," FILE_CALLED("a")), "pack_order"},
    {"a file that is too big", FIRST FILES(",{\"name\":\"z\",\"size\":8388609," EMPTY),
     "pack_file_big"},
    {"files too big together",
     FIRST FILES(",{\"name\":\"v\",\"size\":8388608," EMPTY
                 ",{\"name\":\"w\",\"size\":8388608," EMPTY
                 ",{\"name\":\"x\",\"size\":8388608," EMPTY
                 ",{\"name\":\"y\",\"size\":8388608," EMPTY
                 ",{\"name\":\"z\",\"size\":8388608," EMPTY),
     "pack_big"},
    {"a size below zero", FIRST FILES(",{\"name\":\"z\",\"size\":-1," EMPTY),
     "pack_manifest"},
    {"a size past all numbers",
     FIRST FILES(",{\"name\":\"z\",\"size\":99999999999999999999," EMPTY),
     "pack_manifest"},
    {"a hash that is short",
     FIRST "\"files\":[{\"name\":\"lesson.lua\",\"size\":0,\"sha256\":\"e3\"}]}",
     "pack_manifest"},
    {"two manifests in one", FIRST FILES("") FIRST FILES(""), "pack_manifest"},
    {"a list of files twice", FIRST "\"files\":[]," FILES(""), "pack_manifest"},
    {"no lesson", FIRST "\"files\":[" FILE_CALLED("text/en.lua") "]}", "pack_no_lesson"},
    {"no texts", FIRST "\"files\":[" FILE_CALLED("lesson.lua") "]}", "pack_no_lesson"},
    {"no list of files", FIRST "\"x\":1}", "pack_manifest"},
    {"an id with ..",
     "{" FORMAT ",\"api\":1,\"id\":\"../x\",\"version\":1,\"signer\":\"\","
     "\"titles\":{\"en\":\"x\"}," FILES(""),
     "pack_manifest"},
    {"a version of 0",
     "{" FORMAT ",\"api\":1,\"id\":\"x\",\"version\":0,\"signer\":\"\","
     "\"titles\":{\"en\":\"x\"}," FILES(""),
     "pack_manifest"},
    {"a lesson for a later kiosk",
     "{" FORMAT ",\"api\":2,\"id\":\"x\",\"version\":1,\"signer\":\"\","
     "\"titles\":{\"en\":\"x\"}," FILES(""),
     "pack_api"},
    {"a format of a later kiosk", "{\"format\":\"life-kiosk-pack-2\"}", "pack_format"},
    {"no JSON", "return {}", "pack_manifest"},
    {"JSON that is nested", "[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]",
     "pack_format"},
};

static void tell(const char *what, enum pack_state state, const char *why)
{
    static const char *const names[] = {"going", "whole", "untrusted", "damaged"};
    printf("# %-32s %-9s %s\n", what, names[state], why);
}

static void what_is_wrong_is_named_though_it_is_signed(void **state)
{
    (void)state;
    char path[PACKS_PATH];
    char why[512];
    packs_file(&packs, path, "x.lkp");
    sign(path, FIRST FILES(""), strlen(FIRST FILES("")), "");
    assert_int_equal(read_all(path, why), PACK_WHOLE); /* the form of the rows */
    for (size_t i = 0; i < sizeof signed_rows / sizeof *signed_rows; i++) {
        const struct hostile *row = &signed_rows[i];
        sign(path, row->manifest, strlen(row->manifest), "");
        enum pack_state got = read_all(path, why);
        tell(row->what, got, why);
        assert_int_equal(got, PACK_DAMAGED);
        assert_string_equal(err_cause()->kind, row->kind);
        assert_true(str_starts(why, "x.lkp: "));
    }
}

static void expect(const char *what, const char *path, enum pack_state state,
                   const char *kind)
{
    char why[512];
    enum pack_state got = read_all(path, why);
    tell(what, got, why);
    assert_int_equal(got, state);
    assert_string_equal(err_cause()->kind, kind);
}

/* `bytes` instead of what stands `at`; NULL: the byte there with a bit flipped. */
static void spoil(const char *what, const char *kind, size_t at, const char *bytes,
                  size_t count)
{
    char path[PACKS_PATH];
    size_t length = 0;
    char *whole =
        file_read(packs_make(&packs, path, "burns", 1, packs.key), 1 << 20, &length);
    struct str out = {0};
    const char flipped = at < length ? (char)(whole[at] ^ 1) : '\0';
    bytes = bytes ? bytes : &flipped;
    str_add_bytes(&out, whole, at < length ? at : length);
    str_add_bytes(&out, bytes, count);
    if (at + count < length) {
        str_add_bytes(&out, whole + at + count, length - at - count);
    }
    packs_need(file_write(path, out.text, out.length));
    expect(what, path, PACK_DAMAGED, kind);
    str_free(&out);
    free(whole);
}

static void what_nobody_has_signed_is_not_parsed(void **state)
{
    (void)state;
    char path[PACKS_PATH];
    char text[PACKS_PATH];
    size_t length = 0;
    expect("an unknown key", packs_make(&packs, path, "burns", 1, packs.stranger),
           PACK_UNTRUSTED, "pack_untrusted");
    struct pack *pack = pack_open(path, &packs.keys);
    assert_null(pack_info(pack)); /* nothing of it is known */
    pack_close(pack);
    spoil("a changed signature", "pack_signature", 16, NULL, 1);
    spoil("a changed byte in the list", "pack_signature", HEAD + 20, NULL, 1);
    spoil("a changed byte in a file", "pack_changed", HEAD + 560, NULL, 1);
    spoil("a list said to be huge", "pack_manifest_big", LENGTH_AT, "\xFF\xFF\xFF\x7F",
          4);
    spoil("a list said to be empty", "pack_manifest_big", LENGTH_AT, "\0\0\0\0", 4);
    spoil("something behind the end", "pack_behind", 1 << 20, "x", 1);
    char *whole =
        file_read(packs_make(&packs, path, "burns", 1, packs.key), 1 << 20, &length);
    spoil("a second pack behind the end", "pack_behind", 1 << 20, whole, length);
    packs_make(&packs, path, "burns", 1, packs.key);
    packs_need(truncate(path, (off_t)length - 1) == 0);
    expect("cut short by a byte", path, PACK_DAMAGED, "pack_cut");
    packs_need(truncate(path, 40) == 0);
    expect("cut short in its head", path, PACK_DAMAGED, "pack_cut");
    packs_need(truncate(path, 0) == 0);
    expect("empty", path, PACK_DAMAGED, "pack_no_pack");
    packs_need(file_write(path, "PK\3\4", 4));
    expect("another kind of file", path, PACK_DAMAGED, "pack_no_pack");
    packs_need(unlink(path) == 0 && mkfifo(path, 0600) == 0);
    expect("a pipe", path, PACK_DAMAGED, "pack_no_pack");
    packs_need(unlink(path) == 0);
    packs_need(symlink(packs_file(&packs, text, "ours.key"), path) == 0);
    expect("a link", path, PACK_DAMAGED, "pack_no_pack");
    packs_need(unlink(path) == 0);
    expect("not there any more", path, PACK_DAMAGED, "pack_open");
    free(whole);
}

static bool make(const char *folder, const char *key)
{
    char to[PACKS_PATH];
    struct pack_info *info = calloc(1, sizeof *info);
    *info = (struct pack_info){.id = "burns",
                               .version = 1,
                               .api = 1,
                               .title_count = 1,
                               .titles = {{"en", "Burns"}}};
    bool made = pack_make(info, folder, key, packs_file(&packs, to, "made.lkp"));
    free(info);
    return made;
}

static void what_cannot_be_packed_is_named(void **state)
{
    (void)state;
    char folder[PACKS_PATH];
    char path[2 * PACKS_PATH];
    packs_lesson(&packs, folder, "burns", 1);
    packs_write(folder, ".hidden", "x", 1);
    packs_write(folder, "lesson.lua~", "x", 1);
    assert_true(make(folder, packs.key)); /* these two stay out */
    struct pack *pack = pack_open(packs_file(&packs, path, "made.lkp"), &packs.keys);
    assert_int_equal(pack_info(pack)->file_count, 3);
    pack_close(pack);
    packs_write(folder, "草稿.txt", "x", 1);
    assert_false(make(folder, packs.key));
    assert_string_equal(err_cause()->kind, "pack_name");
    assert_string_equal(err_cause()->arguments[1], "草稿.txt");
    str_format(path, sizeof path, "%s/草稿.txt", folder);
    packs_need(unlink(path) == 0);
    str_format(path, sizeof path, "%s/link.lua", folder);
    packs_need(symlink("/nowhere", path) == 0);
    assert_false(make(folder, packs.key));
    assert_string_equal(err_cause()->kind, "pack_link");
    packs_need(unlink(path) == 0);
    packs_write(folder, "a/b/c/d/e", "x", 1);
    assert_false(make(folder, packs.key));
    assert_string_equal(err_cause()->kind, "pack_deep");
    assert_false(make(packs.root, packs.key));
    assert_false(make("/nowhere", packs.key));
    assert_string_equal(err_cause()->kind, "pack_folder");
}

static void keys_are_those_of_other_tools(void **state)
{
    (void)state;
    char path[PACKS_PATH];
    char folder[PACKS_PATH];
    char line[SIGN_LINE_MAX];
    struct stat facts;
    struct pack_keys keys = {0};
    /* As `openssl genpkey -algorithm ed25519` and `openssl pkey -pubout` wrote them. */
    static const char secret[] = "-----BEGIN PRIVATE KEY-----\n"
                                 "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJp"
                                 "GXA7rAMcrn9g\n"
                                 "-----END PRIVATE KEY-----\n";
    static const char public[] =
        "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
    packs_file(&packs, path, "openssl.key");
    packs_need(file_write(path, secret, strlen(secret)));
    packs_lesson(&packs, folder, "burns", 1);
    assert_true(make(folder, path));
    assert_true(pack_keys_add(&keys, "RFC 8032", public));
    struct pack *pack = pack_open(packs_file(&packs, path, "made.lkp"), &keys);
    assert_int_equal(pack_state(pack), PACK_GOING);
    pack_close(pack);

    assert_int_equal(stat(packs.key, &facts), 0);
    assert_int_equal(facts.st_mode & 0777, 0600);
    assert_false(sign_pair_make(packs.key, line)); /* never over one that is there */
    assert_string_equal(err_cause()->kind, "key_there");
    str_format(path, sizeof path, "%s.pub", packs.key);
    assert_false(make(folder, path));
    assert_string_equal(err_cause()->kind, "key_public");
    assert_false(make(folder, "README.md"));
    assert_string_equal(err_cause()->kind, "key_file");
    assert_false(pack_keys_add(&keys, "x", strchr(secret, '\n') + 1));
    assert_string_equal(err_cause()->kind, "pack_key_secret");
    static const char *const wrong[] = {"", "MCow", "x", "MCowBQYDK2VwAyEA", public + 1};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_false(pack_keys_add(&keys, "x", wrong[i]));
        assert_string_equal(err_cause()->kind, "pack_key_what");
    }
    while (pack_keys_add(&keys, "x", public)) {
    }
    assert_int_equal(keys.count, PACK_KEYS_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_pack_says_what_it_holds, begin, end),
        cmocka_unit_test_setup_teardown(the_same_input_makes_the_same_bytes, begin, end),
        cmocka_unit_test_setup_teardown(every_changed_byte_is_found, begin, end),
        cmocka_unit_test_setup_teardown(what_is_wrong_is_named_though_it_is_signed, begin,
                                        end),
        cmocka_unit_test_setup_teardown(what_nobody_has_signed_is_not_parsed, begin, end),
        cmocka_unit_test_setup_teardown(what_cannot_be_packed_is_named, begin, end),
        cmocka_unit_test_setup_teardown(keys_are_those_of_other_tools, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
