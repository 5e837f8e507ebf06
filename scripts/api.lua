---@meta
-- SPDX-License-Identifier: MIT
--
-- What a lesson may call, for editors that complete and check Lua. Nothing loads this
-- file; a test holds it against what the kiosk registers.
--
-- Every text is a key of the lesson's text/<lang>.lua. A mistake stops the lesson with its
-- file and line; `lesson-check` finds it before a visitor does.

---@alias Key string A key of text/<lang>.lua.

---@alias Scene The pictures that people act in.
---| "collapse"
---| "tap-shoulders"
---| "call-120"
---| "fetch-aed"
---| "look-breathing"
---| "hand-place"
---| "press"
---| "swap"
---| "send-for-aed"
---| "breathe"
---| "gasping"
---| "battlefield-aid"
---| "dunant-writing"
---| "conference-1863"
---| "thank-you"
---| "call-map"
---| "aed-pads"
---| "aed-child"
---| "aed-shock"
---| "two-pads"
---| "pad-necklace"
---| "pad-patch"
---| "pad-lump"
---| "press-again"
---| "fire-pan"
---| "fire-paper"
---| "fire-electric"
---| "fire-extinguisher"
---| "nosebleed"
---| "back-blows"
---| "cough"
---| "belly-thrusts"
---| "chest-thrusts"
---| "child-chokes"
---| "choke-over"
---| "choke-alone"
---| "on-his-side"
---| "turn-arm"
---| "turn-cheek"
---| "turn-knee"
---| "head-tilt"
---| "left-side"
---| "fit"
---| "fit-clock"
---| "after-fit"
---| "fever-fit"
---| "river-bank"
---| "drowned"
---| "drowned-breath"
---| "pool-call"
---| "warm-side"
---| "fallen-wire"
---| "road-accident"
---| "smoky-house"
---| "gloves-first"
---| "pull-plug"
---| "call-numbers"
---| "street-sign"
---| "meet-ambulance"
---| "aed-arrives"
---| "mother-and-aed"
---| "aed-puddle"
---| "bare-skin"
---| "child-pads"
---| "child-finds"
---| "child-taps"
---| "child-calls"
---| "child-presses"
---| "child-takes-turns"
---| "little-shouts"
---| "little-taps"
---| "little-stays"
---| "little-calls"
---| "classmate-side"
---| "little-opens"
---| "start-cpr"
---| "press-woman"
---| "open-airway"
---| "give-breath"
---| "chest-rises"
---| "child-press"
---| "child-hands"
---| "third-deep"
---| "child-breathe"
---| "child-call"
---| "child-aed"
---| "infant-check"
---| "infant-call"
---| "infant-fit"
---| "infant-thumbs"
---| "infant-press"
---| "infant-third"
---| "infant-pads"
---| "infant-mouth"
---| "infant-airway"
---| "infant-breath"
---| "infant-chokes"
---| "infant-coughs"
---| "infant-back-blows"
---| "infant-chest-thrusts"
---| "infant-hazards"
---| "bleeding-press"
---| "bleeding-layer"
---| "bleeding-object"
---| "tourniquet"
---| "cloth-band"
---| "tourniquet-time"
---| "shock-warm"
---| "cut-finger"
---| "small-cut"
---| "burn-cool"
---| "burn-sleeve"
---| "burn-cover"
---| "burn-film"
---| "burn-child"
---| "clothes-fire"
---| "burn-powder"
---| "electric-burn"
---| "fracture-arm"
---| "splint"
---| "splint-arm"
---| "splint-toes"
---| "cold-foot"
---| "open-fracture"
---| "elder-fall"
---| "ankle-cold"
---| "head-knock"
---| "head-watch"
---| "head-sleep"
---| "ear-fluid"
---| "keep-still"
---| "helmet-on"
---| "head-press"
---| "baby-cries"
---| "stroke-face"
---| "stroke-arms"
---| "stroke-speech"
---| "stroke-wait"
---| "stroke-side"
---| "stroke-balance"
---| "chest-pain"
---| "pain-spreads"
---| "half-sitting"
---| "ask-first"
---| "feel-faint"
---| "cross-legs"
---| "fainted"
---| "faint-side"
---| "bed-faint"
---| "faint-run"
---| "heat-worker"
---| "heat-shade"
---| "heat-cool"
---| "heat-fan"
---| "heat-sip"
---| "cold-wet"
---| "cold-wrap"
---| "cold-drink"
---| "cold-hand"
---| "cold-boat"
---| "choke-limp"
---| "fit-call"
---| "fit-stops"
---| "dad-collapses"
---| "stroke-stops"
---| "heat-stops"
---| "cold-stops"
---| "ladder-watch"
---| "child-gasping"
---| "child-hand-place"
---| "child-side"

