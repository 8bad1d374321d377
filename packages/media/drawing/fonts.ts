import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);
const files = {
  'Kinora Serif': '@expo-google-fonts/fraunces/400Regular/Fraunces_400Regular.ttf',
  'Kinora Serif Strong': '@expo-google-fonts/fraunces/600SemiBold/Fraunces_600SemiBold.ttf',
  'Kinora Japanese': '@expo-google-fonts/noto-sans-jp/500Medium/NotoSansJP_500Medium.ttf',
} as const;

/** Font families for words on pictures: a soft serif with Japanese behind it. The fonts come with Kinora, none is looked for on the machine. */
export const titleFont = '"Kinora Serif Strong", "Kinora Japanese"';
export const textFont = '"Kinora Serif", "Kinora Japanese"';

let isReady = false;

/** Makes the families known to the canvas; call it before drawing words. */
export function registerFonts(): void {
  if (isReady) return;
  for (const [family, path] of Object.entries(files)) GlobalFonts.registerFromPath(require.resolve(path), family);
  isReady = true;
}
