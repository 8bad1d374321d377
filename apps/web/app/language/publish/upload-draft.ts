import type { Bilingual, LessonLanguage, LessonPlan } from '@kinora/studios/language/schema';
import type { Privacy, Uploadable, UploadRequest } from './wire.ts';

/** What is said about a video before it goes, in both languages. */
export type UploadDraft = {
  language: LessonLanguage;
  title: Bilingual;
  description: Bilingual;
  tags: string[];
  privacy: Privacy;
  isMadeForKids: boolean;
  isSynthetic: boolean;
  thumbnail: string | null;
  captions: boolean;
  playlist: string | null;
};

/** Texts of the plan for a video: a Short goes by its hook. */
export function textsOf(
  output: Uploadable,
  plan: LessonPlan | null,
  lessonTitle: string,
): Pick<UploadDraft, 'title' | 'description' | 'tags'> {
  const short = plan?.shorts.find(({ id }) => id === output);
  const title = (language: LessonLanguage) =>
    (short?.hook[language] ?? plan?.posting.title[language] ?? '') || lessonTitle;
  return {
    title: { ja: title('ja'), en: title('en') },
    description: plan?.posting.description ?? { ja: '', en: '' },
    tags: plan?.posting.tags ?? [],
  };
}

/** A draft as it is asked for; the other language goes along where it has a title. */
export function uploadRequestOf(output: Uploadable, draft: UploadDraft): UploadRequest {
  const { language, title, description, ...others } = draft;
  const other = language === 'ja' ? 'en' : 'ja';
  return {
    ...others,
    output,
    language,
    title: title[language].trim(),
    description: description[language],
    translations:
      title[other].trim() === '' ? {} : { [other]: { title: title[other].trim(), description: description[other] } },
  };
}
