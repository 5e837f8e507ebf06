# kiosk_fuzz(NAME SRC file... [DEPS module...] [LIBS library...])
#
# fuzz_NAME over tests/fuzz/corpus/NAME: a test that replays the corpus, or with
# KIOSK_FUZZ (clang) the libFuzzer program build/fuzz/fuzz/fuzz_NAME. See tools/fuzz.
function(kiosk_fuzz name)
    cmake_parse_arguments(PARSE_ARGV 1 F "" "" "SRC;DEPS;LIBS")
    set(corpus ${PROJECT_SOURCE_DIR}/tests/fuzz/corpus/${name})
    if(NOT KIOSK_FUZZ)
        kiosk_test(fuzz_${name} fuzz SRC ${F_SRC} fuzz/replay_main.c DEPS ${F_DEPS}
            LIBS ${F_LIBS} ARGS ${corpus})
        return()
    endif()
    add_executable(fuzz_${name} ${F_SRC})
    set_target_properties(fuzz_${name} PROPERTIES
        RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/fuzz)
    target_include_directories(fuzz_${name} PRIVATE
        ${PROJECT_SOURCE_DIR}/kiosk ${PROJECT_SOURCE_DIR}/firmware ${PROJECT_SOURCE_DIR}/tests)
    target_link_libraries(fuzz_${name} PRIVATE ${F_DEPS} kiosk_flags ${F_LIBS})
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
endfunction()

kiosk_fuzz(wire SRC fuzz/fuzz_wire.c DEPS wire)
kiosk_fuzz(guideline SRC fuzz/fuzz_guideline.c DEPS conf)
kiosk_fuzz(recording SRC fuzz/fuzz_recording.c DEPS link base)
kiosk_fuzz(link SRC fuzz/fuzz_link.c DEPS link base LIBS m)
kiosk_fuzz(lesson SRC fuzz/fuzz_lesson.c DEPS lesson base)
kiosk_fuzz(third_party SRC fuzz/fuzz_third_party.c DEPS link wire base LIBS m)
kiosk_fuzz(raw SRC fuzz/fuzz_raw.c ../tools/cpr-analyze/raw.c ../tools/cpr-analyze/raw_learn.c
    DEPS link wire base LIBS m)
kiosk_fuzz(source SRC fuzz/fuzz_source.c DEPS lesson conf base)
kiosk_fuzz(pack SRC fuzz/fuzz_pack.c DEPS pack base)
kiosk_fuzz(lkx SRC fuzz/fuzz_lkx.c DEPS lkx count base)
