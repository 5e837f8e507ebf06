# Two calls, one with every mistake there is, each told kindly; an AED with a wet chest, for
# a child, and its shock; a pan, an electric fire, paper, and one that is too large.
wait 200
tap #wake
until screen home 2000
lesson plays 2000
wait 100
expect text "爷爷突然倒在院子里"
shot 1-keys
tap #digit-1
tap #digit-1
tap #digit-9
wait 100
shot 2-dialled
tap #phone-call
wait 100
expect text "119 不对"
shot 3-another-number
tap #digit-1
tap #digit-2
tap #digit-0
tap #phone-call
wait 100
expect text "请问您在哪里"
shot 4-where
tap "我在家里，快点来！"
wait 100
expect text "先按“免提”"
shot 5-speaker-first
tap #phone-speaker
wait 100
tap #phone-end
wait 100
expect text "先别挂断"
shot 6-hung-up-first
tap "我在家里，快点来！"
wait 100
expect text "调度员看不到您"
tap "干窑镇长丰村三组 12 号，村口是小卖部"
wait 100
expect text "发生了什么事？"
shot 7-what
tap "爷爷突然倒地，没有反应"
wait 100
tap "一个人，七十多岁的爷爷"
wait 100
tap "像睡着了一样"
wait 100
tap #lang
wait 100
shot 8-breathing-en
tap "His chest does not move"
wait 100
expect text "on its way"
shot 9-sent-en
tap #lang
wait 100
tap "我不挂，您请说。"
wait 1500
shot 10-coming
wait 3000
expect text "绕了一圈"
shot 11-there
tap #next
wait 100
tap #digit-1
tap #digit-1
tap #digit-9
tap #phone-call
wait 100
tap #phone-speaker
wait 100
tap "罗星街道嘉禾小区 3 幢 2 单元 501 室"
wait 100
expect text "有人被困在里面吗？"
tap "有，一位老奶奶还在里面"
wait 100
tap "我不挂，您请说。"
wait 4500
expect text "每一步都一次做对！"
shot 12-all-right
tap #next
wait 100
expect text "刚从水里救上来"
shot 13-wet
tap "直接贴上去"
wait 100
tap "把胸口擦干"
wait 100
shot 14-hair
tap "用力按紧；还贴不牢，就刮掉那里的毛"
wait 100
shot 15-where
tap #spot-3
wait 100
expect text "心脏要夹在两片中间"
shot 16-not-there
tap #spot-1
wait 100
shot 17-one-is-on
tap #spot-2
wait 100
shot 18-both-are-on
tap #next
wait 100
expect text "五岁的孩子"
tap #lang
wait 100
shot 19-child-en
tap #spot-2
wait 100
tap #spot-1
wait 100
shot 20-child-en
tap #next
wait 100
tap #lang
wait 100
expect text "请不要接触患者"
tap #option-1
wait 100
shot 21-analysing
tap #option-3
wait 100
tap #next
wait 100
shot 22-look
tap #option-2
wait 300
shot 23-flashing
tap #spot-2
wait 100
expect text "这是开关"
tap #spot-1
wait 100
shot 24-then
tap #option-3
wait 300
shot 25-pressing-again
tap #next
wait 100
expect text "油着火了"
shot 26-pan
tap #option-2
wait 100
tap "一盆水"
wait 100
expect text "水碰到热油会炸开"
shot 27-no-water
tap "关火，盖上锅盖"
wait 100
shot 28-lid
tap "盖着，等它凉透"
wait 100
expect text "火灭了"
tap #next
wait 100
shot 29-electric
tap "火还小，门在我身后：我来灭"
wait 100
tap "拔掉插头，或者拉下电闸"
wait 100
tap "干粉灭火器"
wait 100
tap #spot-2
wait 100
expect text "保险销还插着"
shot 30-pin
tap #spot-1
wait 100
tap "离火两三米，门在身后"
wait 100
tap #spot-4
wait 100
expect text "火还在烧"
shot 31-too-high
tap #spot-1
wait 100
shot 32-foot
tap #spot-2
wait 100
tap #spot-3
wait 100
shot 33-out
tap #next
wait 100
expect text "纸箱着火了"
tap #lang
wait 100
tap #option-2
wait 100
tap #option-1
wait 100
tap #spot-1
wait 100
tap #option-3
wait 100
shot 34-paper-en
tap #spot-2
wait 100
tap #spot-1
wait 100
tap #spot-3
wait 100
tap #lang
wait 100
tap #next
wait 100
expect text "烧到屋顶"
shot 35-large
tap "再拿一个灭火器试试"
wait 100
tap "马上出去，喊大家都走"
wait 100
tap "把门关上"
wait 100
tap "打 119，说清地址和里面还有谁"
wait 100
expect text "火困在里面"
shot 36-all-are-out
tap #next
wait 100
expect text "救人打 120"
tap #next
wait 100
expect text "学完了，谢谢你！"
