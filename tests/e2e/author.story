# An author looks at a lesson: along its cards, both languages, large text, one card alone.
until screen author 5000
expect text "第 1 张"
shot author-first
key right
key right
expect text "第 3 张"
tap #step-0
expect text "第 1 张"
key l
expect text "Card 1 of"
key t
key t
key t
shot author-large
key f
shot author-full
key f
tap #1:next
wait 500
expect text "Card 2 of"
shot author-answered
expect screen author
