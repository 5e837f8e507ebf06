# Without a touch on the screen, the first push on the manikin begins to practise.
until screen practice 8000
shot 1-practice
