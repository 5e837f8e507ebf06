-- SPDX-License-Identifier: MIT
function love.conf(t)
    t.window.width, t.window.height = 1920, 1080
    t.window.borderless = true
    t.window.x, t.window.y = 0, 0
    t.window.vsync = 0
    t.window.title = "peer"
    t.modules.joystick, t.modules.physics, t.modules.video = false, false, false
end
