/* SPDX-License-Identifier: MIT */
#include "author/draft.h"
#include "base/err.h"
#include "support/probe.h"
#include "support/tap.h"

static const char lesson_format[] =
    "return { api = 1, id = 'probe', minutes = 2, run = function()\n%send }";

struct desk {
    struct probe probe;
    struct conf_languages languages;
    struct conf_guidelines guidelines;
    struct draft *draft;
};

static void write_cards(struct desk *desk, const char *cards)
{
    char text[2048];
    str_format(text, sizeof text, lesson_format, cards);
    probe_write(&desk->probe, text);
}

static void open_desk(struct desk *desk, const char *cards)
{
    probe_begin(&desk->probe);
    assert_true(conf_languages_load(&desk->languages, "tests/languages.lua"));
    assert_true(conf_guidelines_load(&desk->guidelines, "scripts/guidelines"));
    write_cards(desk, cards);
    desk->draft = draft_create(desk->probe.folder, &desk->languages, &desk->guidelines);
    assert_true(draft_load(desk->draft));
}

static void close_desk(struct desk *desk)
{
    draft_free(desk->draft);
    probe_end(&desk->probe);
}

static const char *key_here(const struct desk *desk)
{
    return draft_at(desk->draft) < draft_count(desk->draft)
               ? draft_card(desk->draft, draft_at(desk->draft))->text_key
               : "";
}

static const char four[] = "card.show { text = 'a' }\n"
                           "card.ask { text = 'pick', 'yes', 'no', right = 2 }\n"
                           "card.show { text = 'b' }\n"
                           "card.show { text = 'c' }\n";

static void the_way_is_the_right_answers_to_the_end(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, four);
    assert_int_equal(draft_count(desk.draft), 4);
    assert_int_equal(draft_at(desk.draft), 0);
    const struct draft_card *asked = draft_card(desk.draft, 1);
    assert_int_equal(asked->kind, CARD_ask);
    assert_int_equal(asked->line, 3);
    assert_string_equal(asked->options[asked->answer.choice - 1], "no");
    draft_go(desk.draft, 3);
    struct lesson *lesson = draft_open(desk.draft, "en", NULL);
    assert_string_equal(lesson_card(lesson)->text, "C");
    lesson_close(lesson);
    draft_go(desk.draft, 99);
    assert_int_equal(draft_at(desk.draft), 4);
    lesson = draft_open(desk.draft, "en", NULL);
    assert_int_equal(lesson_state(lesson), LESSON_DONE);
    lesson_close(lesson);
    close_desk(&desk);
}

/* What is written while the author stands at card `b`, and where that leads. */
static void a_save_leads_back_to_the_same_card(void **state)
{
    (void)state;

    static const struct {
        const char *cards, *key;
        enum draft_place place;
    } rows[] = {
        /* a text of it, or nothing at all */
        {four, "b", DRAFT_SAME},
        /* cards before it and behind it */
        {"card.show { text = 'd' }\ncard.show { text = 'a' }\ncard.praise()\n"
         "card.ask { text = 'pick', 'yes', 'no', right = 2 }\n"
         "card.show { text = 'e' }\ncard.show { text = 'b' }\ncard.show { text = 'f' }\n",
         "b", DRAFT_SAME},
        /* cards before it taken out */
        {"card.show { text = 'b' }\ncard.show { text = 'c' }\n", "b", DRAFT_SAME},
        /* the question gets another answer, and its options another order */
        {"card.show { text = 'a' }\n"
         "card.ask { text = 'pick', 'a', 'no', 'yes', right = 2 }\n"
         "card.show { text = 'b' }\n",
         "b", DRAFT_SAME},
        /* its own words are others: it is still the card in that place */
        {"card.show { text = 'a' }\n"
         "card.ask { text = 'pick', 'yes', 'no', right = 2 }\n"
         "card.show { text = 'e' }\ncard.show { text = 'c' }\n",
         "e", DRAFT_SAME},
        /* it is gone: the nearest before */
        {"card.show { text = 'a' }\n"
         "card.ask { text = 'pick', 'yes', 'no', right = 2 }\n"
         "card.order { text = 'e', 'a', 'b' }\n",
         "pick", DRAFT_BEFORE},
        {"card.show { text = 'a' }\n", "a", DRAFT_BEFORE},
        /* the script fails on the way to it */
        {"card.show { text = 'a' }\nerror('no')\n", "a", DRAFT_BEFORE},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct desk desk;
        open_desk(&desk, four);
        draft_go(desk.draft, 2);
        write_cards(&desk, rows[i].cards);
        assert_true(draft_load(desk.draft));
        assert_string_equal(key_here(&desk), rows[i].key);
        assert_int_equal(draft_place(desk.draft), rows[i].place);
        struct lesson *lesson = draft_open(desk.draft, "en", NULL);
        assert_non_null(lesson_card(lesson));
        assert_string_equal(lesson_card(lesson)->text_key, rows[i].key);
        lesson_close(lesson);
        close_desk(&desk);
    }
}

static const char branches[] =
    "if card.ask { text = 'pick', 'yes', 'no', right = 2 } then\n"
    "card.show { text = 'a' }\nelse\ncard.show { text = 'b' }\n"
    "end\ncard.show { text = 'c' }\n";

