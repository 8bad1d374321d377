import { createCompositor } from '@kinora/media/video/compositing';
import type { Compositor, Draw, Frames, SpriteStore } from '@kinora/media/video/compositing';
import { placeLayer } from './camera.ts';
import type { CameraPath, LayerReach, View } from './camera.ts';
import { blinkAt, drift, ripple, shimmer, shine, twinkle } from './details.ts';
import type { Place } from './details.ts';
import type { Group } from './layers.ts';
import { createSpriteMaker } from './paint.ts';
import type { PlacedSprite, SpriteMaker } from './paint.ts';
import { fall } from './particles.ts';

/** What is to be drawn: where the camera looks, and the seconds since the movement began. */
export type Moment = {
  view: View;
  seconds: number;
  /** The same for what falls and drifts; music hurries it. Default `seconds`. */
  airSeconds?: number;
  /** How loud the music is and how much light a beat brings, 0 to 1 each. Default: no music. */
  music?: { level: number; flash: number };
};

/** A picture that can be drawn at any moment of its movement. */
export type Stage = {
  compositor: Compositor;
  /** The picture's own camera, not held back yet. */
  path: CameraPath;
  reach: readonly LayerReach[];
  draws(moment: Moment): Draw[];
};

/** Size of the frames to draw, in pixels. */
export type FrameSize = { width: number; height: number };

/** Colour of the page, where a wash leaves it bare. */
const paper = [247, 241, 228] as const;

/** What a picture was taken apart into: plain data and shared memory, so that one thread can prepare what another draws. */
export type StageParts = {
  store: SpriteStore;
  size: FrameSize;
  path: CameraPath;
  reach: readonly LayerReach[];
} & (
  | { kind: 'layered'; groups: readonly Group[]; page: readonly PlacedSprite[]; mist: string | undefined }
  | { kind: 'flat'; picture: PlacedSprite }
);

/** Makes a picture that was taken apart ready to be drawn into frames. */
export function openStage(parts: StageParts, frames: Frames): Stage {
  const { size, path, reach, store } = parts;
  const compositor = createCompositor({ frames, background: paper, store });
  const draws = parts.kind === 'flat' ? flatDraws(parts) : layeredDraws(parts, createSpriteMaker(compositor));
  return { compositor, path, reach, draws };

  function layeredDraws({ groups, page, mist }: StageParts & { kind: 'layered' }, make: SpriteMaker): Stage['draws'] {
    const behind = groups.findLastIndex(({ depth }) => depth >= 0.5);
    return (moment) => [
      ...groups.flatMap((group, index) => {
        const place = { ...placeLayer(moment.view, group.depth), ...size };
        const drawn = drawGroup(group, moment, place, make);
        if (mist && index === behind) drawn.push(...drift({ colour: mist, ...farMist }, moment.seconds, place, make));
        if (mist && index === groups.length - 1) {
          drawn.push(...drift({ colour: mist, ...nearMist }, moment.seconds + 40, place, make));
        }
        return drawn;
      }),
      ...page.map((sprite) => ({ ...sprite, scaleX: 1, scaleY: 1 })),
    ];
  }

  function flatDraws({ picture }: StageParts & { kind: 'flat' }): Stage['draws'] {
    return ({ view }) => {
      const { scale, x, y } = placeLayer(view, flatDepth);
      const slope = (-(view.x - 0.5) * lean * size.width * scale) / size.height;
      return [
        {
          sprite: picture.sprite,
          x: x * size.width + picture.x * scale,
          y: y * size.height + picture.y * scale,
          scaleX: scale,
          scaleY: scale,
          shift: (row) => slope * (row - size.height / 2),
        },
      ];
    };
  }
}

/** Mist behind the characters, and a breath of it before them. */
const farMist = { count: 5, horizon: 0.54, strength: 0.8 };
const nearMist = { count: 3, horizon: 0.8, strength: 0.42 };

/** Where a picture without layers lies: it moves as the camera asks. */
export const flatDepth = 0.33;
/** How much more the foot of such a picture moves than its middle. */
export const lean = 0.25;

function drawGroup(group: Group, moment: Moment, place: Place, make: SpriteMaker): Draw[] {
  const { seconds, airSeconds = seconds, music } = moment;
  const shift = group.sway ? swayShift(group.sway, seconds, place) : ripple(group.water, seconds, place);
  const swaying: Place = { ...place, shift };
  return [
    ...(group.picture ? [placed(group.picture, swaying, 1)] : []),
    ...twinkle(group.stars, seconds, place, make),
    ...(group.water ? shimmer(group.water, seconds, place, make) : []),
    ...group.lids.flatMap((lid) => {
      const opacity = blinkAt(seconds, lid.seed);
      return opacity > 0 ? [placed(lid, swaying, opacity)] : [];
    }),
    ...shine(group.lights, { seconds, music }, place, make),
    ...group.showers.flatMap((shower) => fall(shower, { seconds: airSeconds, level: music?.level }, place, make)),
  ];
}

function placed({ sprite, x, y }: PlacedSprite, place: Place, opacity: number): Draw {
  return {
    sprite,
    x: place.x * place.width + x * place.scale,
    y: place.y * place.height + y * place.scale,
    scaleX: place.scale,
    scaleY: place.scale,
    opacity,
    shift: place.shift,
  };
}

/** A tree in a light wind: it leans about its foot, to and fro, never quite the same way twice. */
function swayShift({ anchorY, amount, seconds: period }: NonNullable<Group['sway']>, seconds: number, place: Place) {
  const turn = (seconds / period) * Math.PI * 2;
  const swing = Math.sin(turn) * 0.7 + Math.sin(turn * 0.43 + 1) * 0.3;
  const foot = place.y * place.height + anchorY * place.scale;
  const slope = (swing * amount) / Math.max(1, anchorY);
  return (y: number) => slope * (foot - y);
}
