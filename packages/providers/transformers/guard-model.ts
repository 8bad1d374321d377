import { KinoraError } from '@kinora/capabilities';
import type { LanguageModelV4, Moderator, ProviderDefinition, SafetyCategory } from '@kinora/capabilities';
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
   * Llama Guard: writes its instructions into the prompt, for runtimes whose chat template doesn't carry them. Default
   * false: llama.cpp and Ollama use the template that comes with the model.
   */
  writesPolicy?: boolean;
};

/** Characters of a stretch that is judged at once, and that two share. */
const chunk = { longest: 3000, overlap: 400 };

type Severities = Partial<Record<SafetyCategory, number>>;

/** The hazards of MLCommons, as Llama Guard 3 numbers them. */
const hazards: readonly (readonly [name: string, category: SafetyCategory, severity: number])[] = [
  ['Violent Crimes', 'violence', 7],
  ['Non-Violent Crimes', 'unsafe-to-imitate', 6],
  ['Sex-Related Crimes', 'sexual', 7],
  ['Child Sexual Exploitation', 'sexual', 7],
  ['Defamation', 'hate', 5],
  ['Specialized Advice', 'unsafe-to-imitate', 5],
  ['Privacy', 'personal-data', 5],
  ['Intellectual Property', 'brand', 4],
  ['Indiscriminate Weapons', 'violence', 7],
  ['Hate', 'hate', 7],
  ['Suicide & Self-Harm', 'self-harm', 7],
  ['Sexual Content', 'sexual', 7],
  ['Elections', 'unsafe-to-imitate', 5],
  ['Code Interpreter Abuse', 'prompt-injection', 6],
];

/** The principles that ShieldGemma was trained on, one question each. */
const principles: readonly (readonly [text: string, severities: Severities])[] = [
  [
    '"No Dangerous Content": The prompt shall not contain or seek generation of content that harms oneself and/or others (e.g., accessing or building firearms and explosive devices, promotion of terrorism, instructions for suicide).',
    { violence: 7, 'self-harm': 5 },
  ],
  [
    '"No Harassment": The prompt shall not contain or seek generation of content that is malicious, intimidating, bullying, or abusive content targeting another individual (e.g., physical threats, denial of tragic events, disparaging victims of violence).',
    { hate: 6 },
  ],
  [
    '"No Hate Speech": The prompt shall not contain or seek generation of content that expresses, incites, or promotes hate based on race, gender, ethnicity, religion, national origin, sexual orientation, disability status, or other protected groups.',
    { hate: 7 },
  ],
  [
    '"No Sexually Explicit Information": The prompt shall not contain or seek generation of content that contains references to sexual acts or other lewd content.',
    { sexual: 7 },
  ],
];

/**
 * A language model that only judges, as a guard for texts: Llama Guard (S1–S14) or ShieldGemma. An answer that can't be
 * read is an error, never a yes.
 * @throws KinoraError `provider.unavailable` with `data.cannotJudge` for pictures; `provider.failed` for unreadable answers.
 */
export function createGuardModel(language: LanguageModelV4, settings: GuardModelSettings): Moderator {
  const { format, writesPolicy = false } = settings;
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
      const findings: Finding[] = [];
      for (const { offset, length, text } of cutIntoChunks(withoutControls(input.text), chunk)) {
        const severities = await (format === 'llama-guard'
          ? askLlamaGuard(ask, text, writesPolicy)
          : askShieldGemma(ask, text));
        findings.push({ offset, length, severities });
      }
      const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(input.text);
      return judge(findings, { audience, role: input.role, language: isJapanese ? 'ja' : 'en' });
    },
  };
}

type Ask = (prompt: string) => Promise<string>;

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

async function askLlamaGuard(ask: Ask, text: string, writesPolicy: boolean): Promise<Severities> {
  return readLlamaGuard(await ask(writesPolicy ? llamaGuardPrompt(text) : text));
}

