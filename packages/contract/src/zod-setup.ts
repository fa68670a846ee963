import { config } from 'zod/mini';

// Zod probes `new Function` once unless told not to, and a strict Content-Security-Policy reports the probe.
// This module is imported first by every file that builds a schema.
config({ jitless: true });
