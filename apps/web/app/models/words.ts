import type { CapabilityName, CatalogueEntry } from '@kinora/capabilities';
import type { Budget, HardwareView, ProviderView } from '@kinora/capabilities/setup';

type Words = {
  /** One or two everyday words. */
  title: string;
  /** What it is for. */
  does: string;
};

/** What each capability is called where people read. */
export const capabilityWords: Record<CapabilityName, Words & { note?: string }> = {
  language: {
    title: 'Words',
    does: 'Writing stories',
    note: 'Kinora’s own storyteller writes, warm and safe. A model follows a wish more freely; where it can’t, the storyteller takes over.',
  },
  speech: { title: 'Voice', does: 'Reading aloud' },
  image: { title: 'Pictures', does: 'Painting a page' },
  clip: { title: 'Movement', does: 'Bringing a picture to life' },
  transcription: {
    title: 'Listening',
    does: 'Speech into text',
    note: 'Nobody listens yet. Stories don’t need it: the narrator knows when each word is said.',
  },
  moderation: {
    title: 'Safety',
    does: 'What a child may see',
    note: 'All of them are asked, and the strictest decides. Kinora’s guard can’t be left out.',
  },
  description: { title: 'Describing', does: 'Pictures in words, for those who listen' },
  'frame-style': {
    title: 'Live painting',
    does: 'Restyling a camera, frame by frame',
    note: 'Kinora’s own painters keep up on any machine. A diffusion model follows words further and wants a graphics card; where it fails, the painters go on.',
  },
};

/** The order in which a story meets them. */
export const capabilityOrder: readonly CapabilityName[] = [
  'language',
  'speech',
  'image',
  'clip',
  'transcription',
  'description',
  'frame-style',
  'moderation',
];

/** What each purpose of the catalogue is called. */
export const purposeWords: Record<CatalogueEntry['purpose'], Words> = {
  ...capabilityWords,
  beats: { title: 'Beats', does: 'Finding the beat of music' },
};

/** Whether models of this purpose stand in a route. */
export function isCapability(purpose: CatalogueEntry['purpose']): purpose is CapabilityName {
  return purpose in capabilityWords;
}

/** Bytes as people say them: `410 MB`, `2.0 GB`. */
export function sizeOf(bytes: number): string {
  if (bytes >= 999_500_000) return `${(bytes / 1e9).toFixed(bytes >= 99_500_000_000 ? 0 : 1)} GB`;
  if (bytes >= 1e6) return `${Math.round(bytes / 1e6)} MB`;
  return `${Math.max(bytes > 0 ? 1 : 0, Math.round(bytes / 1e3))} kB`;
}

/** A span of time: `0.4 s`, `21 s`, `3 min`. */
export function spanOf(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3600)} h`;
}

/** A device as people know it. */
export function deviceWords(device: string, hardware?: HardwareView): string {
  if (device === 'remote') return 'on the internet or another machine';
  if (device === 'cpu') return 'on the processor';
  const known = hardware?.devices.find(({ id }) => id === device);
  return `on ${known?.name ?? 'the graphics card'}`;
}

const currencies = { usd: 'USD', eur: 'EUR', jpy: 'JPY' } as const;

/** An amount in the unit of a budget: `€0.0021`, `12 calls`. */
export function amountOf(value: number, unit: Budget['unit']): string {
  if (unit === 'calls') return `${Math.round(value)} ${Math.round(value) === 1 ? 'call' : 'calls'}`;
  const isTiny = value !== 0 && Math.abs(value) < 0.1;
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency: currencies[unit],
    ...(isTiny && { maximumSignificantDigits: 2 }),
  }).format(value);
}

const numerals = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** Small numbers in words, as in a sentence. */
export function inWords(count: number): string {
  return numerals[count] ?? String(count);
}

/** With a capital first letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `a`, `a and b`, `a, b and c`. */
export function listOf(parts: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(parts);
}

/** What a provider can do: `Words, pictures and voice`. */
export function tasksOf(capabilities: readonly CapabilityName[]): string {
  // What makes nothing is a place where things are published.
  if (capabilities.length === 0) return 'Publishing';
  return sentence(
    listOf(
      capabilityOrder
        .filter((capability) => capabilities.includes(capability))
        .map((capability) => capabilityWords[capability].title.toLowerCase()),
    ),
  );
}

/** Names of languages by their codes. */
export function languagesOf(codes: readonly string[]): string {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return listOf(codes.map((code) => names.of(code) ?? code));
}

/** What this machine is, in one sentence. */
export function machineWords({ cpu, devices }: HardwareView): string {
  const memory = devices.find(({ id }) => id === 'cpu')?.memoryBytes;
  const cards = [...new Set(devices.filter(({ id }) => id !== 'cpu').map(({ name }) => name))];
  const cores = `${inWords(cpu.physicalCores)} processor ${cpu.physicalCores === 1 ? 'core' : 'cores'}`;
  return sentence(
    listOf([
      cores,
      ...(memory == null ? [] : [`${Math.round(memory / 1e9)} GB of memory`]),
      cards.length === 0 ? 'no graphics card' : listOf(cards),
    ]),
  );
}

/** Why a service that is set up doesn't serve, or null. */
export function stateWords({ isOn, problem, install, usage }: ProviderView): {
  words: string;
  tone: 'well' | 'air' | 'soft';
} {
  if (!isOn) return { words: 'Off', tone: 'soft' };
  if (problem !== undefined) return { words: problem, tone: 'air' };
  if (install.state === 'installing' || install.state === 'waiting') return { words: 'Getting ready', tone: 'soft' };
  if (install.state === 'failed') return { words: install.message, tone: 'air' };
  if (usage?.isExhausted) return { words: 'This month’s budget is used up', tone: 'air' };
  return { words: 'On', tone: 'well' };
}
