# The commands in tools/ that check others.
add_test(NAME layers COMMAND tests/unit/test_layers.py WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(layers PROPERTIES LABELS unit TIMEOUT 60)

# Every other preset compiles, first of all fuzz with its clang.
add_test(NAME presets COMMAND tools/presets WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(presets PROPERTIES LABELS fuzz TIMEOUT 300)