---@alias WrongAct What somebody does who chose wrongly, by the scene of the question.
---| "sit-him-up" # collapse
---| "give-water" # collapse
---| "pinch-lip" # tap-shoulders
---| "slap-face" # tap-shoulders
---| "hang-up" # call-120
---| "drag-away" # call-120
---| "hands-left" # hand-place
---| "hands-belly" # hand-place
---| "press-shallow" # press
---| "press-deep" # press
---| "press-slow" # press
---| "press-fast" # press
---| "stop-pressing" # press
---| "press-belly" # press
---| "shout-to-all" # send-for-aed
---| "leave-him" # send-for-aed
---| "head-not-tilted" # breathe
---| "let-him-sleep" # gasping
---| "turn-and-wait" # gasping
---| "leave-them" # battlefield-aid
---| "sell-help" # battlefield-aid
---| "wait-after-shock" # press-again
---| "head-back" # nosebleed
---| "lie-flat" # nosebleed
---| "give-water" # back-blows
---| "finger-sweep" # back-blows
---| "thrust-too-soon" # cough
---| "fist-on-ribs" # belly-thrusts
---| "fist-too-low" # belly-thrusts
---| "belly-of-pregnant" # chest-thrusts
---| "hang-upside-down" # child-chokes
---| "drink-alone" # choke-alone
---| "pillow-on-back" # on-his-side
---| "sit-and-lean" # on-his-side
---| "arm-under" # turn-arm
---| "hand-behind" # turn-cheek
---| "turn-head" # turn-knee
---| "chin-down" # head-tilt
---| "hold-down" # fit
---| "spoon-in-mouth" # fit
---| "pinch-in-fit" # fit-clock
---| "feed-after-fit" # after-fit
---| "walk-away" # after-fit
---| "sponge" # fever-fit
---| "jump-in" # river-bank
---| "hand-chain" # river-bank
---| "drain" # drowned
---| "press-belly" # drowned
---| "only-wait" # drowned
---| "give-liquor" # warm-side
---| "touch-him" # fallen-wire
---| "push-with-stick" # fallen-wire
---| "run-into-road" # road-accident
---| "drag-off-road" # road-accident
---| "run-into-smoke" # smoky-house
---| "bare-hands" # gloves-first
---| "grab-hand" # pull-plug
---| "walk-off-to-ask" # street-sign
---| "say-anything" # street-sign
---| "nobody-waits" # meet-ambulance
---| "read-leaflet" # aed-arrives
---| "leave-her" # mother-and-aed
---| "shock-in-water" # aed-puddle
---| "pads-on-clothes" # bare-skin
---| "pads-that-meet" # child-pads
---| "run-and-hide" # child-finds
---| "pull-him-up" # child-finds
---| "slap-grandfather" # child-taps
---| "send-message" # child-calls
---| "bent-arms" # child-presses
---| "give-up" # child-takes-turns
---| "hide-behind-sofa" # little-shouts
---| "pull-granny" # little-shouts
---| "slap-granny" # little-taps
---| "pour-water" # little-stays
---| "go-and-play" # little-stays
---| "hang-up" # little-calls
---| "hide-from-crew" # little-opens
---| "breathe-first" # start-cpr
---| "feel-pulse" # start-cpr
---| "wait-aside" # press-woman
---| "pillow" # open-airway
---| "nose-open" # give-breath
---| "from-afar" # give-breath
---| "blow-hard" # chest-rises
---| "faint-puff" # chest-rises
---| "shake-child" # child-press
---| "child-fingers" # child-hands
---| "child-belly" # child-hands
---| "too-shallow" # third-deep
---| "too-deep" # third-deep
---| "leave-child" # child-call
---| "shake-baby" # infant-check
---| "run-with-baby" # infant-call
---| "two-fingers" # infant-thumbs
---| "infant-belly" # infant-press
---| "infant-shallow" # infant-third
---| "infant-deep" # infant-third
---| "infant-far-back" # infant-airway
---| "mouth-only" # infant-breath
---| "finger-sweep" # infant-chokes
---| "hang-by-feet" # infant-chokes
---| "baby-upright" # infant-back-blows
---| "hit-nape" # infant-back-blows
---| "belly-thrust" # infant-chest-thrusts
---| "pour-powder" # bleeding-press
---| "raise-leg" # bleeding-press
---| "lift-to-look" # bleeding-layer
---| "pull-it-out" # bleeding-object
---| "band-on-knee" # tourniquet
---| "band-of-wire" # cloth-band
---| "loosen-band" # tourniquet-time
---| "give-a-drink" # shock-warm
---| "legs-up" # shock-warm
---| "finger-in-ice" # cut-finger
---| "ash-on-cut" # small-cut
---| "toothpaste" # burn-cool
---| "ice-on-burn" # burn-cool
---| "tear-sleeve" # burn-sleeve
---| "prick-blister" # burn-cover
---| "sauce-on-burn" # burn-cover
---| "cold-all-over" # burn-child
---| "run-burning" # clothes-fire
---| "water-on-powder" # burn-powder
---| "pull-straight" # fracture-arm
---| "rub-liquor" # fracture-arm
---| "splint-short" # splint
---| "push-bone-in" # open-fracture
---| "wash-bone" # open-fracture
---| "pull-her-up" # elder-fall
---| "hot-footbath" # ankle-cold
---| "play-on" # head-knock
---| "sleep-it-off" # head-watch
---| "plug-ear" # ear-fluid
---| "sit-up-hurt" # keep-still
---| "wash-hair" # head-press
---| "rock-baby" # baby-cries
---| "send-to-bed" # stroke-face
---| "prick-finger" # stroke-face
---| "rub-arm" # stroke-arms
---| "feed-pill" # stroke-wait
---| "walk-on" # chest-pain
---| "slap-elbow" # chest-pain
---| "walk-about" # half-sitting
---| "swallow-pills" # ask-first
---| "keep-standing" # feel-faint
---| "pull-up" # fainted
---| "splash-face" # fainted
---| "give-huoxiang" # heat-worker
---| "cover-up" # heat-cool
---| "rub-alcohol" # heat-fan
---| "give-spirits" # cold-wet
---| "rub-limbs" # cold-wet
---| "drink-spirits" # cold-drink
---| "rub-snow" # cold-hand
---| "drink-aboard" # cold-boat
---| "thrust-on" # choke-limp
---| "carry-in-fit" # fit-call
---| "turn-after-fit" # fit-stops
---| "let-grandpa-sleep" # child-gasping
---| "hands-left" # child-hand-place
---| "hands-belly" # child-hand-place

