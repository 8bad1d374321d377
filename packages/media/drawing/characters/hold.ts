import type { PropKind } from '@kinora/capabilities';
import type { Point } from '../paths.ts';
import { drawProp, propGrip, propHeight, propWidth } from '../props/index.ts';
import type { Figure } from './figure.ts';

/** A prop in a character's hands. */
export type Hold = {
  /** Held crosswise, as in a beak or a mouth: what has its grip at the foot points forward. */
  crosswise?: boolean;
  prop: PropKind;
  /** Where the hand is, in current units. */
  at: Point;
  /** What is drawn after it: the arms (held with both) or only the hand. */
  before: 'arms' | 'hand';
  /** A length to measure the prop by: the height of the body. */
  size: number;
  arm?: 'near' | 'far';
  hugged?: boolean;
};

/** Props are drawn for characters of 180 units, characters here are about 240 tall. */
const propScale = 240 / 180;

const oneHanded: ReadonlySet<PropKind> = new Set([
  'balloon',
  'basket',
  'bell',
  'bucket',
  'candle',
  'feather',
  'flower',
  'flute',
  'kettle',
  'key',
  'kite',
  'lantern',
  'paintbrush',
  'rope',
  'telescope',
  'toolbox',
  'umbrella',
  'watering-can',
]);

/** Whether the prop hangs from or stands in one hand, rather than being hugged with both. */
export function isHeldInOneHand(prop: PropKind): boolean {
  return oneHanded.has(prop);
}

/** Whether the prop belongs above the head of who holds it. */
export function isHeldAloft(prop: PropKind): boolean {
  return prop === 'umbrella' || prop === 'kite' || prop === 'balloon';
}

/** Draws the prop with its grip in the hand; what is too large to hold shrinks to what can be held. */
export function drawHeld(fig: Figure, hold: Hold): void {
  const largest = Math.max(propHeight(hold.prop), propWidth(hold.prop));
  const limit = hold.size * (hold.before === 'arms' ? 0.95 : isHeldAloft(hold.prop) ? 1.6 : 0.85);
  const scale = Math.min(propScale, limit / largest);
  const [gx, gy] =
    hold.before === 'arms' ? [0, -propHeight(hold.prop) * (hold.hugged ? 0.5 : 0.42)] : propGrip(hold.prop);
  const fromFoot =
    hold.crosswise && gy > -propHeight(hold.prop) * 0.45 && hold.prop !== 'balloon' && hold.prop !== 'kite';
  fig.brush.at(
    hold.at[0],
    hold.at[1],
    scale,
    hold.before === 'arms' ? fig.sway * 0.06 : fromFoot ? 1.25 : 0.03,
    false,
    () =>
      fig.brush.at(-gx, -gy, 1, 0, false, () => drawProp(fig.brush, hold.prop, { state: stateOf(hold.prop), seed: 7 })),
  );
}

/** Lamps in the hand are lit: that is why they are carried. */
function stateOf(prop: PropKind): 'lit' | 'open' | undefined {
  if (prop === 'lantern' || prop === 'candle' || prop === 'lamp') return 'lit';
  return prop === 'umbrella' ? 'open' : undefined;
}
