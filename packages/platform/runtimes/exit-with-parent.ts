/** Loaded first into every process that is forked: it ends when the one that forked it is gone, however that died. */
process.on('disconnect', () => process.exit(1));
