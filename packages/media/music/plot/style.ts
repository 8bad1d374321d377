/** Colours of the night; what can't read media queries shows these. */
const night = {
  page: '#0e1124',
  ink: '#f6eee0',
  soft: '#a3a5c1',
  line: '#2b3157',
  peaks: '#5b6bb0',
  rms: '#a9c4ff',
  lamp: '#f6bb5e',
  wash: '#f6bb5e',
  pin: '#f6bb5e',
  letters: ['#6f8fe8', '#f0a35c', '#6fc3a0', '#d983b4', '#b59cf0', '#d9c25f', '#6fbcd0', '#e0857b'],
};
/** The same by day. */
const day: typeof night = {
  page: '#f6f2e9',
  ink: '#1d2040',
  soft: '#59596f',
  line: '#d8d0bf',
  peaks: '#9aa8d8',
  rms: '#2a4fa0',
  lamp: '#b26b00',
  wash: '#f2ae43',
  pin: '#f2ae43',
  letters: ['#8ea8ee', '#f2b67c', '#86cfb1', '#e59dc4', '#c4b0f4', '#e0cd78', '#88cbdc', '#e89d94'],
};

/** Style sheet of the plot. */
export const style = `
text{font-family:"Nunito Sans","Segoe UI","Helvetica Neue",Arial,sans-serif;font-size:13px}
.title{font-family:Fraunces,"Iowan Old Style",Georgia,"DejaVu Serif",serif;font-size:30px}
.artist{font-size:20px}.facts{font-size:15px}.what,.when{font-size:14px}
.letter{font-weight:700;font-size:15px}.label{font-size:14px}.letter,.label{fill:#12142a}
.lane,.scale{text-anchor:end}.time,.pin-number{text-anchor:middle}
.pin-number{font-weight:700;fill:#241700}
.when{font-variant-numeric:tabular-nums}
.intensity{fill-opacity:.35;stroke-width:2}.level,.line,.beat,.bar,.moment,.tempo{fill:none}
.level{stroke-width:1;stroke-opacity:.7}.tempo{stroke-width:2.5;stroke-linejoin:round}
.beat{stroke-width:1.2}.bar{stroke-width:2}.moment{stroke-width:1.5;stroke-dasharray:3 5}
${coloursOf(night)}
@media (prefers-color-scheme:light){${coloursOf(day)}}
`;

function coloursOf({ page, ink, soft, line, peaks, rms, lamp, wash, pin, letters }: typeof night): string {
  const blocks = letters.map((colour, index) => `.letter-${index}{fill:${colour}}`).join('');
  return `.page{fill:${page}}.title,.what{fill:${ink}}.artist,.facts,.lane,.scale,.time,.quiet,.when{fill:${soft}}
.line{stroke:${line}}.peaks{fill:${peaks}}.rms{fill:${rms}}.beat{stroke:${soft}}.bar{stroke:${lamp}}
.intensity{fill:${wash};stroke:${lamp}}.level{stroke:${soft}}.tempo{stroke:${rms}}.moment{stroke:${lamp}}.pin{fill:${pin}}
${blocks}`;
}
