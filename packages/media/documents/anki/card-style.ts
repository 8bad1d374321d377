/** How cards look: paper by day, Kinora's indigo by night; the item in lamp amber. Fonts are those of the device. */
export const cardStyle = `.card {
  --paper: #fbf8f1;
  --ink: #2b2447;
  --quiet: #756c93;
  --line: #e2dccd;
  --amber: #a85a00;
  --glow: #ffe7b8;
  margin: 0;
  padding: 20px 16px 28px;
  background: var(--paper);
  color: var(--ink);
  font-family: "Hiragino Sans", "Hiragino Kaku Gothic ProN", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI", "Yu Gothic", Meiryo, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  font-size: 19px;
  line-height: 1.65;
  text-align: center;
  -webkit-text-size-adjust: 100%;
}
.card.nightMode, .card.night_mode, .nightMode .card, .night_mode .card {
  --paper: #14132a;
  --ink: #f1ecdf;
  --quiet: #a49dc6;
  --line: #34315c;
  --amber: #ffcb70;
  --glow: rgba(255, 190, 90, 0.16);
}
.kinora { max-width: 36em; margin: 0 auto; }
.kinora p { margin: 0 0 0.7em; }
.ask { color: var(--quiet); font-size: 0.78em; letter-spacing: 0.02em; }
.sentence { font-size: 1.45em; line-height: 1.7; overflow-wrap: anywhere; text-wrap: balance; }
.sentence[lang="ja"] { line-height: 2.25; line-break: strict; word-break: auto-phrase; }
.sentence .item { color: var(--amber); background: var(--glow); font-weight: 600; border-radius: 0.25em; padding: 0.08em 0.16em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
ruby rt { color: var(--quiet); font-size: 0.5em; font-weight: 400; line-height: 1; user-select: none; -webkit-user-select: none; }
.sentence .item rt { color: inherit; }
.sound { min-height: 1em; margin: 0.2em 0 0.6em; }
.replay-button svg, .replaybutton svg { width: 44px; height: 44px; }
.replay-button svg circle, .replaybutton svg circle { fill: var(--glow); stroke: var(--amber); }
.replay-button svg path, .replaybutton svg path { fill: var(--amber); stroke: var(--amber); }
#answer { height: 1px; margin: 0.4em 0 1.1em; border: 0; background: var(--line); }
.kinora .form { margin-bottom: 0.1em; font-size: 1.9em; font-weight: 600; line-height: 1.9; }
.form[lang="en"] { line-height: 1.35; }
.kinora .gloss { margin-bottom: 0.6em; font-size: 1.2em; line-height: 1.45; }
.facts span { display: inline-block; margin: 0 0.2em 0.3em; padding: 0.05em 0.75em; border: 1px solid var(--line); border-radius: 1em; color: var(--quiet); font-size: 0.72em; }
.note { text-align: left; }
.note .label { display: inline-block; margin-right: 0.6em; color: var(--amber); font-size: 0.74em; font-weight: 600; letter-spacing: 0.03em; }
.quiet { color: var(--quiet); }
.picture { margin: 0.9em 0 0.7em; }
.picture img { max-width: 100%; max-height: 46vh; border-radius: 12px; }
.source { color: var(--quiet); font-size: 0.74em; }
.source a { color: var(--amber); }
`;
