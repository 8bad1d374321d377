import { KinoraError, readPictureHeader, safetyCategories } from '@kinora/capabilities';
import type { Audience, ModerationResult, SafetyCategory, SceneSpec, VistaSpec } from '@kinora/capabilities';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { explain } from './explain.ts';
import { findHits } from './hits.ts';
import type { Hit } from './hits.ts';
import { judgeHits } from './judge.ts';

/** Pixels a picture may have. Checked before it is decoded: a file of 30 kB can hold 800 MB. */
const pixelLimit = 40_000_000;
const smallestSide = 16;

type PictureInput = {
  image: Uint8Array;
  mediaType: string;
  scene?: SceneSpec | undefined;
  vista?: VistaSpec | undefined;
};

/**
 * Judges a picture by the scene or the vista it was drawn from, after making sure that its bytes are a picture.
 * @throws KinoraError `provider.unavailable` without either, and for a child when cut-outs stand in a vista: these eyes can't
 * see. `asset.broken` for bytes that are no picture of a reasonable size.
 */
export async function judgePicture(
  input: PictureInput,
  options: { audience: Audience; signal?: AbortSignal | undefined },
): Promise<ModerationResult> {
  const { scene, vista } = input;
  if (!scene && !vista) {
    throw blind(
      'The built-in guard judges pictures by their scene, and this one has none; set up a guard that sees, or use the built-in illustrator.',
    );
  }
  if (vista && vista.figures.length > 0 && options.audience.kind === 'child') {
    throw blind('The built-in guard cannot see the character pictures in this one; set up a guard that sees.');
  }
  await checkPicture(input);
  options.signal?.throwIfAborted();
  const hits = [...(scene ? sceneHits(scene) : []), ...(vista ? findHits(vista.moment) : [])];
  return toResult(hits, options.audience);
}

function blind(message: string): KinoraError {
  return new KinoraError('provider.unavailable', message, { data: { cannotJudge: true } });
}

/** Judges what a scene shows: its words as for a picture prompt, and what stands beside what. */
export function judgeScene(scene: SceneSpec, audience: Audience): ModerationResult {
  return toResult(sceneHits(scene), audience);
}

function sceneHits(scene: SceneSpec): Hit[] {
  const words = [scene.moment, ...scene.characters.flatMap(({ name, kind }) => [name, kind])].filter(
    (text) => text !== undefined,
  );
  return [...words.flatMap(findHits), ...findRisks(scene)];
}

function toResult(hits: Hit[], audience: Audience): ModerationResult {
  const { verdict, categories } = judgeHits(hits, { audience, role: 'picture-prompt' });
  if (verdict === 'allow') return { verdict, categories, spans: [] };
  const gravest = safetyCategories
    .filter((category) => categories[category])
    .toSorted((a, b) => (categories[b] ?? 0) - (categories[a] ?? 0));
  return { verdict, categories, spans: [], explanation: explain(verdict, gravest, { audience, language: 'en' }) };
}

async function checkPicture({ image, mediaType }: PictureInput): Promise<void> {
  const header = readPictureHeader(image);
  if (!header) throw new KinoraError('asset.broken', 'This is no PNG, JPEG or WebP picture; make it again.');
  const { width, height } = header;
  if (header.mediaType !== mediaType) {
    throw new KinoraError('asset.broken', `This picture is ${header.mediaType}, not ${mediaType} as it says.`);
  }
  if (width * height > pixelLimit || Math.min(width, height) < smallestSide) {
    throw new KinoraError(
      'asset.broken',
      `A picture of ${width} × ${height} pixels is not shown; it has at most 40 million, and ${smallestSide} on each side.`,
    );
  }
  const visible = await countVisible(image).catch((cause: unknown) => {
    throw new KinoraError('asset.broken', 'This picture cannot be decoded; make it again.', { cause });
  });
  if (visible === 0) throw new KinoraError('asset.broken', 'This picture is empty; make it again.');
}

/** Pixels of a thumbnail that aren't transparent. */
async function countVisible(image: Uint8Array): Promise<number> {
  const decoded = await loadImage(image);
  const context = createCanvas(24, 24).getContext('2d');
  context.drawImage(decoded, 0, 0, 24, 24);
  const { data } = context.getImageData(0, 0, 24, 24);
  return data.filter((value, index) => index % 4 === 3 && value > 0).length;
}

/** What single words don't tell: a child alone where a child mustn't be, or nothing but sorrow in the dark. */
function findRisks(scene: SceneSpec): Hit[] {
  const risks: Hit[] = [];
  const add = (category: SafetyCategory, severity: number) =>
    risks.push({ category, severity, offset: 0, length: 0, head: 0, form: 0 });
  const hasGrownUp = scene.characters.some(({ species }) => species === 'grown-up');
  for (const { species, pose } of scene.characters) {
    if (species !== 'child' || hasGrownUp) continue;
    if (scene.setting === 'rooftops' && ['jump', 'run', 'reach', 'walk'].includes(pose)) add('unsafe-to-imitate', 3);
    if (scene.setting === 'railway' && ['jump', 'run', 'lie', 'curl-up'].includes(pose)) add('unsafe-to-imitate', 3);
    if (['sea', 'river', 'pond', 'harbour'].includes(scene.setting) && pose === 'swim') add('unsafe-to-imitate', 3);
  }
  const isSad = scene.characters.every(({ expression }) => expression === 'sad' || expression === 'worried');
  const isDark = scene.timeOfDay === 'night' && scene.light.strength < 0.3;
  if (scene.characters.length > 0 && isSad && isDark && !scene.props.some(({ state }) => state === 'lit')) {
    add('scary', 2);
  }
  return risks;
}
