import type { Environment } from './environment.ts';

/** The page the shopper looks at. Where there is none (a server, a worker) it counts as visible and online. */
export function browserEnvironment(): Environment {
  const page = typeof document === 'undefined' ? null : document;
  return {
    now: () => Date.now(),
    after(milliseconds, task) {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
    isVisible: () => page?.visibilityState !== 'hidden',
    isOnline: () => !page || navigator.onLine !== false,
    onChange(listener) {
      // `pageshow` is how a page comes back from the back/forward cache, `pagehide` how it goes in every browser.
      const places = page
        ? ([
            [page, ['visibilitychange']],
            [window, ['online', 'offline', 'pageshow', 'pagehide']],
          ] as const)
        : [];
      for (const [target, names] of places) for (const name of names) target.addEventListener(name, listener);
      return () => {
        for (const [target, names] of places)
          for (const name of names) target.removeEventListener(name, listener);
      };
    },
  };
}
