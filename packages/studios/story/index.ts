export { createBuiltinAuthor } from './author/index.ts';
export type { Author } from './author.ts';
export { applyEdit } from './edit.ts';
export { makeStory } from './pipeline.ts';
export type { StoryInput } from './pipeline.ts';
export { checkWish } from './steps/check-wish.ts';
export type { StoryContext } from './steps/context.ts';
export { objections, write } from './steps/write.ts';
