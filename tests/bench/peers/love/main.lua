-- SPDX-License-Identifier: MIT
-- The practice screen as somebody would write it for LÖVE: everything is drawn each frame,
-- sixty times a second. PEER_STILL=1: nothing moves, and nothing is drawn again.

local still = os.getenv("PEER_STILL") == "1"
local font_path = os.getenv("PEER_FONT")
local fonts = {}
local ground, card, band, good, ink, faint = {0.043, 0.098, 0.125}, {0.063, 0.145, 0.173},
    {0.114, 0.353, 0.286}, {0.31, 0.82, 0.65}, {0.95, 0.97, 0.96}, {0.2, 0.33, 0.37}

local function font(size)
    if not fonts[size] then
        local file = assert(io.open(font_path, "rb"))
        local data = love.filesystem.newFileData(file:read("*a"), "font.ttc")
        file:close()
        fonts[size] = love.graphics.newFont(love.font.newRasterizer(data, size))
    end
    return fonts[size]
end

local function box(x, y, w, h, color)
    love.graphics.setColor(color or card)
    love.graphics.rectangle("fill", x, y, w, h, 36, 36)
end

local function words(text, x, y, size, color)
    love.graphics.setColor(color or ink)
    love.graphics.setFont(font(size))
    love.graphics.print(text, x, y)
end

local function depth(t)
    return t < 0 and 0 or 55 * (1 - math.cos(2 * math.pi * t * 110 / 60)) / 2
end

local function line(x1, y1, x2, y2, w, color)
    love.graphics.setColor(color)
    love.graphics.setLineWidth(w)
    love.graphics.line(x1, y1, x2, y2)
    love.graphics.circle("fill", x1, y1, w / 2)
    love.graphics.circle("fill", x2, y2, w / 2)
end

local function curve(now)
    local left, right, rest, mm = 230, 1285, 430, 6
    box(48, 290, 1350, 560)
    love.graphics.setColor(band)
    love.graphics.rectangle("fill", 48, rest + 50 * mm, 1350, 10 * mm)
    line(48, rest, 1398, rest, 3, faint)
    local points = {}
    for i = 0, 800 do
        local t = now - 8 + i / 100
        points[#points + 1] = left + (right - left) * i / 800
        points[#points + 1] = rest + depth(t) * mm
    end
    love.graphics.setColor(ink)
    love.graphics.setLineWidth(7)
    love.graphics.line(points)
    love.graphics.circle("fill", points[#points - 1], points[#points], 12)
    local period = 60 / 110
    for n = math.ceil((now - 8) / period), math.floor(now / period) do
        local t = (n - 0.5) * period
        if t > now - 8 and t < now then
            love.graphics.setColor(good)
            love.graphics.circle("fill", left + (right - left) * (t - now + 8) / 8,
                rest + 55 * mm, 12)
        end
    end
    words("full release", 76, rest - 60, 34, faint)
    words("50-60 mm", 76, rest + 50 * mm + 8, 34, good)
end

local function bars()
    box(48, 872, 1350, 170)
    words("last ten", 76, 900, 34, faint)
    for i = 0, 9 do
        love.graphics.setColor(good)
        love.graphics.rectangle("fill", 250 + i * 112, 890, 72, 130, 18, 18)
        line(268 + i * 112, 960, 282 + i * 112, 975, 8, ground)
        line(282 + i * 112, 975, 305 + i * 112, 945, 8, ground)
    end
end

local function gauge(y, h, label, number, unit)
    box(1420, y, 452, h)
    words(label, 1450, y + 18, 34, faint)
    words(number, 1450, y + 50, 120, good)
    words(unit, 1690, y + 118, 46)
end

local function figure(now)
    local press = depth(now) / 55 * 14
    box(1420, 830, 452, 212)
    line(1480, 1000, 1780, 1000, 40, {0.45, 0.65, 0.9})
    love.graphics.setColor(0.95, 0.78, 0.65)
    love.graphics.circle("fill", 1460, 995, 24)
    line(1640, 985 + press * 0.5, 1650, 900 + press, 16, {0.95, 0.78, 0.65})
    line(1650, 900 + press, 1720, 960, 40, {0.95, 0.4, 0.3})
    line(1720, 960, 1760, 1010, 30, {0.2, 0.25, 0.35})
    love.graphics.setColor(0.95, 0.78, 0.65)
    love.graphics.circle("fill", 1630, 868 + press, 24)
end

local frames, begun, said = 0, nil, 0

local function draw(now)
    love.graphics.origin()
    love.graphics.clear(ground)
    box(48, 40, 1350, 230, good)
    words("Well done, go on like this", 200, 90, 88, ground)
    box(1420, 40, 452, 230)
    words("time left", 1450, 58, 34, faint)
    words(string.format("%.0f", 120 - now % 120), 1450, 90, 120)
    love.graphics.setColor(good)
    love.graphics.setLineWidth(22)
    love.graphics.arc("line", "open", 1770, 160, 70, -math.pi / 2,
        -math.pi / 2 + 2 * math.pi * (1 - now % 120 / 120))
    gauge(290, 250, "depth", string.format("%.0f", 50 + depth(now) % 8), "mm")
    gauge(560, 250, "rate", "110", "/min")
    curve(now)
    bars()
    figure(now)
    love.graphics.present()
end

function love.run()
    begun = love.timer.getTime()
    local due, drawn = begun, false
    return function()
        love.event.pump()
        for name in love.event.poll() do
            if name == "quit" then return 0 end
        end
        local now = love.timer.getTime()
        if not still or not drawn or now - begun < 1 then
            draw(still and 12 or now - begun + 10)
            drawn = true
            frames = frames + 1
        end
        if now - begun - said >= 1 then
            said = now - begun
            io.stderr:write(string.format("frames %d %.3f\n", frames, now - begun))
        end
        due = math.max(due + 1 / 60, love.timer.getTime() - 1 / 60)
        love.timer.sleep(math.max(0, due - love.timer.getTime()))
    end
end