---@class Show
---@field text Key
---@field scene? Scene
---@field value? number Shown large; whole, or with one decimal.
---@field unit? Key Of the value, said with it: "次", "a minute".
---@field source? string Where the fact is from: "ERC 2021".

---@class Moment What the picture shows next, and what is said of it.
---@field [1] Key
---@field scene? Scene Left out: as in the moment before.

---@class Watch
---@field text Key What there is to see; beside a picture without moments, all that is said.
---@field [integer] Key|Moment Up to six moments; people move from one to the next.
---@field scene? Scene What it begins with; needed where there are no moments.
---@field source? string

---@class Praise
---@field text? Key Left out: the kiosk's own well done.
---@field scene? Scene
---@field source? string

---@class Wrong An answer that is not right, and what whoever chooses it is shown first.
---@field [1] Key
---@field why? Key Why this one is not; then comes `why` of the card.
---@field shows? WrongAct Of the scene beside the question.

---@class Ask
---@field text Key The question.
---@field [integer] Key|Wrong Two to six answers.
---@field right? integer Which of them is right; they are then shown in a drawn order.
---@field why? Key One line, shown after the answer.
---@field count? "before"|"after" Asked before a lesson and after it: yes, not sure, no.
---@field scene? Scene
---@field source? string

---@class Order
---@field text Key What to put in order.
---@field [integer] Key Two to six steps, in the right order.
---@field why? Key
---@field scene? Scene
---@field source? string

---@class Match
---@field text Key What belongs together.
---@field [integer] Key[] Two to six pairs: { "this", "belongs_to_this" }.
---@field why? Key
---@field scene? Scene
---@field source? string

