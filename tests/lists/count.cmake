kiosk_test(test_count unit SRC unit/test_count.c DEPS count)
kiosk_test(test_counter unit SRC unit/test_counter.c support/sums.c DEPS count)
kiosk_test(test_queue unit SRC unit/test_queue.c support/sums.c DEPS count)
kiosk_test(test_merge unit SRC unit/test_merge.c DEPS count)
