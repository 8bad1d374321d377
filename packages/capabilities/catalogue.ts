import { z } from 'zod';
import { runtimeNames } from './process.ts';

/** What models in the catalogue can do; `frame-style` restyles live pictures, `beats` finds the beats of music. */
export const modelPurposes = [
  'language',
  'speech',
  'transcription',
  'image',
  'clip',
  'moderation',
  'description',
  'frame-style',
  'beats',
] as const;

/**
 * How a model's files are laid out, which decides the adapter that reads them:
 * `gguf` (llama.cpp), `diffusers` (an ONNX folder with model_index.json), `taesd`, `whisper`, `text-classifier`,
 * `image-classifier`, `captioner` (transformers.js folders), `kokoro`, `supertonic`, `piper` (sherpa-onnx folders),
 * `interpolation` (frames between two pictures), `beats`.
 */
export const modelFormats = [
  'gguf',
  'diffusers',
  'taesd',
  'whisper',
  'text-classifier',
  'image-classifier',
  'captioner',
  'kokoro',
  'supertonic',
  'piper',
  'interpolation',
  'beats',
] as const;
export type ModelFormat = (typeof modelFormats)[number];

/** One model of the catalogue. */
export const catalogueEntry = z.strictObject({
  /** kebab-case, never reused. */
  id: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/),
  title: z.string(),
  /** One or two sentences: what it is good at, and what not. */
  summary: z.string(),
  purpose: z.enum(modelPurposes),
  runtime: z.enum(runtimeNames),
  format: z.enum(modelFormats),
  /** `owner/name` on the hub. */
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  /** Branch, tag or commit that is resolved when it is installed, and kept. */
  revision: z.string().default('main'),
  /** Files to fetch: exact paths, or globs with `*` within a path segment. */
  files: z.array(z.string()).min(1),
  licence: z.strictObject({
    name: z.string(),
    url: z.url(),
    /** What it forbids, in one sentence; absent for permissive licences. */
    forbids: z.string().optional(),
    /** Whether the hub asks for an account that has accepted the licence. */
    isGated: z.boolean().optional(),
  }),
  /** Size of the download in bytes, rounded. The hub's own record decides when it is installed. */
  bytes: z.number().int().positive(),
  /** Memory it needs while it runs, in bytes. */
  memoryBytes: z.number().int().positive(),
  /** ISO 639-1; empty when language doesn't matter. */
  languages: z.array(z.string().regex(/^[a-z]{2}$/)).default([]),
  /** Audience it suits: a language model below 3B writes too loosely for small children. */
  suits: z.enum(['children', 'everyone', 'adults']).default('everyone'),
  /** Larger is better within one purpose; decides what is recommended among those that fit. */
  quality: z.number().int().min(1).max(10),
  /** Ids of models it works with, e.g. a small decoder for previews. */
  companions: z.array(z.string()).default([]),
  /** Defaults of the adapter, e.g. `{ steps: 1, guidance: 0 }`. */
  defaults: z.record(z.string(), z.json()).default({}),
});
export type CatalogueEntry = z.infer<typeof catalogueEntry>;
