# A kiosk that follows a story has a time of its own; soak.c drives it otherwise.
wait 1
