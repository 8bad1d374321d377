import { createWasmPainter } from '@kinora/media/painting';
import { loadPaintingModules } from '@kinora/media/painting/node';
import { letOthersGoFirst } from '@kinora/media/priority';
import { serveThread } from './serve-thread.ts';

letOthersGoFirst('thread');
const modules = loadPaintingModules();
// Whoever opens a session hears of it.
modules.catch(() => {});
serveThread(async (size) => createWasmPainter({ ...size, modules: await modules }));
