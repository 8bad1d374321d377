// A door of its own: reading vocabulary off subtitles needs neither the database nor anything else of the server.
export { itemKinds, readVocabulary } from '@kinora/studios/language';
export type { ItemKind, Vocabulary, VocabularyItem } from '@kinora/studios/language';
