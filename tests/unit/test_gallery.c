/* SPDX-License-Identifier: MIT */
/* The list of all pictures for those who write lessons: nothing is missing, nothing is
 * there twice. That they can be looked at is gallery.py's. */
#include <string.h>

#include "base/str.h"
#include "picture/gallery.h"
#include "support/tap.h"

/* Goes through the plates, as they come: of each scene, in the order of their names. */
static void every_scene_act_and_pose_is_in_it_once(void **state)
{
    (void)state;
    struct gallery_plate plate;
    size_t scenes = 0; /* so many still pictures have come */
    size_t acts = 0;   /* so many wrong acts of the last of them */
    size_t all_acts = 0;
    int poses = 0;
    for (size_t i = 0; gallery_plate(i, &plate); i++) {
        const char *scene = scenes > 0 ? scene_name(scenes - 1) : NULL;
        if (plate.is_pose) {
            assert_int_equal(plate.pose, poses);
            assert_string_equal(plate.name, pose_name((enum pose)poses++));
        } else if (plate.moment == GALLERY_STILL) {
            assert_true(!scene || !scene_wrong(scene, acts)); /* all acts of the last */
            assert_string_equal(plate.name, scene_name(scenes++));
            acts = 0;
        } else if (plate.moment == GALLERY_WRONG) {
            assert_string_equal(plate.name, scene);
            assert_string_equal(plate.wrong, scene_wrong(scene, acts++));
            assert_string_equal(plate.view.wrong, plate.wrong);
            all_acts++;
        }
        assert_true(plate.is_pose || str_equal(plate.view.name, plate.name));
    }
    assert_null(scene_name(scenes));
    assert_true(scenes > 0 && !scene_wrong(scene_name(scenes - 1), acts));
    assert_int_equal(poses, POSE_COUNT);
    assert_true(scenes > 10 && all_acts > 15 && poses > 30);
}

static int by_name(const void *one, const void *other)
{
    return strcmp(one, other);
}

/* Two of one name would be one file. */
static void no_two_are_one_file(void **state)
{
    enum { FILES_MAX = 4096 };

    (void)state;
    char(*files)[GALLERY_FILE_BYTES] = calloc(FILES_MAX, sizeof *files);
    struct gallery_plate plate;
    size_t count = 0;
    assert_non_null(files);
    for (; gallery_plate(count, &plate); count++) {
        assert_true(count < FILES_MAX);
        gallery_file(&plate, SCENE_FULL, files[count]);
        assert_true(strlen(files[count]) < GALLERY_FILE_BYTES - 1);
    }
    qsort(files, count, sizeof *files, by_name);
    for (size_t i = 1; i < count; i++) {
        assert_string_not_equal(files[i - 1], files[i]);
    }
    free(files);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_scene_act_and_pose_is_in_it_once),
        cmocka_unit_test(no_two_are_one_file),
    };
    return cmocka_run_group_tests_name("gallery", tests, NULL, NULL);
}
