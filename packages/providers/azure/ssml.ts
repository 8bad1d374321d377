/** What is said, by whom and how fast. */
export type Speech = {
  text: string;
  voice: string;
  /** BCP 47, e.g. `en-GB`. */
  locale: string;
  /** 1 is the voice's own speed. */
  speed: number;
};

/** Speech Synthesis Markup (W3C SSML 1.0) for a text that is only text: nothing in it is read as markup. */
export function writeSsml({ text, voice, locale, speed }: Speech): string {
  const percent = Math.round((speed - 1) * 100);
  const words = escapeXml(text);
  const spoken = percent === 0 ? words : `<prosody rate="${percent > 0 ? '+' : ''}${percent}%">${words}</prosody>`;
  return (
    `<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="${escapeXml(locale)}">` +
    `<voice name="${escapeXml(voice)}">${spoken}</voice></speak>`
  );
}

/** Characters that XML 1.0 (5th edition, 2.2) does not allow in any spelling. */
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text for an element or attribute. What XML can't carry becomes a space; lone surrogates become U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(forbidden, ' ')
    .replace(/[&<>"']/g, (character) => entities[character] ?? ' ');
}
