# What is built of what, for tools/layers.py: a row each in build/<preset>/modules.txt.
function(kiosk_note kind name sources deps)
    cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY ${PROJECT_SOURCE_DIR}
        OUTPUT_VARIABLE folder)
    string(REPLACE ";" " " sources "${sources}")
    string(REPLACE ";" " " deps "${deps}")
    set_property(GLOBAL APPEND_STRING PROPERTY kiosk_notes
        "${kind}\t${name}\t${folder}\t${sources}\t${deps}\n")
endfunction()

function(kiosk_write_notes)
    get_property(notes GLOBAL PROPERTY kiosk_notes)
    file(WRITE ${PROJECT_BINARY_DIR}/modules.txt "${notes}")
endfunction()

# kiosk_module(NAME SRC file... [DEPS module...] [LIBS library...])
#
# One static library a folder. DEPS are the modules below it: because a test links only
# its module and those, a call upward is a link error.
function(kiosk_module name)
    cmake_parse_arguments(PARSE_ARGV 1 M "" "" "SRC;DEPS;LIBS")
    kiosk_note(module ${name} "${M_SRC}" "${M_DEPS}")
    add_library(${name} STATIC ${M_SRC})
    target_include_directories(${name} PUBLIC
        ${PROJECT_SOURCE_DIR}/kiosk ${PROJECT_SOURCE_DIR}/coverage ${PROJECT_SOURCE_DIR}/firmware)
    target_link_libraries(${name} PUBLIC ${M_DEPS} PRIVATE kiosk_flags ${M_LIBS})
endfunction()

# kiosk_row_files(VARIABLE TABLE PREFIX)
#
# Sets VARIABLE to the source files that the rows of a table stand for: with PREFIX card_,
# the row CARD(ask, ...) stands for card_ask.c. A row without its file does not build.
function(kiosk_row_files variable table prefix)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${table})
    file(STRINGS ${table} rows REGEX "^[A-Z]+[(][a-z_]+")
    list(TRANSFORM rows REPLACE "^[A-Z]+[(]([a-z_]+).*" "${prefix}\\1.c")
    set(${variable} ${rows} PARENT_SCOPE)
endfunction()

# kiosk_program(NAME SRC file... [DEPS module...] [LIBS library...])
function(kiosk_program name)
    cmake_parse_arguments(PARSE_ARGV 1 M "" "" "SRC;DEPS;LIBS")
    kiosk_note(program ${name} "${M_SRC}" "${M_DEPS}")
    add_executable(${name} ${M_SRC})
    target_include_directories(${name} PRIVATE
        ${PROJECT_SOURCE_DIR}/kiosk ${PROJECT_SOURCE_DIR}/coverage ${PROJECT_SOURCE_DIR}/firmware)
    target_link_libraries(${name} PRIVATE ${M_DEPS} kiosk_flags ${M_LIBS})
endfunction()

# kiosk_test(NAME KIND SRC file... [DEPS module...] [LIBS library...] [ARGS argument...])
#
# KIND is a ctest label: unit fault lua trace golden e2e avr fuzz. The test runs in the
# source folder, so that paths such as tests/traces/x.csv read as they are written.
function(kiosk_test name kind)
    cmake_parse_arguments(PARSE_ARGV 2 M "" "" "SRC;DEPS;LIBS;ARGS")
    add_executable(${name} ${M_SRC})
    set_target_properties(${name} PROPERTIES
        RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
    target_include_directories(${name} PRIVATE
        ${PROJECT_SOURCE_DIR}/kiosk ${PROJECT_SOURCE_DIR}/coverage ${PROJECT_SOURCE_DIR}/firmware ${PROJECT_SOURCE_DIR}/tests)
    target_link_libraries(${name} PRIVATE ${M_DEPS} kiosk_flags PkgConfig::CMOCKA ${M_LIBS})
    add_test(NAME ${name} COMMAND ${name} ${M_ARGS} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    set_tests_properties(${name} PROPERTIES LABELS ${kind} TIMEOUT 300)
endfunction()

# kiosk_bench(NAME SRC file... [DEPS module...] [LIBS library...])
#
# Run by hand or by tests/bench/against, never by ctest: a loaded machine proves nothing.
function(kiosk_bench name)
    kiosk_program(${name} ${ARGN})
    set_target_properties(${name} PROPERTIES
        RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    if(NOT TARGET benches)
        add_custom_target(benches)
    endif()
    add_dependencies(benches ${name})
endfunction()
