import encodeQR from 'qr';
import type { Pdf, Structure } from '../pdf/document.ts';

/** White around a code in modules, as ISO/IEC 18004 asks. */
const quietZone = 4;

/**
 * Draws a QR code of a link, `side` points wide with the white around it, as a figure that can be clicked.
 * @param options.alt For those who don't see it.
 */
export function drawQr(
  pdf: Pdf,
  into: Structure,
  { link, x, y, side, colour, alt }: { link: string; x: number; y: number; side: number; colour: string; alt: string },
): void {
  const rows = encodeQR(link, 'raw', { ecc: 'medium', border: quietZone });
  const unit = side / rows.length;
  into.add(
    pdf.struct('Figure', { alt }, () => {
      rows.forEach((row, line) => {
        for (let from = 0; from < row.length; from++) {
          if (row[from] !== true) continue;
          let to = from;
          while (row[to] === true) to++;
          // A hair taller than a module: no seam between two rows.
          pdf.rect(x + from * unit, y + line * unit, (to - from) * unit, unit * 1.02);
          from = to;
        }
      });
      pdf.fill(colour);
    }),
  );
  pdf.link(x, y, side, side, link);
}
