import type { Usage } from '@kinora/capabilities';
import { eq, sql } from '../db/drizzle.ts';
import type { Transaction } from '../db/database.ts';
import { providerUsage } from '../db/schema.ts';
import { noUsage } from './budget.ts';
import type { MonthlyUsage } from './budget.ts';

/** Adds one call to a provider's month. */
export async function addUsage(tx: Transaction, use: { provider: string; month: string; usage: Usage }): Promise<void> {
  const { provider, month, usage } = use;
  const more = {
    calls: 1,
    inputTokens: Math.round(usage.inputTokens ?? 0),
    outputTokens: Math.round(usage.outputTokens ?? 0),
    images: usage.images ?? 0,
    characters: usage.characters ?? 0,
    audioSeconds: usage.audioSeconds ?? 0,
  };
  await tx.drizzle
    .insert(providerUsage)
    .values({ ownerId: tx.userId, providerId: provider, month, ...more })
    .onConflictDoUpdate({
      target: [providerUsage.ownerId, providerUsage.providerId, providerUsage.month],
      set: {
        calls: sql`${providerUsage.calls} + 1`,
        inputTokens: sql`${providerUsage.inputTokens} + excluded.input_tokens`,
        outputTokens: sql`${providerUsage.outputTokens} + excluded.output_tokens`,
        images: sql`${providerUsage.images} + excluded.images`,
        characters: sql`${providerUsage.characters} + excluded.characters`,
        audioSeconds: sql`${providerUsage.audioSeconds} + excluded.audio_seconds`,
      },
    });
}

/** What each provider was used for in a month; those that weren't used are missing. */
export async function listUsage(tx: Transaction, month: string): Promise<Map<string, MonthlyUsage>> {
  const rows = await tx.drizzle.select().from(providerUsage).where(eq(providerUsage.month, month));
  return new Map(
    rows.map(({ providerId, calls, inputTokens, outputTokens, images, characters, audioSeconds }) => [
      providerId,
      { ...noUsage, calls, inputTokens, outputTokens, images, characters, audioSeconds },
    ]),
  );
}
