// `node scripts/ready.mjs [--build] [--browser]`: everything a script needs is there afterwards. Quick when it already is.
import { nodeIsNewEnough } from './setup/node-version.mjs';

if (nodeIsNewEnough()) {
  import('./setup/entry.mjs').then(({ run }) => run(() => import('./setup/get-ready.mjs')));
}