---@class Myth
---@field text Key A sentence that is true or not.
---@field right boolean Whether it is true.
---@field why? Key
---@field wrong? { why?: Key, shows?: WrongAct } Of the button that is not right.
---@field scene? Scene
---@field source? string

---@class Question
---@field ask Key The question.
---@field [integer] Key|Wrong Two to six answers.
---@field right integer Which of them is right.
---@field why? Key
---@field scene? Scene
---@field source? string

---@class Told What a dispatcher asks for: two to four things that may be said.
---@field [integer] Key
---@field right integer Which of them helps; they are shown in a drawn order.
---@field ask? Key The question; left out: the kiosk's own.
---@field why? Key Shown when something else was said; left out: the kiosk's own.

---@class Call
---@field number "120"|"119"|"110"|"122" Which one is right.
---@field text Key What has happened, and that somebody has to be called.
---@field address Told Where it is: in a village its name, group, house and a landmark.
---@field what? Told What has happened.
---@field people? Told How many; with 119 whether somebody is trapped, else whether hurt.
---@field state? Told Whether somebody breathes; how large the fire is ...
---@field scene? Scene Beside the keys. Then comes the map.
---@field source? string

---@class Called How it went. Each verdict is of the first try; all come right in the end.
---@field done boolean False when the visitor went past it; then all verdicts are false.
---@field number boolean
---@field speaker boolean The speaker was on before the first answer.
---@field address boolean It was exact.
---@field what? boolean Where it was asked, as the next two.
---@field people? boolean
---@field state? boolean
---@field stayed boolean Did not hang up first.
---@field right integer How many of these were right.
---@field asked integer Out of how many.
---@field seconds integer From the first touch to the end.

---@class Aed
---@field text? Key What has happened.
---@field child? boolean Under 8 years or 25 kg: a pad on the breast, one on the back.
---@field source? string

---@class Pads: Aed
---@field wet? boolean The chest is wet: it is dried first.
---@field hair? boolean There is hair where the pads go; not with child.

---@class Fire
---@field fire "pan"|"paper"|"electric" What burns.
---@field large? boolean Too large to be put out alone.
---@field text? Key What has happened.
---@field source? string

---@class Played How it went: each verdict is of the first try; all come right in the end.
---@field done boolean False when the visitor went past it; then all verdicts are false.
---@field right integer How many of the verdicts are true.
---@field asked integer Out of how many.
---@field seconds integer From the first touch to the end.

---@class Press
---@field seconds number 5 to 600.
---@field guideline? string "adult", "child"; left out: the one the kiosk is set to.
---@field breaths? boolean 30 compressions and two breaths in turn; else compressions only.
---@field text? Key
---@field scene? Scene

---@alias Tip Key|Moment The text of what is found, and maybe a picture of its own.

---@class Coach: Press
---@field source? string Of what the guideline says.
---@field no_manikin? Tip Left out, as all below: the text of the same name.
---@field not_trusted? Tip The sensor is not to be believed.
---@field too_little? Tip Hardly pressed: there is no rate.
---@field too_shallow? Tip With the mean depth; its unit is the text `mm`.
---@field too_deep? Tip
---@field too_slow? Tip With the mean rate; its unit is the text `a_minute`.
---@field too_fast? Tip
---@field well_pressed? Tip Praise: all that is judged was measured and right.
---@field not_released? Tip Let the chest come all the way up.

---@alias Advice
---| "keep" # Nothing: no fault cost 3 points.
---| "start" # There was no compression.
---| "deeper"
---| "less_deep"
---| "faster"
---| "slower"
---| "release" # Let the chest come all the way up.
---| "hands" # Move them to the right place.
---| "no_pause" # Without breaths: do not stop.
---| "short_pause" # With breaths: stop for less long.
---| "breathe" # With breaths: all well, and they were left out.

