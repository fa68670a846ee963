// `npm start`. Written so that an old Node can read it: the rest is imported after the version was looked at.
import { nodeIsNewEnough } from './setup/node-version.mjs';

if (nodeIsNewEnough()) {
  import('./setup/entry.mjs').then(({ run }) => run(() => import('./setup/start-demo.mjs')));
}
