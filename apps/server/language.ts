// A door of its own: reading vocabulary off subtitles needs neither the database nor anything else of the server.
export { itemKinds, readVocabulary, vocabularyTable } from '@kinora/studios/language';
export type { ItemKind, Vocabulary, VocabularyFormat, VocabularyItem } from '@kinora/studios/language';
