import type { Lesson } from '../schema.ts';
import type { FilmPlan } from './film.ts';

/** What films of a lesson say about how they were made: somebody's recording, cut and written on by rules. */
export function filmDetails({ title, request }: Lesson, what: string): FilmPlan['details'] {
  return {
    provenance: {
      title,
      language: request.learns === 'en' ? 'ja' : 'en',
      sourceType: 'algorithmicallyEnhanced',
      generator: 'Kinora',
      models: [],
      description: `${what} of “${title}”, cut and captioned by Kinora.`,
    },
  };
}
