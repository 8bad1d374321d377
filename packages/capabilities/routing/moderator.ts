import { isKinoraError, KinoraError } from '../errors.ts';
import { safetyCategories } from '../models.ts';
import type { ModerationResult, Moderator, SafetyCategory } from '../models.ts';
import { createRoute } from './route.ts';
import type { Routed, RouteOptions, RouteProvider } from './route.ts';

const strictness = { allow: 0, soften: 1, block: 2 } as const;

type Answer = { id: string; result?: ModerationResult; cannotJudge?: boolean; reason?: string };

/**
 * A moderator over several. Unlike other routes it asks all of them, and the strictest verdict wins.
 *
 * For a child a guard that doesn't answer is a refusal. For grown-ups the local guard's verdict stands, with a note. A
 * guard that says it can't judge this input (`provider.unavailable` with `data.cannotJudge`) abstains; for a child at
 * least one must have judged.
 * @param options.floor The local guard: asked always, and with the same say as the others.
 * @throws KinoraError `provider.unavailable` when a child's input isn't judged by all that should.
 */
export function createModeratorRoute(
  guards: RouteProvider<Moderator>[],
  options: Omit<RouteOptions, 'only'> & { floor: Moderator },
): Moderator & Routed {
  const { floor, ...routeOptions } = options;
  const routes = [{ model: floor }, ...guards.filter(({ model }) => model !== floor)].map((guard) =>
    createRoute('moderation', [guard], routeOptions),
  );
  return {
    provider: floor.provider,
    modelId: floor.modelId,
    identity: () => routes.map((route) => route.identity()).join('+'),
    health: () => ({ capability: 'moderation', providers: routes.flatMap((route) => route.health().providers) }),
    async moderate(input, { audience, signal: outer }) {
      const answers = await Promise.all(
        routes.map(async (route): Promise<Answer> => {
          const id = route.identity();
          try {
            const { result } = await route.call((model, signal) => model.moderate(input, { audience, signal }), {
              signal: outer,
              measure: () => (input.kind === 'text' ? { characters: input.text.length } : { images: 1 }),
            });
            return { id, result };
          } catch (error) {
            outer?.throwIfAborted();
            if (!isKinoraError(error) || !error.code.startsWith('provider.')) throw error;
            return { id, cannotJudge: saysCannotJudge(error), reason: error.message };
          }
        }),
      );
      const results = answers.flatMap(({ result }) => result ?? []);
      const silent = answers.filter(({ result, cannotJudge }) => !result && !cannotJudge);
      if (audience.kind === 'child' && (silent.length > 0 || results.length === 0)) throw refuse(answers, silent);
      return noteSilence(mergeVerdicts(results), silent, results.length > 0);
    },
  };
}

function saysCannotJudge(error: unknown): boolean {
  if (!isKinoraError(error)) return false;
  return error.data?.['cannotJudge'] === true || saysCannotJudge(error.cause);
}

function refuse(answers: Answer[], silent: Answer[]): KinoraError {
  const message =
    silent.length > 0
      ? `A guard does not answer (${silent.map(({ id }) => id).join(', ')}), so nothing is shown to a child. Try again, or switch that guard off in the settings.`
      : 'No guard can judge this, so it is not shown to a child. Add a guard that judges such pictures, or use the built-in illustrator.';
  return new KinoraError('provider.unavailable', message, {
    isRetryable: silent.length > 0,
    data: { guards: answers.map(({ id, reason, result }) => ({ id, verdict: result?.verdict, reason })) },
  });
}

function noteSilence(result: ModerationResult, silent: Answer[], isJudged: boolean): ModerationResult {
  const notes = [
    result.note,
    silent.length > 0 ? `Not checked by ${silent.map(({ id }) => id).join(', ')}: no answer.` : undefined,
    isJudged ? undefined : 'No guard could judge this.',
  ].filter((note) => note !== undefined);
  return notes.length === 0 ? result : { ...result, note: notes.join(' ') };
}

/** The strictest verdict with its explanation, and everything that any guard found. */
export function mergeVerdicts(results: ModerationResult[]): ModerationResult {
  const ordered = results.toSorted((a, b) => strictness[b.verdict] - strictness[a.verdict]);
  const categories: Partial<Record<SafetyCategory, number>> = {};
  for (const category of safetyCategories) {
    const severity = Math.max(...results.map((result) => result.categories[category] ?? 0));
    if (severity > 0) categories[category] = severity;
  }
  const [strictest] = ordered;
  const verdict = strictest?.verdict ?? 'allow';
  const deciding = ordered.filter((result) => result.verdict === verdict);
  const explanation = deciding.find((result) => result.explanation)?.explanation;
  const suggestion = deciding.find((result) => result.suggestion)?.suggestion;
  const softened = deciding.find((result) => result.softened)?.softened;
  const note = ordered.find((result) => result.note)?.note;
  return {
    verdict,
    categories,
    spans: results.flatMap(({ spans }) => spans).toSorted((a, b) => a.offset - b.offset),
    ...(explanation && { explanation }),
    ...(suggestion && { suggestion }),
    ...(softened && { softened }),
    ...(note && { note }),
  };
}
