# Every flag the host code is built with; targets take them by linking kiosk_flags.
add_library(kiosk_flags INTERFACE)
target_compile_options(kiosk_flags INTERFACE
    -Wall -Wextra -Wpedantic -Werror -Wshadow -Wundef -Wvla -Wconversion -Wsign-conversion
    -Wdouble-promotion -Wformat=2 -Wcast-qual -Wcast-align -Wwrite-strings
    -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition -Wswitch-enum
    -Wimplicit-fallthrough -Wnull-dereference
    # The same samples give the same score on every machine: no fused multiply-add.
    -ffp-contract=off -fno-common
    $<$<C_COMPILER_ID:GNU>:-Wlogical-op -Wduplicated-cond -Wduplicated-branches -Wjump-misses-init>
    $<$<C_COMPILER_ID:Clang>:-Wcomma -Wassign-enum>)
target_compile_definitions(kiosk_flags INTERFACE _GNU_SOURCE)

if(KIOSK_SANITIZE)
    target_compile_options(kiosk_flags INTERFACE
        -fsanitize=${KIOSK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(kiosk_flags INTERFACE -fsanitize=${KIOSK_SANITIZE})
endif()
if(KIOSK_LINES)
    target_compile_options(kiosk_flags INTERFACE --coverage)
    target_link_options(kiosk_flags INTERFACE --coverage)
endif()
if(KIOSK_FUZZ)
    target_compile_options(kiosk_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
