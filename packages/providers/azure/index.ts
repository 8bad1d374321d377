export { azureContentSafety } from './content-safety.ts';
export { azureSpeech } from './speech.ts';
export { azureVision } from './vision.ts';
