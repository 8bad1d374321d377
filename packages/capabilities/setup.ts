import { z } from 'zod';
import { catalogueEntry } from './catalogue.ts';
import { runtimeNames } from './process.ts';
import { capabilityNames } from './provider.ts';

/** What the Models page shows and sends: the shapes of `/api/v1/models`, `/api/v1/providers` and `/api/v1/routes`. */

const capability = z.enum(capabilityNames);

/** A processor that models can run on. */
export const deviceView = z.strictObject({
  /** `cpu`, `cuda:0`, `vulkan:0`, `metal`, `directml`. */
  id: z.string(),
  /** As its maker calls it. */
  name: z.string(),
  /** Bytes it has, and bytes free now where it tells. For `cpu`: main memory. */
  memoryBytes: z.number().nullable(),
  freeBytes: z.number().nullable(),
  driver: z.string().optional(),
  /** Runtimes that can use it. */
  runtimes: z.array(z.enum(runtimeNames)),
});

/** What this machine has. */
export const hardwareView = z.strictObject({
  system: z.string(),
  cpu: z.strictObject({
    name: z.string(),
    physicalCores: z.number(),
    logicalCores: z.number(),
    /** Cores that are idle now, by load. */
    freeCores: z.number(),
    /** e.g. `avx2`, `avx512f`, `neon`. */
    features: z.array(z.string()),
  }),
  disk: z.strictObject({ folder: z.string(), freeBytes: z.number(), usedBytes: z.number() }),
  devices: z.array(deviceView),
});
export type HardwareView = z.infer<typeof hardwareView>;

/** What happens with something that is being installed. */
export const installState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('absent') }),
  z.strictObject({ state: z.literal('waiting') }),
  z.strictObject({
    state: z.literal('installing'),
    /** What is done now: `download`, `verify`, `probe`, `unpack`. */
    step: z.string(),
    doneBytes: z.number(),
    totalBytes: z.number(),
    bytesPerSecond: z.number(),
  }),
  z.strictObject({ state: z.literal('paused'), doneBytes: z.number(), totalBytes: z.number() }),
  z.strictObject({ state: z.literal('failed'), message: z.string(), doneBytes: z.number(), totalBytes: z.number() }),
  z.strictObject({ state: z.literal('installed'), bytes: z.number(), installedAt: z.string() }),
]);
export type InstallState = z.infer<typeof installState>;

/** A runtime, with the package variant that suits this machine. */
export const runtimeView = z.strictObject({
  name: z.enum(runtimeNames),
  title: z.string(),
  summary: z.string(),
  version: z.string(),
  /** e.g. `cpu`, `vulkan`, `cuda`. */
  variant: z.string(),
  /** Rounded size of what would be fetched. */
  downloadBytes: z.number(),
  licence: z.string(),
  install: installState,
});
export type RuntimeView = z.infer<typeof runtimeView>;

/** A model of the catalogue, or one that was imported. */
export const modelView = z.strictObject({
  entry: catalogueEntry,
  isImported: z.boolean(),
  /** Whether it fits this machine, and if not or barely, why. */
  fit: z.strictObject({ level: z.enum(['good', 'slow', 'no']), note: z.string().optional() }),
  isRecommended: z.boolean(),
  revision: z.string().optional(),
  install: installState,
});
export type ModelView = z.infer<typeof modelView>;

/** `GET /api/v1/models`. */
export const modelsView = z.strictObject({
  hardware: hardwareView,
  runtimes: z.array(runtimeView),
  models: z.array(modelView),
  /** Ids of the set recommended for this machine, and what it takes. */
  recommended: z.strictObject({ models: z.array(z.string()), downloadBytes: z.number() }),
  /** Processes with a loaded model. */
  processes: z.array(
    z.strictObject({
      name: z.string(),
      state: z.enum(['unloaded', 'loading', 'ready', 'busy']),
      device: z.string().optional(),
      memoryBytes: z.number().optional(),
      restarts: z.number(),
    }),
  ),
});
export type ModelsView = z.infer<typeof modelsView>;

/** One field of a provider's form, see `SettingField`. */
export const fieldView = z.strictObject({
  name: z.string(),
  label: z.string(),
  help: z.string().optional(),
  kind: z.enum(['text', 'secret', 'url', 'number', 'choice', 'toggle', 'json']),
  choices: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
  isRequired: z.boolean().optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  placeholder: z.string().optional(),
  environment: z.array(z.string()).optional(),
});

