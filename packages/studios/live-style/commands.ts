import type { FrameStyle } from '@kinora/capabilities';
import { presets } from './presets.ts';
import type { StylePreset } from './projects.ts';
import { readPrompt } from './prompt.ts';
import type { PromptReading } from './prompt.ts';
import { readAdjustment } from './words/adjustments.ts';
import { actionPhrases, liveActions } from './words/actions.ts';
import type { LiveAction } from './words/actions.ts';
import { cleanSpeech } from './words/clean-speech.ts';
import { editDistance } from './words/index.ts';

/** A command as it was understood. */
export type LiveCommand =
  | { type: 'action'; action: LiveAction }
  /** Only the look changes; colours, light and overlay stay as they are. */
  | { type: 'look'; style: FrameStyle; says: { en: string; ja: string } }
  /** The style of now, changed a little. */
  | { type: 'adjust'; style: FrameStyle; says: { en: string; ja: string } }
  /** A whole new style from words. */
  | { type: 'prompt'; prompt: string; style: FrameStyle; reading: PromptReading }
  | { type: 'preset'; preset: StylePreset; style: FrameStyle }
  /** Nothing was understood. `suggestion`: what may have been meant, ready to be said. */
  | { type: 'unknown'; heard: string; suggestion: string | null };

/**
 * Understands a command that was typed or spoken, in English or Japanese, whatever else is said around it: "Kinora, could you
 * make it a bit darker please", 「もっと青くして」. Speech recognition's near misses are taken for what they are near to.
 * @param style The style of now: what "more blue" starts from.
 */
export function readCommand(said: string, style: FrameStyle): LiveCommand {
  const heard = said.slice(0, 500).toWellFormed().trim();
  const text = cleanSpeech(heard);
  const none: LiveCommand = { type: 'unknown', heard, suggestion: null };
  if (text === '') return none;
  const action = actionOf(text);
  if (action !== undefined) return { type: 'action', action };
  const preset = presetOf(text);
  if (preset !== undefined) return { type: 'preset', preset, style: preset.style };
  const adjusted = readAdjustment(text, style);
  if (adjusted !== undefined) return { type: 'adjust', ...adjusted };
  const reading = readPrompt(text, { base: style });
  const [only] = reading.effects;
  if (only === undefined) return { ...none, suggestion: suggest(text) };
  if (reading.effects.length === 1 && only.kind === 'look' && !only.isNegated && isOnlyLook(only.change)) {
    const { look } = reading.style;
    return { type: 'look', style: { ...style, look, prompt: withLook(style.prompt, only.words) }, says: only.does };
  }
  // More that isn't known than is: rather ask than guess.
  const letters = reading.unknown.reduce((sum, { words }) => sum + words.length, 0);
  if (letters > text.replaceAll(/\s/g, '').length * 0.6) return { ...none, suggestion: suggest(text) };
  return { type: 'prompt', prompt: text, style: reading.style, reading };
}

/** One way to say each action, for a list of what can be said. */
export function exampleCommands(language: 'en' | 'ja'): { action: LiveAction; phrase: string }[] {
  return liveActions.map((action) => ({ action, phrase: phrasesOf(action, language)[0] ?? '' }));
}

function phrasesOf(action: LiveAction, language: 'en' | 'ja'): string[] {
  return actionPhrases[action][language].split(',').map((phrase) => phrase.trim());
}

const exact = new Map<string, LiveAction>();
for (const action of liveActions) {
  for (const phrase of [...phrasesOf(action, 'en'), ...phrasesOf(action, 'ja')])
    exact.set(cleanSpeech(phrase) || phrase, action);
}

function actionOf(text: string): LiveAction | undefined {
  const known = exact.get(text) ?? exact.get(text.replaceAll(/\b(?:the|a|my|this|it|that)\b /g, '').trim());
  if (known !== undefined) return known;
  // A word of the prompt is never taken for a mishearing of an action.
  if (readPrompt(text).effects.length > 0) return undefined;
  const allowed = Math.floor(text.length / 5);
  let best: { action: LiveAction; distance: number } | undefined;
  for (const [phrase, action] of exact) {
    if (allowed === 0 || Math.abs(phrase.length - text.length) > allowed) continue;
    const distance = editDistance(phrase, text);
    if (distance <= allowed && (best === undefined || distance < best.distance)) best = { action, distance };
  }
  return best?.action;
}

function presetOf(text: string): StylePreset | undefined {
  const bare = text.replace(/^(?:preset|プリセット)[\s:：の]*/u, '').replace(/(?:\s+preset|プリセット)$/u, '');
  return presets.find(({ id, name }) => [id, id.replaceAll('-', ' '), name.en.toLowerCase(), name.ja].includes(bare));
}

/** Whether a word says nothing but how to paint. */
function isOnlyLook(change: object): boolean {
  return Object.keys(change).every((key) => key === 'look');
}

function withLook(prompt: string, words: string): string {
  const rest = readPrompt(prompt)
    .effects.filter(({ kind }) => kind === 'look')
    .reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), prompt);
  return [words, rest.replaceAll(/\s*,(?:\s*,)+/g, ',').replaceAll(/^[\s,、]+|[\s,、]+$/g, '')]
    .filter(Boolean)
    .join(', ')
    .slice(0, 500);
}

/** What is spelt most like the text, of everything that can be said. */
function suggest(text: string): string | null {
  const corrected = readPrompt(text).unknown.filter(({ suggestion }) => suggestion !== undefined);
  if (corrected.length > 0) {
    return corrected.reduceRight(
      (now, { start, end, suggestion }) => now.slice(0, start) + suggestion + now.slice(end),
      text,
    );
  }
  const isJapanese = /[ぁ-んァ-ヶ\p{Script=Han}]/u.test(text);
  let best: string | null = null;
  let likeness = isJapanese ? 0.34 : 0.45;
  for (const phrase of exact.keys()) {
    const next = 1 - editDistance(phrase, text) / Math.max(phrase.length, text.length);
    if (next > likeness) [best, likeness] = [phrase, next];
  }
  return best;
}
