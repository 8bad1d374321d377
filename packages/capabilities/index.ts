export { errorStatus, isKinoraError, KinoraError } from './errors.ts';
export type { ErrorCode, ErrorDetails } from './errors.ts';
export {
  artStyles,
  cameraMoves,
  characterSpec,
  clothesKinds,
  expressions,
  moods,
  poses,
  propKinds,
  sceneSpec,
  settings,
  shots,
  species,
  timesOfDay,
  weathers,
} from './scene-spec.ts';
export type {
  ArtStyle,
  CharacterSpec,
  Expression,
  Mood,
  Pose,
  PropKind,
  SceneSpec,
  Setting,
  Species,
  TimeOfDay,
  Weather,
} from './scene-spec.ts';
export { airs, finishes, threads, vistaFigure, vistaPalette, vistaSpec, vistaViews, worlds } from './vista-spec.ts';
export type { Air, Finish, ThreadKind, VistaFigure, VistaPalette, VistaSpec, VistaView, World } from './vista-spec.ts';
export { blendStyles, frameLight, framePalette, frameStyle, looks, overlays } from './frame-style.ts';
export type { FrameLight, FramePalette, FrameStyle, Look, Overlay } from './frame-style.ts';
export type {
  FrameStyler,
  StyledFrame,
  StylerEngine,
  StylerFrame,
  StylerLoad,
  StylerOptions,
  StylerSession,
} from './frame-styler.ts';
export { readPictureHeader } from './picture-header.ts';
export type { PictureHeader } from './picture-header.ts';
export { clipLimits, clipWarning } from './clip-options.ts';
export { safetyCategories } from './models.ts';
export type {
  Audience,
  ClipLimit,
  ClipModel,
  ClipMusic,
  ClipOptions,
  ClipOverlay,
  ClipPicture,
  Framing,
  HeardWord,
  ImageDescriber,
  ImageModelV4,
  LanguageModelV4,
  ModerationInput,
  ModerationResult,
  Moderator,
  SafetyCategory,
  SafetySpan,
  SpeechMetadata,
  SpeechModelV4,
  TranscriptionMetadata,
  TranscriptionModelV4,
  WordTiming,
} from './models.ts';
export type {
  AssetRef,
  AssetStore,
  Derivation,
  Json,
  ReuseCount,
  ServedBy,
  StudioContext,
  StudioModels,
  Usage,
} from './studio.ts';
export { catalogueEntry, modelFormats, modelPurposes } from './catalogue.ts';
export type { CatalogueEntry, ModelFormat } from './catalogue.ts';
export { OutOfMemory, runtimeNames } from './process.ts';
export type {
  LoadedModel,
  Message,
  MethodContext,
  ModelProcess,
  ModelServer,
  ModelServerContext,
  ProcessCall,
  ProcessHost,
  ProcessOptions,
  ProcessState,
  RuntimeName,
} from './process.ts';
export { capabilityNames } from './provider.ts';
export type {
  CapabilityName,
  InstalledModel,
  ModelOf,
  OfferedModel,
  Provider,
  ProviderDefinition,
  ProviderServices,
  ProviderSettings,
  SettingField,
} from './provider.ts';
export { uploadedFile, visible, writtenText } from './request-fields.ts';
