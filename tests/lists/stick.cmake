set(mock SRC unit/test_stick.c support/mock_udisks.c DEPS stick base)
kiosk_test(test_stick unit ${mock} LIBS PkgConfig::SYSTEMD 
    -Wl,--wrap=write,--wrap=pread,--wrap=statvfs)
kiosk_test(test_stick_choice unit SRC unit/test_stick_choice.c DEPS stick base
    LIBS PkgConfig::SYSTEMD)
