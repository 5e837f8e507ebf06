-- {new_texts}
-- {new_room}

return {
  -- {new_title}
  title = "有人突然倒下",
  summary = "看安全，叫一叫，打120，按胸口。",

  what_first = "有人突然倒下。你走过去，先做什么？",
  look_round = "先看周围安不安全",
  sit_him_up = "扶他坐起来",
  give_water = "喂他喝水",
  why_scene = "看看有没有车流、电线、烟火。你安全了，才救得了他。",
  not_sit_up = "叫不醒的人一坐起来，头就垂下去，气进不去。让他平躺着。",
  not_water = "叫不醒的人咽不下去，水会呛进气管。什么也别喂。",

  tap_and_shout = "拍拍两边肩膀，大声叫他：“你怎么了？”没有反应，就打120。",

  how_to_call = "他没有反应。120怎么打？",
  on_speaker = "打开免提，边打边救",
  hang_up = "说完地址就挂断",
  drive_him = "不打，先送医院",
  why_speaker = "开了免提，两只手就空出来了。调度员会一步一步教你。",
  not_hang_up = "一挂断，就没有人教你怎么救了。",
  not_drive = "路上没有人按他的胸口。等到了医院，就太晚了。",

  gasping_is_breathing = "他隔几秒喘一口，像叹气，这说明他在呼吸。",
  myth_true = "真的",
  myth_false = "假的",
  why_gasping = "慢慢地、费力地喘，不是正常呼吸。拿不准，也先按起来。",
  not_asleep = "睡着的人一拍就醒。他叫不醒，心脏可能已经停了。",

  where_to_press = "手放在哪里按？",
  centre = "胸口正中",
  left = "左胸",
  belly = "肚子上边",
  why_centre = "一只手的掌根放在胸口正中，另一只手叠上去。",
  not_left = "左边只有肋骨，按下去容易断，血也压不出去。",
  not_belly = "压肚子救不了他，还会让他吐出来。",

  how_fast = "一分钟按100到120下。节拍是每分钟：",
  a_minute = "下",

  put_in_order = "从第一步开始，排一排。",
  step_look = "看周围安不安全",
  step_tap = "拍双肩，大声叫",
  step_call = "打120，开免提",
  step_press = "按胸口正中",
  why_order = "先看安全，再叫他，打120，然后马上按。",

  when_to_call = "叫不醒、喘不上气、胸口痛、大量出血：马上打120。听调度员的，别先挂电话。",
}
