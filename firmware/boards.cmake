# The images, a row each: boards/<board>.h with mcu/avr/sensors/<sensor>.c.
#             image board sensor processor  clock
manikin_image(uno   uno   pot    atmega328p 16000000)
