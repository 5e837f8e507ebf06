# Without a touch on the screen, the first push on the manikin wakes the kiosk.
until screen home 8000
shot 1-home
