#!/usr/bin/env node
// The command itself is in src/cli. This file only finds it, and says what to do where it cannot run.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(`postlude needs Node 22.12 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
const cli = await import('@postlude/server/cli').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !String(error.message).includes('main.js')) throw error;
  console.error('postlude is not built yet. Run: npm run build');
  process.exit(1);
});
await cli.main();
