export { assetsIn } from './asset-refs.ts';
export { findAsset } from './assets.ts';
export { createBroadcast, getBroadcast, listBroadcasts, updateBroadcast } from './broadcasts.ts';
export type { BroadcastRow } from './broadcasts.ts';
export type { Page } from './cursor.ts';
export { openDatabase } from './database.ts';
export type { Database, DatabaseOptions, Transaction, TransactionOptions, UserDatabase } from './database.ts';
export { listJobWork } from './derivations.ts';
export { defaultHomePath, openHome } from './home.ts';
export type { Home, HomeOptions, Log } from './home.ts';
export { forgetOldKeys, respondOnce } from './idempotency.ts';
export { countJobReuse, getJob, latestJob, listJobEvents, listJobs } from './jobs.ts';
export type { Job, JobError, JobEvent, JobQuery, JobState } from './jobs.ts';
export type { Notice } from './notify.ts';
export type { Presence } from './presence.ts';
export {
  addVersion,
  createProject,
  getProject,
  getVersion,
  listProjects,
  listVersions,
  renameProject,
  updateProject,
  updateVersion,
} from './projects.ts';
export type { NewProject, Project, ProjectChange, ProjectQuery, ProjectState, Version } from './projects.ts';
export { findUploadName } from './uploads.ts';
export { ensureUser, localOwnerId } from './users.ts';
export {
  countVocabulary,
  getVocabularyItem,
  keepVocabulary,
  listEvidence,
  listVocabulary,
  readVocabularyEdits,
  updateVocabularyItem,
} from './vocabulary.ts';
export type {
  CountedVocabularyRow,
  EvidenceRow,
  OwnedEvidenceRow,
  VocabularyFacets,
  VocabularyOrder,
  VocabularyQuery,
  VocabularyRow,
  VocabularySearch,
} from './vocabulary.ts';
export {
  addDictionary,
  addKnownWords,
  countKnownWords,
  forgetKnownWords,
  listDictionaries,
  listKnownWords,
  removeDictionary,
  switchDictionary,
} from './dictionaries.ts';
export type { DictionaryRow } from './dictionaries.ts';
export { listPublished, publishProject, readSite, withdrawProject, writeSite } from './sites.ts';
export type { PublishedRow, SiteRow } from './sites.ts';
