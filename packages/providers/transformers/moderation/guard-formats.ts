import { KinoraError } from '@kinora/capabilities';
import type { SafetyCategory } from '@kinora/capabilities';

/** Sends a prompt to the guard and returns its answer. */
export type Ask = (prompt: string) => Promise<string>;

/** Asks a guard about a text. @returns Severities (0–7) by category; empty when it finds nothing. */
export type AskGuard = (ask: Ask, text: string) => Promise<Severities>;

/** Severities (0–7) by category. */
export type Severities = Partial<Record<SafetyCategory, number>>;

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

/** Llama Guard: with its instructions written into the prompt, or left to the chat template. */
export async function askLlamaGuard(ask: Ask, text: string, writesPolicy: boolean): Promise<Severities> {
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

/** ShieldGemma, a question for each principle, as on its model card: https://ai.google.dev/responsible/docs/safeguards/shieldgemma */
export async function askShieldGemma(ask: Ask, text: string): Promise<Severities> {
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
    { data: { unreadable: true } },
  );
}
