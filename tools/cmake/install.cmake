# cmake --install build/release --prefix DIR: a tree that runs wherever it stands, since the
# programs look for their data beside themselves (kiosk/base/paths.h).
install(TARGETS life-kiosk cpr-analyze lesson-check coverage manikin-sim RUNTIME DESTINATION bin)
# Preloaded where a simulated manikin is to be opened; see tools/pty-preload.
install(TARGETS ptyserial LIBRARY DESTINATION lib/life-kiosk)
install(FILES ${PROJECT_BINARY_DIR}/firmware/manikin-uno.elf
    DESTINATION share/life-kiosk/firmware)
# What is the hall's own stays where it was written.
install(DIRECTORY scripts assets DESTINATION share/life-kiosk
    REGEX "/scripts/local$" EXCLUDE)
install(FILES LICENSE README.md DESTINATION share/doc/life-kiosk)