static void an_answer_leads_the_other_way_and_is_kept(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, branches);
    assert_string_equal(draft_card(desk.draft, 1)->text_key, "a");
    const struct draft_card *asked = draft_card(desk.draft, 0);
    struct lesson_answer wrong = {.choice = 3 - asked->answer.choice};
    draft_answer(desk.draft, &wrong);
    assert_int_equal(draft_at(desk.draft), 1);
    assert_string_equal(key_here(&desk), "b");
    assert_string_equal(draft_card(desk.draft, 2)->text_key, "c");
    assert_true(draft_load(desk.draft)); /* a save */
    assert_string_equal(key_here(&desk), "b");
    close_desk(&desk);
}

static void what_cannot_be_read_changes_nothing(void **state)
{
    (void)state;
    static const char *const broken[] = {
        "return { api = 1, id = 'probe', minutes = 2, run = function() card.show { end }",
        "", "return {", "return { api = 1, id = 'other', minutes = 2, run = print }"};
    struct desk desk;
    open_desk(&desk, four);
    draft_go(desk.draft, 2);
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        probe_write(&desk.probe, broken[i]);
        assert_false(draft_load(desk.draft));
        assert_non_null(strstr(err_text(), "lesson.lua:"));
        assert_int_equal(draft_at(desk.draft), 2);
        assert_int_equal(draft_count(desk.draft), 4);
    }
    write_cards(&desk, four);
    assert_true(draft_load(desk.draft));
    assert_string_equal(key_here(&desk), "b");
    close_desk(&desk);
}

static void a_failure_ends_the_way_and_is_told(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, "card.show { text = 'a' }\nlocal n = nil + 1\n");
    assert_int_equal(draft_count(desk.draft), 1);
    assert_non_null(strstr(draft_failure(desk.draft), "lesson.lua:3:"));
    write_cards(&desk, four);
    assert_true(draft_load(desk.draft));
    assert_string_equal(draft_failure(desk.draft), "");
    close_desk(&desk);
}

static bool is_key(void *key, const struct lesson_card *card)
{
    return str_equal(card->text_key, key);
}

static void a_card_is_found_on_any_way(void **state)
{
    (void)state;
    char b[] = "b";
    char nowhere[] = "nowhere";
    struct desk desk;
    open_desk(&desk, branches);
    assert_true(draft_find(desk.draft, is_key, b));
    assert_string_equal(key_here(&desk), "b");
    assert_false(draft_find(desk.draft, is_key, nowhere));
    assert_string_equal(key_here(&desk), "b");
    close_desk(&desk);
}

/* Cards in a row, some taken out, some put in: a card that is still there is the one that
 * is shown. */
static void drawn_changes_keep_the_card(void **state)
{
    (void)state;
    static const char keys[] = "abcdef";
    struct rng rng = rng_begin();
    for (int round = 0; round < 60; round++) {
        char before[512] = "";
        char after[512] = "";
        int at = rng_int(&rng, 0, 5);
        bool kept[6];
        for (int i = 0; i < 6; i++) {
            size_t used = strlen(before);
            str_format(before + used, sizeof before - used, "card.show { text = '%c' }\n",
                       keys[i]);
            kept[i] = i == at || rng_int(&rng, 0, 2) > 0;
            used = strlen(after);
            str_format(after + used, sizeof after - used, "%s%s%c%s",
                       rng_int(&rng, 0, 3) == 0 ? "card.show { text = 'hello' }\n" : "",
                       kept[i] ? "card.show { text = '" : "-- ", keys[i],
                       kept[i] ? "' }\n" : "\n");
        }
        struct desk desk;
        open_desk(&desk, before);
        draft_go(desk.draft, (size_t)at);
        write_cards(&desk, after);
        assert_true(draft_load(desk.draft));
        assert_int_equal(key_here(&desk)[0], keys[at]);
        assert_int_equal(draft_place(desk.draft), DRAFT_SAME);
        close_desk(&desk);
    }
}

/* Also one that is longer than lessons can be read from. */
static void a_folder_is_kept_whole(void **state)
{
    (void)state;
    char folder[900];
    memset(folder, 'a', sizeof folder);
    folder[sizeof folder - 1] = '\0';
    for (size_t i = 0; i < sizeof folder - 1; i += 100) {
        folder[i] = '/';
    }
    struct desk desk;
    open_desk(&desk, four);
    struct draft *draft = draft_create(folder, &desk.languages, &desk.guidelines);
    assert_string_equal(draft_folder(draft), folder);
    assert_false(draft_load(draft));
    draft_free(draft);
    close_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_way_is_the_right_answers_to_the_end),
        cmocka_unit_test(a_save_leads_back_to_the_same_card),
        cmocka_unit_test(an_answer_leads_the_other_way_and_is_kept),
        cmocka_unit_test(what_cannot_be_read_changes_nothing),
        cmocka_unit_test(a_failure_ends_the_way_and_is_told),
        cmocka_unit_test(a_card_is_found_on_any_way),
        cmocka_unit_test(drawn_changes_keep_the_card),
        cmocka_unit_test(a_folder_is_kept_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