---@class Result What was not measured is nil.
---@field measured boolean False without a manikin, or when the visitor went past it.
---@field trusted boolean False, too, when the sensor is not to be believed: then there is no
--- verdict, no advice and no score.
---@field depth? "ok"|"shallow"|"deep" What the means are by the guideline of the card; the
--- depth is not judged by the profile for light people.
---@field rate? "ok"|"slow"|"fast"
---@field recoil? "ok"|"leaning" Leaning: more than one push in ten stayed down.
---@field advice? Advice The one thing to change: it cost the most of the score.
---@field count integer Compressions.
---@field mean_depth_mm? number
---@field depth_ok_percent? number Of the compressions, as all that end in _percent.
---@field shallow_percent? number
---@field deep_percent? number
---@field mean_rate_cpm? number Compressions a minute.
---@field rate_ok_percent? number
---@field mean_release_mm? number What the chest stayed pressed down by; 0 is all the way up.
---@field full_recoil_percent? number
---@field duty_cycle_percent? number
---@field ccf_percent? number Chest compression fraction: of the time, without pauses.
---@field pauses integer Of 1 s and longer.
---@field longest_pause_s? number
---@field total_pause_s? number
---@field breaths? integer With a lung sensor alone, as the next three.
---@field breaths_ok_percent? number Of the breaths.
---@field mean_breath_ml? number
---@field mean_breath_s? number
---@field hands_ok_percent? number With pads on the chest alone, as the next four.
---@field hands_too_left_percent? number
---@field hands_too_right_percent? number
---@field hands_too_high_percent? number
---@field hands_too_low_percent? number
---@field score? number 0 to 100; nil when the sensor is not to be believed.
---@field pass boolean
---@field duration_s? number
---@field samples integer Readings of the sensor.
---@field lost_samples integer

---@class Lesson What lesson.lua returns.
---@field api 1
---@field id string The folder's name.
---@field minutes integer
---@field run fun()
---@field version? integer Raised when the lesson changes so much that counts should tell.
---@field topic? string A row of topics.lua; the first one without it.
---@field picture? string A scene, for lists; the lesson's first one without it.
---@field audience? string[] Whom it is for: lists are narrowed by it, and a hall has its own.
---@field sources? string[]
---@field unsigned? Key[] Facts that await a trainer's sign-off.
---@field quiz? Question[]

card = {}

---Shows a card; goes on when the visitor does.
---@param show Show
function card.show(show) end

---Asks. With `right`: whether the answer was right, and which it was. Without: which.
---@param ask Ask
---@return boolean|integer right
---@return integer? choice
function card.ask(ask) end

---A short well done.
---@param praise? Praise
function card.praise(praise) end

---Has the visitor put things in order. Returns whether the order was right.
---@param order Order
---@return boolean right
function card.order(order) end

---Has the visitor put together what belongs together.
---@param match Match
---@return boolean right
function card.match(match) end

---True or not? The two buttons are the texts `myth_true` and `myth_false`.
---@param myth Myth
---@return boolean right Whether the visitor was right.
function card.myth(myth) end

quiz = {}

---Asks `take` questions drawn from the lesson's `quiz`; all of them when left out.
---@param options? { take?: integer }
---@return integer right
---@return integer asked
function quiz.run(options) end

call = {}

---An emergency call from the keys to its end: number, speaker key, what the dispatcher asks
---for, not to hang up first; a map fills with what was told, and somebody comes.
---@param call Call
---@return Called called
function call.dial(call) end

aed = {}

---Both pads go where they belong, on dry skin where they hold.
---@param pads? Pads
---@return Played pads With `first` and `second`; `dry` and `hair` where asked for.
function aed.place_pads(pads) end

---Nobody touches while the AED looks at the heart.
---@param aed? Aed
---@return Played stood With `clear`.
function aed.stand_clear(aed) end

---Look around, press the key that flashes, press the chest again at once.
---@param aed? Aed
---@return Played shock With `look`, `shock` and `press`.
function aed.shock(aed) end

scene = {}

---A picture that moves, from one moment to the next, each with a line of words.
---@param watch Watch
function scene.watch(watch) end

fire = {}

---Put a small fire out, or leave a large one, shut the door and call 119.
---@param fire Fire
---@return Played put_out With `judge`; pan: `tool`, `wait`; paper and electric: `tool`, `pin`,
--- `stand`, `aim`, `sweep`, `finish`, electric `power` too; large: `door`, `call`.
function fire.extinguish(fire) end

cpr = {}

---Pressing with help: curve, beat, advice.
---@param press Press
---@return Result result
function cpr.practice(press) end

---Pressing with help; then one card says the one thing to change, or praises. Of what is
---found the first is told, in the order of the fields of Coach.
---@param coach Coach
---@return Result result
function cpr.coach(coach) end

---Pressing without help.
---@param press Press
---@return Result result
function cpr.test(press) end

text = {}

---The text of a key in the language the visitor has chosen.
---@param key Key
---@return string
function text.tr(key) end

---"zh-CN" or "en".
---@return string
function text.lang() end
