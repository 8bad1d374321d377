export { characterBounds, characterEyes, type CharacterBounds, type CharacterEye } from './measure.ts';
export { characterHeight, drawCharacter, isAfloat, type CharacterOptions } from './draw.ts';
