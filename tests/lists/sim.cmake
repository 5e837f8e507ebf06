kiosk_test(test_learner unit SRC unit/test_learner.c DEPS manikin_sim base LIBS m)
kiosk_test(test_sim avr SRC avr/test_sim.c support/child.c DEPS wire LIBS m
    ARGS $<TARGET_FILE:manikin-sim>)
add_dependencies(test_sim manikin-sim)

# An image that is not ours: what many makers' sketches do.
find_program(AVR_GCC avr-gcc REQUIRED)
set(print_a2 ${CMAKE_CURRENT_BINARY_DIR}/print_a2.elf)
add_custom_command(OUTPUT ${print_a2}
    COMMAND ${AVR_GCC} -mmcu=atmega328p -DF_CPU=16000000UL -std=c11 -Os -Wall -Wextra
        -Werror ${CMAKE_CURRENT_SOURCE_DIR}/avr/print_a2.c -o ${print_a2}
    DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/avr/print_a2.c VERBATIM)
add_custom_target(print_a2 DEPENDS ${print_a2})
kiosk_test(test_sim_truth avr SRC avr/test_sim_truth.c support/child.c DEPS base LIBS m
    ARGS $<TARGET_FILE:manikin-sim> $<TARGET_FILE:cpr-analyze> ${print_a2}
        ${PROJECT_BINARY_DIR}/firmware/manikin-uno.elf)
add_dependencies(test_sim_truth manikin-sim cpr-analyze print_a2 firmware_uno)

# Through the real libserialport; see tools/pty-preload.
kiosk_test(test_serialport avr SRC avr/test_serialport.c support/child.c DEPS wire
    LIBS PkgConfig::SERIALPORT ARGS $<TARGET_FILE:manikin-sim>)
add_dependencies(test_serialport manikin-sim ptyserial)
set_property(TEST test_serialport PROPERTY ENVIRONMENT
    LD_PRELOAD=$<TARGET_FILE_NAME:ptyserial> LD_LIBRARY_PATH=$<TARGET_FILE_DIR:ptyserial>
    ASAN_OPTIONS=verify_asan_link_order=0)
