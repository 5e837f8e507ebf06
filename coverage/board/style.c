/* SPDX-License-Identifier: MIT */
#include "board/style.h"

#include "base/str.h"
#include "board/board.h"

static const char screen[] =
    "*{box-sizing:border-box}"
    "html{background:#faf6f0}"
    "body{font:16px/1.6 \"Noto Sans CJK SC\",\"Noto Sans SC\",\"Microsoft YaHei\","
    "\"PingFang SC\",sans-serif;color:#1c2b2a;max-width:68em;margin:0 auto;"
    "padding:1em;overflow-wrap:break-word}"
    ":focus-visible{outline:3px solid #0b5cad;outline-offset:2px}"
    "h1{font-size:1.7em;line-height:1.3;color:#0f6e5c;margin:0}"
    "h2{font-size:1.3em;color:#0f6e5c;margin:0 0 .5em;border-bottom:2px solid #0f6e5c}"
    "h3{font-size:1.08em;margin:1.2em 0 .3em}"
    "p,ul{margin:.35em 0}"
    "header{display:flex;align-items:center;gap:.8em;margin:.6em 0}"
    ".heart{width:3em;height:3em;flex:none}"
    "a{color:#0b5cad}"
    ".langs{display:none;border:0;margin:0;padding:0;text-align:right}"
    ".langs legend{float:left;padding:0 .6em 0 0}"
    ".langs label{padding:.4em .6em .4em .2em}"
    ".langs input{width:1.2em;height:1.2em;vertical-align:-.2em}"
    ".skip{position:absolute;left:-99em}"
    ".skip:focus{position:static}"
    "nav ul{display:flex;flex-wrap:wrap;gap:.2em 1.2em;list-style:none;padding:0}"
    "nav a{display:inline-block;padding:.2em 0}"
    "section{background:#fff;border:1px solid #d9e2df;border-radius:.8em;"
    "padding:1em 1.2em;margin:1em 0}"
    ".goals{display:grid;gap:1em;"
    "grid-template-columns:repeat(auto-fill,minmax(min(100%,22em),1fr))}"
    "article{border:1px solid #d9e2df;border-left:6px solid #0f6e5c;border-radius:.5em;"
    "padding:.7em 1em}"
    "article.entered{border-left-color:#8a6413}"
    "article.missing{border-left-color:#5b6b68;border-left-style:dashed}"
    "article h3{margin:0}article h3::first-letter,tbody th::first-letter{"
    "text-transform:uppercase}"
    ".tag{font-size:.9em;font-weight:bold;color:#0f6e5c}"
    ".entered .tag{color:#7a560c}.missing .tag{color:#4a5a58}"
    ".beside{display:grid;gap:0 1.5em;align-items:start;"
    "grid-template-columns:repeat(auto-fit,minmax(min(100%,24em),1fr))}"
    "figure{margin:.4em 0;max-width:34em}"
    "figcaption{font-size:.95em}"
    "svg{width:100%;height:auto;display:block}"
    ".wide{overflow-x:auto;margin:.8em 0}"
    "table{border-collapse:collapse;width:100%}"
    "caption{text-align:left;font-weight:bold;padding:.3em 0}"
    "th,td{border:1px solid #b8c4c0;padding:.25em .5em;text-align:left;"
    "vertical-align:top}"
    "thead th{background:#e6f2ee;overflow-wrap:normal;word-break:keep-all}"
    "tbody th{font-weight:normal;min-width:7.5em}"
    "tr.sum th,tr.sum td{background:#e6f2ee;font-weight:bold}"
    ".n{text-align:right;font-variant-numeric:tabular-nums}"
    "td.n,td.id{white-space:nowrap}td.id{font-family:monospace}"
    ".code{font-family:monospace;font-size:.85em;word-break:break-all;min-width:9em}"
    "abbr{text-decoration:none}"
    "footer{font-size:.9em;color:#3f4e4c;margin:1em 0}"
    ".page+.page{border-top:3px solid #0f6e5c;margin-top:2em;padding-top:1em}"
    "@media(max-width:40em){section{padding:.8em .7em}h1{font-size:1.4em}"
    ".heart{width:2.2em;height:2.2em}}";

/* Titles of a table stand on each page, no row and no picture is cut in two. */
static const char paper[] =
    "@page{size:A4;margin:14mm 12mm 16mm}"
    "@media print{html{background:#fff}:focus-visible{outline:0}"
    "body{font-size:10px;line-height:1.45;max-width:none;padding:0}"
    ".langs,.jump,.skip,nav{display:none!important}"
    "section{border:0;border-radius:0;padding:0;margin:0 0 1.6em}"
    ".goals{grid-template-columns:1fr 1fr}"
    "figure{max-width:26em}"
    ".wide{overflow:visible}th,td{padding:.12em "
    ".35em}td.n{white-space:normal}td.day{white-space:nowrap}"
    ".code{font-size:.75em;min-width:7em}tbody th{min-width:0}"
    "thead{display:table-header-group}table,tr,figure,article{break-inside:avoid}"
    "h2,h3,caption{break-after:avoid}a{color:inherit;text-decoration:none}}";

void style_add(const struct board *board, struct str *out)
{
    str_add(out, "%s%s", screen, paper);
    str_add(out, "@supports selector(:has(*)){.langs{display:block}.jump{display:none}"
                 ".page{display:none}.page+.page{border:0;margin:0;padding:0}");
    for (size_t i = 0; i < board->word_count; i++) {
        const char *lang = board->words[i].lang;
        str_add(out, "body:has(#pick-%s:checked) #%s{display:block}", lang, lang);
    }
    str_add(out, "}");
}
