import type { catalogueEntry } from '@kinora/capabilities';
import type { z } from 'zod';

/** An entry as it is written, before defaults are filled in. */
export type Entry = z.input<typeof catalogueEntry>;

/** Megabytes and gigabytes as the hub counts them. */
export const MB = 1_000_000;
export const GB = 1_000_000_000;
