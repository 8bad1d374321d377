/** The site's style sheet: a quiet page by day and by night, without scripts; the typeface comes from the site itself. */
export const siteStyle = `:root{color-scheme:light dark;--ground:#fbf8f2;--card:#fff;--ink:#221f33;--soft:#5d5870;--line:#e4ddd0;--lamp:#a45a00;--mark:#ffe3a8}
@media (prefers-color-scheme:dark){:root{--ground:#14132a;--card:#1d1c38;--ink:#f3eee3;--soft:#b7b1c9;--line:#34325a;--lamp:#f2b053;--mark:#5a4312}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.7 "Zen Maru Gothic",system-ui,"Hiragino Sans","Noto Sans JP","Yu Gothic UI",sans-serif}
a{color:var(--lamp);text-underline-offset:.2em}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem}
header,main,footer{max-width:60rem;margin:0 auto;padding:1.25rem}
header{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:baseline}
header strong{font:700 1.25rem "Zen Maru Gothic",Georgia,serif}
header strong a{color:inherit;text-decoration:none}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
h1{font:700 clamp(1.9rem,5vw,3rem)/1.35 "Zen Maru Gothic",Georgia,serif;margin:.5rem 0}
h2{font-size:1.15rem;margin:2.25rem 0 .75rem}
rt{font-size:.5em;color:var(--soft)}
mark{background:var(--mark);color:inherit;border-radius:.2em;padding:0 .1em}
.lead{font-size:1.25rem;margin:.25rem 0 1rem}
.soft{color:var(--soft)}
.facts{display:flex;flex-wrap:wrap;gap:.5rem;padding:0;list-style:none}
.facts li,.tag{border:1px solid var(--line);border-radius:99rem;padding:.1rem .8rem;font-size:.9rem}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1rem;padding:0;list-style:none}
.cards li,.place{background:var(--card);border:1px solid var(--line);border-radius:.9rem;padding:1rem 1.1rem}
.cards b{display:block;font-size:1.35rem;font-weight:600;line-height:1.6}
.cards a{text-decoration:none;color:inherit;display:block}
.cards a:hover b{color:var(--lamp)}
.place{margin:0 0 1rem}
.place p{margin:.25rem 0}
.place .said{font-size:1.2rem;line-height:2.1}
footer{color:var(--soft);font-size:.9rem;border-top:1px solid var(--line);margin-top:3rem}
:focus-visible{outline:3px solid var(--lamp);outline-offset:2px}
`;