/** A kind of provider that can be set up. */
export const providerKindView = z.strictObject({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  kind: z.enum(['local', 'remote']),
  capabilities: z.array(capability),
  fields: z.array(fieldView),
  /** By capability, what leaves this machine. */
  leaves: z.partialRecord(capability, z.string()),
  /** Of a place that things are published at: what leaves this machine, and when. */
  publishes: z.string().optional(),
  terms: z.string().optional(),
  isRepeatable: z.boolean(),
  /** Packages it installs when it is switched on. */
  packages: z.array(z.string()),
});
export type ProviderKindView = z.infer<typeof providerKindView>;

/** What may be spent in a calendar month, and what then happens. */
export const budget = z.strictObject({
  /** In the currency of `unit`. Null: no limit. */
  monthly: z.number().positive().nullable(),
  /** What is counted: money by the prices below, or calls. */
  unit: z.enum(['usd', 'eur', 'jpy', 'calls']),
  /** `fall-back`: the next provider of the route serves; `stop`: the work fails with an explanation. */
  atLimit: z.enum(['fall-back', 'stop']),
  /** Prices in the unit above. */
  prices: z
    .strictObject({
      perMillionInputTokens: z.number().nonnegative(),
      perMillionOutputTokens: z.number().nonnegative(),
      perImage: z.number().nonnegative(),
      perMillionCharacters: z.number().nonnegative(),
      perAudioMinute: z.number().nonnegative(),
      perCall: z.number().nonnegative(),
    })
    .partial(),
});
export type Budget = z.infer<typeof budget>;

/** What a provider has been used for this month. */
export const usageView = z.strictObject({
  /** `2026-11`. */
  month: z.string(),
  calls: z.number(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  images: z.number(),
  characters: z.number(),
  audioSeconds: z.number(),
  /** In the budget's unit. */
  spent: z.number(),
  /** What the month will come to at this pace. */
  forecast: z.number(),
  isExhausted: z.boolean(),
});
export type UsageView = z.infer<typeof usageView>;

/** A provider that is set up. */
export const providerView = z.strictObject({
  /** Unique: the kind, or `kind:name` where a kind may be set up more than once. */
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  isOn: z.boolean(),
  /** For a remote one: the grown-up's second consent, that it may be used for children's stories. */
  childConsent: z.boolean(),
  /** Values of the fields that are not secret. */
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Secrets by field: where each comes from. The values are never shown. */
  secrets: z.record(z.string(), z.enum(['stored', 'environment', 'missing'])),
  install: installState,
  models: z.array(
    z.strictObject({
      capability,
      modelId: z.string(),
      title: z.string(),
      device: z.string(),
      revision: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
  budget: budget.nullable(),
  usage: usageView.nullable(),
  /** Why it can't be used now, with advice. */
  problem: z.string().optional(),
});
export type ProviderView = z.infer<typeof providerView>;

/** One model of a route. */
export const routeEntry = z.strictObject({ provider: z.string(), model: z.string() });

/** Who serves a capability, in order. The built-in one stands last unless `only` is set. */
export const routeView = z.strictObject({
  capability,
  entries: z.array(
    z.strictObject({
      ...routeEntry.shape,
      title: z.string(),
      device: z.string(),
      isBuiltin: z.boolean(),
      state: z.enum(['ready', 'paused', 'trying', 'off']),
      /** Calls answered since the start, and seconds of the last. */
      served: z.number(),
      lastSeconds: z.number().optional(),
      lastFailure: z.string().optional(),
    }),
  ),
  /** Only the first entry serves; there is no fall-back. */
  only: z.boolean(),
});
export type RouteView = z.infer<typeof routeView>;

/** `PUT /api/v1/routes/:capability`: the entries before the built-in one. */
export const routeChange = z.strictObject({ entries: z.array(routeEntry).max(12), only: z.boolean().default(false) });

/** `PUT /api/v1/providers/:id`. A secret that is left out stays; an empty one is removed. */
export const providerChange = z.strictObject({
  kind: z.string(),
  title: z.string().min(1).max(60).optional(),
  isOn: z.boolean(),
  childConsent: z.boolean().default(false),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  budget: budget.nullable().default(null),
});

/** `POST /api/v1/providers/:id/test`. */
export const testRequest = z.strictObject({ capability, model: z.string() });

/** What a test gave: words, a picture or a sound to judge, and what it took. */
export const testResult = z.strictObject({
  ok: z.boolean(),
  /** What the model said, or why it failed and what to do. */
  message: z.string(),
  media: z.strictObject({ mediaType: z.string(), base64: z.string() }).optional(),
  seconds: z.number(),
  device: z.string(),
  memoryBytes: z.number().optional(),
  /** In the unit of the provider's budget. */
  cost: z.number().optional(),
});
export type TestResult = z.infer<typeof testResult>;

/** `GET /api/v1/providers`. */
export const providersView = z.strictObject({
  kinds: z.array(providerKindView),
  providers: z.array(providerView),
  routes: z.array(routeView),
});
export type ProvidersView = z.infer<typeof providersView>;
