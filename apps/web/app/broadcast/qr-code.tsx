import encodeQR from 'qr';

type QrCodeProps = {
  /** What a phone's camera opens. */
  text: string;
  /** For those who can't see it. */
  label: string;
};

/** A QR code: dark on white in every theme, because cameras want it so. */
export function QrCode({ text, label }: QrCodeProps) {
  const cells = encodeQR(text, 'raw', { ecc: 'medium', border: 3 });
  const path = cells.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${cells.length} ${cells.length}`}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${cells.length}v${cells.length}h-${cells.length}z`} />
      <path fill="#0e1124" d={path} />
    </svg>
  );
}
