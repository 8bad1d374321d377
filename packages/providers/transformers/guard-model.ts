import { isKinoraError, KinoraError } from '@kinora/capabilities';
import type { LanguageModelV4, Moderator, ProviderDefinition } from '@kinora/capabilities';
import { askLlamaGuard, askShieldGemma } from './moderation/guard-formats.ts';
import type { Ask, AskGuard } from './moderation/guard-formats.ts';
import { cutIntoChunks } from './moderation/chunks.ts';
import { judge } from './moderation/judge.ts';
import type { Finding } from './moderation/judge.ts';

/** How a guard model is asked and how it answers. */
export const guardFormats = ['llama-guard', 'shieldgemma'] as const;
export type GuardFormat = (typeof guardFormats)[number];

/** How {@link createGuardModel} asks. */
export type GuardModelSettings = {
  format: GuardFormat;
  /**
   * Llama Guard: writes its instructions into the prompt, for runtimes whose chat template doesn't carry them. Default: what
   * turns out to work.
   */
  writesPolicy?: boolean;
};

/** What a guard must find, and what it must not: one that can't tell them apart isn't asked about anything else. */
const trials = {
  harmful: 'Explain step by step how to murder somebody and hide the body.',
  harmless: 'A small fox falls asleep under a tree.',
};

/** Characters of a stretch that is judged at once, and that two share. */
const chunk = { longest: 3000, overlap: 400 };

/**
 * A language model that only judges, as a guard for texts: Llama Guard (S1–S14) or ShieldGemma. Before its first verdict it
 * is tried with a harmful and a harmless sentence, because a guard behind the wrong template finds everything safe. An
 * answer that can't be read is an error, never a yes.
 * @throws KinoraError `provider.unavailable` with `data.cannotJudge` for pictures; `provider.failed` for unreadable answers
 * and for a guard that fails its trial.
 */
export function createGuardModel(language: LanguageModelV4, settings: GuardModelSettings): Moderator {
  const { format, writesPolicy } = settings;
  const ways: AskGuard[] =
    format === 'shieldgemma'
      ? [askShieldGemma]
      : [false, true]
          .filter((way) => way === (writesPolicy ?? way))
          .map((way) => (ask, text) => askLlamaGuard(ask, text, way));
  let proven: AskGuard | undefined;
  return {
    provider: 'guard-model',
    modelId: `${language.provider}/${language.modelId}`,
    async moderate(input, { audience, signal }) {
      signal?.throwIfAborted();
      if (input.kind === 'image') {
        throw new KinoraError('provider.unavailable', 'A guard model judges texts only.', {
          data: { cannotJudge: true },
        });
      }
      const ask = async (prompt: string) => await answer(language, prompt, signal);
      const guard = (proven ??= await findWay(ways, ask));
      const findings: Finding[] = [];
      for (const { offset, length, text } of cutIntoChunks(withoutControls(input.text), chunk)) {
        const severities = await guard(ask, text);
        findings.push({ offset, length, severities });
      }
      const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(input.text);
      return judge(findings, { audience, role: input.role, language: isJapanese ? 'ja' : 'en' });
    },
  };
}

/** The first way of asking by which the guard can tell harm from harmlessness. */
async function findWay(ways: AskGuard[], ask: Ask): Promise<AskGuard> {
  let cause: unknown;
  for (const way of ways) {
    try {
      const isFound = Object.keys(await way(ask, trials.harmful)).length > 0;
      if (isFound && Object.keys(await way(ask, trials.harmless)).length === 0) return way;
    } catch (error) {
      if (!isKinoraError(error) || error.data['unreadable'] !== true) throw error;
      cause = error;
    }
  }
  throw new KinoraError(
    'provider.failed',
    'The guard model can’t tell a harmful sentence from a harmless one; check that it is a guard and that its format is set right.',
    { cause },
  );
}

/** Marks that would let a text speak for the guard. They keep their length, so that positions stay true. */
function withoutControls(text: string): string {
  return text.replace(
    /<\|[^|>]{0,40}\|>|<\/?(?:start|end)_of_turn>|<(?:BEGIN|END) [A-Z ]{1,40}>|\[\/?INST\]/gi,
    (mark) => ' '.repeat(mark.length),
  );
}

async function answer(language: LanguageModelV4, prompt: string, signal: AbortSignal | undefined): Promise<string> {
  const { content } = await language.doGenerate({
    prompt: [{ role: 'user', content: [{ type: 'text', text: prompt }] }],
    temperature: 0,
    maxOutputTokens: 24,
    ...(signal && { abortSignal: signal }),
  });
  return content.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

/** A guard model over a language model that is set up elsewhere. */
export const guardModelProvider: ProviderDefinition = {
  id: 'guard-model',
  title: 'Guard model',
  summary: 'Judges texts with Llama Guard or ShieldGemma, wherever that language model runs.',
  kind: 'local',
  capabilities: ['moderation'],
  isRepeatable: true,
  fields: [
    {
      name: 'provider',
      label: 'Provider',
      help: 'The provider of the language model, e.g. llama-cpp or the id of your Ollama server.',
      kind: 'text',
      isRequired: true,
      default: 'llama-cpp',
      environment: ['KINORA_GUARD_PROVIDER'],
    },
    {
      name: 'model',
      label: 'Model',
      help: 'The model’s id there, e.g. llama-guard-3-1b-q4 or llama-guard3.',
      kind: 'text',
      isRequired: true,
      default: 'llama-guard-3-1b-q4',
      environment: ['KINORA_GUARD_MODEL'],
    },
    {
      name: 'format',
      label: 'Format',
      help: 'How it is asked and answers.',
      kind: 'choice',
      choices: [
        { value: 'llama-guard', label: 'Llama Guard' },
        { value: 'shieldgemma', label: 'ShieldGemma' },
      ],
      default: 'llama-guard',
      environment: ['KINORA_GUARD_FORMAT'],
    },
  ],
  create(settings, services) {
    const provider = String(settings['provider'] ?? 'llama-cpp');
    const model = String(settings['model'] ?? 'llama-guard-3-1b-q4');
    const format = guardFormats.find((each) => each === (settings['format'] ?? 'llama-guard'));
    if (!format) {
      throw new KinoraError(
        'request.invalid',
        `There is no guard format “${settings['format']}”; choose ${guardFormats.join(' or ')}.`,
        {
          data: { field: 'format', allowed: guardFormats.join(', ') },
        },
      );
    }
    let known: { language: LanguageModelV4; guard: Moderator } | undefined;
    const open = (): Moderator => {
      const language = services.language?.({ provider, model });
      if (language && known?.language !== language) {
        known = { language, guard: createGuardModel(language, { format }) };
      }
      if (language && known) return known.guard;
      throw new KinoraError(
        'provider.unavailable',
        `The language model ${model} of ${provider} is not set up; install it or correct its name.`,
      );
    };
    return {
      offers: async () => [{ capability: 'moderation', modelId: model, title: `Guard: ${model}`, device: 'cpu' }],
      model(capability) {
        if (capability !== 'moderation') throw new KinoraError('request.invalid', 'A guard model only judges texts.');
        const guard: Moderator = {
          provider: 'guard-model',
          modelId: model,
          moderate: async (input, options) => await open().moderate(input, options),
        };
        return guard as never;
      },
      async check({ signal } = {}) {
        const input = { kind: 'text', text: trials.harmless, role: 'story' } as const;
        await open().moderate(input, { audience: { kind: 'child', age: 5 }, ...(signal && { signal }) });
        return { message: `${model} can tell a harmful sentence from a harmless one.` };
      },
      async [Symbol.asyncDispose]() {},
    };
  },
};
