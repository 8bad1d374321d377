import type { SettingField } from '@kinora/capabilities';
import type { SettingsReader } from '@kinora/capabilities/remote';

/** What services behind the AI SDK do for Kinora. */
export const aiSdkCapabilities = ['language', 'image', 'speech', 'transcription', 'clip'] as const;
export type AiSdkCapability = (typeof aiSdkCapabilities)[number];

/** A voice; `mul` speaks whatever language it is given. */
export type ServiceVoice = { id: string; name: string; language: string };

/** A service with a package of the AI SDK: one row of the table. */
export type AiSdkService = {
  /** kebab-case: the id of its provider. */
  id: string;
  title: string;
  /** What it is good at, in a few words. */
  strength: string;
  /** npm package and its exact version, made for AI SDK 7 (`@ai-sdk/provider` 4). */
  package: string;
  version: string;
  /** Name of the package's factory. */
  factory: string;
  /** Environment variables that customarily hold its key. */
  environment: readonly string[];
  /** Page where keys are made. */
  keyPage: string;
  terms: string;
  /** What its terms forbid that matters to Kinora. */
  caution?: string;
  /** Known models by capability: id and title, the best choice for a story first. */
  models: Partial<Record<AiSdkCapability, readonly (readonly [id: string, title: string])[]>>;
  /**
   * How it takes the size of a picture: `ratio` (as `16:9`), `free` (any size of about a megapixel in steps of 32 pixels),
   * or a list of sizes. The picture is brought to the wanted size afterwards. Default `free`.
   */
  pictureSizes?: 'ratio' | 'free' | readonly `${number}x${number}`[];
  /** For services with voices. */
  voices?: {
    /** The format to ask for when a WAV is wanted; anything else is converted. */
    format: 'wav' | 'mp3';
    standard: string;
    /** Voices that are always there. */
    known: readonly ServiceVoice[];
    /** Where the account's own voices are listed. */
    list?: { url: string; read(answer: unknown): ServiceVoice[] };
    /** Whether it wants to be told the language; others hear it from the text. */
    isToldLanguage?: boolean;
  };
  /** A question without cost that only the right key answers. */
  check?: (settings: SettingsReader) => { url: string; headers: Record<string, string> };
  /** Fields beside the key. */
  fields?: readonly SettingField[];
  /** Options of the factory beside `apiKey` and `fetch`. */
  options?: (settings: SettingsReader) => Record<string, unknown>;
};

/** The usual header with a key. */
export function bearer(settings: SettingsReader): Record<string, string> {
  return { authorization: `Bearer ${settings.text('apiKey') ?? ''}` };
}

/** A header of its own for the key. */
export function keyHeader(name: string, settings: SettingsReader): Record<string, string> {
  return { [name]: settings.text('apiKey') ?? '' };
}
