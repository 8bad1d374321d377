import type { LessonLanguage } from '@kinora/studios/language/schema';
import { z } from 'zod';

/** How the public site is called, and whether there is one. */
export const siteSettings = z.object({
  isOn: z.boolean().describe('Whether anybody can see it. Off by default.'),
  title: z.string().trim().min(1, 'The site needs a title.').max(80),
  description: z.string().trim().max(200),
  language: z.enum(['ja', 'en']).describe('Language of headings and buttons.'),
  address: z
    .string()
    .max(200)
    .overwrite((address) => address.trim().replace(/\/+$/, ''))
    .refine((address) => address === '' || /^https?:\/\/[^\s"<>]+$/.test(address), 'An address begins with https://.')
    .describe('Where the public reaches it, e.g. https://words.example.com/v. Empty: as it was asked.'),
});
export type SiteSettings = z.output<typeof siteSettings>;

/** A lesson on the site. */
export type PublishedLesson = { lesson: string; title: string; slug: string; publishedAt: string };

/** A file of the site as it is sent. */
export type ServedFile = { mediaType: string; body: string | Uint8Array; etag: string };

/** The site that an owner may publish: lessons that were put on it, and their items. */
export type PublicSite = {
  settings(): Promise<SiteSettings>;
  set(settings: SiteSettings): Promise<SiteSettings>;
  published(): Promise<PublishedLesson[]>;
  /** @throws KinoraError `resource.missing`, `request.conflict` for a lesson that isn't made yet. */
  publish(lesson: string): Promise<PublishedLesson[]>;
  withdraw(lesson: string): Promise<PublishedLesson[]>;
  /**
   * A page, picture or file below `/v/`.
   * @param options.origin `http://localhost:4850`: what canonical links begin with where no address is set.
   * @param options.isPreview Also while the site is off.
   * @returns Null when the site is off or there is no such page.
   */
  file(path: string, options: { origin: string; isPreview?: boolean }): Promise<ServedFile | null>;
  /**
   * The whole site as a ZIP, for any web server; links begin with the address that is set.
   * @param options.lesson Only this one, published or not.
   */
  exportZip(options: { origin: string; lesson?: string; signal?: AbortSignal }): AsyncIterable<Uint8Array>;
  /** Writes the pages of a lesson into a folder, which is made. @returns Its path. */
  exportFolder(folder: string, lesson: string): Promise<string>;
};

/** What a site is called before its owner names it. */
export const defaultSite: Record<LessonLanguage, SiteSettings> = {
  en: {
    isOn: false,
    title: 'Words from my streams',
    description: 'What there is to learn, with where it was said.',
    language: 'en',
    address: '',
  },
  ja: {
    isOn: false,
    title: '配信で出会った言葉',
    description: '配信に出てきた言葉を、その場面といっしょに。',
    language: 'ja',
    address: '',
  },
};
