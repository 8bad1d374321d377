import type {
  ClipModel,
  ImageDescriber,
  ImageModelV4,
  LanguageModelV4,
  Moderator,
  SpeechModelV4,
  TranscriptionModelV4,
} from './models.ts';
import type { FrameStyler } from './frame-styler.ts';
import type { CatalogueEntry, ModelFormat } from './catalogue.ts';
import type { ProcessHost, RuntimeName } from './process.ts';
import type { VideoDestination, VocabularyDestination } from './publishing.ts';

/** What models can do for the studios. */
export const capabilityNames = [
  'language',
  'speech',
  'transcription',
  'image',
  'clip',
  'moderation',
  'description',
  'frame-style',
] as const;
export type CapabilityName = (typeof capabilityNames)[number];

/** The contract of each capability. */
export type ModelOf = {
  language: LanguageModelV4;
  speech: SpeechModelV4;
  transcription: TranscriptionModelV4;
  image: ImageModelV4;
  clip: ClipModel;
  moderation: Moderator;
  description: ImageDescriber;
  'frame-style': FrameStyler;
};

/** One field of a provider's settings: enough for a form, a command line option and an environment variable. */
export type SettingField = {
  /** camelCase, unique within the provider. */
  name: string;
  /** Label of the form. */
  label: string;
  /** One sentence: where to find it, what it changes. */
  help?: string;
  /** `secret` values are stored encrypted and never shown again. */
  kind: 'text' | 'secret' | 'url' | 'number' | 'choice' | 'toggle' | 'json';
  choices?: readonly { value: string; label: string }[];
  isRequired?: boolean;
  default?: string | number | boolean;
  placeholder?: string;
  /** Read from here when nothing is stored, e.g. `KINORA_AZURE_SAFETY_KEY`; providers' own customary names may follow. */
  environment?: readonly string[];
};

/** Settings as stored: by field name. */
export type ProviderSettings = Record<string, string | number | boolean | undefined>;

/** A model that is in Kinora's home, ready to be loaded. */
export type InstalledModel = {
  /** Its id in the catalogue, or `local-…` for an import. */
  id: string;
  title: string;
  purpose: CatalogueEntry['purpose'];
  runtime: RuntimeName;
  /** How its files are laid out, which decides the adapter. */
  format: ModelFormat;
  /** Folder with its files. */
  folder: string;
  /** Files relative to the folder, with forward slashes. */
  files: string[];
  /** Commit of the repository it was installed from, or a hash of an import's files. */
  revision: string;
  bytes: number;
  memoryBytes: number;
  languages: string[];
  /** Defaults of the model, e.g. `{ steps: 1, guidance: 0 }`. */
  defaults: Record<string, unknown>;
};

/** What a provider may use to reach the world. Everything is injected, so a test gives its own. */
export type ProviderServices = {
  /**
   * The only way out: pins addresses, rechecks redirects, keeps to the provider's permission for private addresses,
   * limits size and time, knows proxies. Throws KinoraError `request.invalid` for a forbidden address, and the usual
   * `TypeError` when nobody answers.
   */
  fetch: typeof globalThis.fetch;
  /** Processes for local runtimes. */
  processes: ProcessHost;
  /** Models in Kinora's home. */
  installed(): Promise<InstalledModel[]>;
  /**
   * Imports a package that is installed on demand, e.g. `@ai-sdk/openai`. @throws KinoraError `provider.unavailable` with
   * advice when it isn't installed yet.
   */
  importPackage<Module>(name: string): Promise<Module>;
  /** Other capabilities a provider may lean on, e.g. transcription to time the words of a voice. Null when none is set up. */
  transcription?: () => TranscriptionModelV4 | null;
  /** The model that is named, or the route when none is. */
  language?: (model?: { provider: string; model: string }) => LanguageModelV4 | null;
};

/** A model as offered by a provider, for lists. */
export type OfferedModel = {
  capability: CapabilityName;
  modelId: string;
  title: string;
  /** Where it computes: `cpu`, `cuda:0`, `remote`. */
  device: string;
  /** Distinguishes versions: a commit, a date. */
  revision?: string;
  /** What it is good for, or what its licence forbids. */
  note?: string;
  /** Voices of a speech model. */
  voices?: { id: string; name: string; language: string }[];
};

/** A configured provider. */
export type Provider = AsyncDisposable & {
  /** What it offers now. A remote one asks its server where the server can tell. */
  offers(options?: { signal?: AbortSignal }): Promise<OfferedModel[]>;
  /**
   * The model of a capability. Nothing is loaded or asked before its first call.
   * @throws KinoraError `request.invalid` when it offers no such model.
   */
  model<Capability extends CapabilityName>(capability: Capability, modelId: string): ModelOf[Capability];
  /** Asks for the least that proves address and key right, without cost where possible. @throws KinoraError with advice. */
  check(options?: { signal?: AbortSignal }): Promise<{ message: string }>;
  /** Where vocabulary can be sent to, if it is such a place. */
  vocabulary?(): VocabularyDestination;
  /** Where videos can be uploaded to, if it is such a place. */
  video?(): VideoDestination;
};

/** A kind of provider that can be set up. Its folder exports one. */
export type ProviderDefinition = {
  /** kebab-case, e.g. `openai-compatible`. */
  id: string;
  title: string;
  /** One sentence for the list of providers. */
  summary: string;
  kind: 'local' | 'remote';
  capabilities: readonly CapabilityName[];
  fields: readonly SettingField[];
  /** Packages `importPackage` needs, with exact versions: installed when the provider is switched on. */
  packages?: Record<string, string>;
  /** The same where the settings decide, e.g. a package the user names. @throws KinoraError `request.invalid`. */
  packagesFor?(settings: ProviderSettings): Record<string, string>;
  /** For a remote one, by capability, what leaves this machine, e.g. `the words of the story`. */
  leaves?: Partial<Record<CapabilityName, string>>;
  /** For a place that things are published at: what leaves this machine, and when. */
  publishes?: string;
  /** Where its terms and privacy statement stand. */
  terms?: string;
  /** Whether it may be set up more than once, e.g. two servers. */
  isRepeatable?: boolean;
  /** @throws KinoraError `request.invalid` naming the field in `data.field`. */
  create(settings: ProviderSettings, services: ProviderServices): Provider;
};