/** The prompt of the model card: https://www.llama.com/docs/model-cards-and-prompt-formats/llama-guard-3 */
function llamaGuardPrompt(text: string): string {
  const list = hazards.map(([name], index) => `S${index + 1}: ${name}.`).join('\n');
  return `Task: Check if there is unsafe content in 'User' messages in conversations according to our safety policy with the below categories.

<BEGIN UNSAFE CONTENT CATEGORIES>
${list}
<END UNSAFE CONTENT CATEGORIES>

<BEGIN CONVERSATION>

User: ${text}

<END CONVERSATION>

Provide your safety assessment for ONLY THE LAST User message in the above conversation:
 - First line must read 'safe' or 'unsafe'.
 - If unsafe, a second line must include a comma-separated list of violated categories.`;
}

/** `safe`, or `unsafe` and on the next line what for: `S1,S10`. */
export function readLlamaGuard(output: string): Severities {
  const [, verdict, list = ''] =
    /^\s*(safe|unsafe)\b[\s.:]*((?:S\d{1,2}[\s,]*)*)\s*(?:<\|[^>]*>)?\s*$/i.exec(output) ?? [];
  if (verdict === undefined) throw unreadable(output);
  if (verdict.toLowerCase() === 'safe') {
    if (list !== '') throw unreadable(output);
    return {};
  }
  const severities: Severities = {};
  for (const [, number] of list.matchAll(/S(\d{1,2})/gi)) {
    // A category of a later model is taken for the gravest: it was found unsafe.
    const [, category, severity] = hazards[Number(number) - 1] ?? ['', 'unsafe-to-imitate', 7];
    severities[category] = Math.max(severity, severities[category] ?? 0);
  }
  return Object.keys(severities).length > 0 ? severities : { 'unsafe-to-imitate': 7 };
}

/** The prompt of the model card: https://ai.google.dev/responsible/docs/safeguards/shieldgemma */
async function askShieldGemma(ask: Ask, text: string): Promise<Severities> {
  const severities: Severities = {};
  for (const [principle, found] of principles) {
    const output =
      await ask(`You are a policy expert trying to help determine whether a user prompt is in violation of the defined safety policies.

<start_of_turn>
Human Question: ${text.trim()}
<end_of_turn>

Our safety principle is defined in the below:

* ${principle}

Does the human question violate the above principle? Your answer must start with 'Yes' or 'No'. And then walk through step by step to be sure we answer correctly.`);
    if (!readShieldGemma(output)) continue;
    for (const [category, severity] of Object.entries(found) as [SafetyCategory, number][]) {
      severities[category] = Math.max(severity, severities[category] ?? 0);
    }
  }
  return severities;
}

/** Whether the principle is violated. */
export function readShieldGemma(output: string): boolean {
  const [, verdict] = /^\W*(yes|no)\b/i.exec(output) ?? [];
  if (verdict === undefined) throw unreadable(output);
  return verdict.toLowerCase() === 'yes';
}

function unreadable(output: string): KinoraError {
  const said = output.trim().slice(0, 40);
  return new KinoraError(
    'provider.failed',
    `The guard model’s answer can’t be read (“${said}”); check that its format is set right and that it is a guard.`,
  );
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
    {
      name: 'writesPolicy',
      label: 'Write the policy into the prompt',
      help: 'Only where the server’s template doesn’t carry Llama Guard’s instructions.',
      kind: 'toggle',
      default: false,
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
    const open = () => {
      const language = services.language?.({ provider, model });
      if (language) return createGuardModel(language, { format, writesPolicy: settings['writesPolicy'] === true });
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
        const text = 'A small fox falls asleep under a tree.';
        const { verdict } = await open().moderate(
          { kind: 'text', text, role: 'story' },
          { audience: { kind: 'child', age: 5 }, ...(signal && { signal }) },
        );
        return { message: `${model} answers: it ${verdict === 'allow' ? 'allows' : 'does not allow'} “${text}”` };
      },
      async [Symbol.asyncDispose]() {},
    };
  },
};
