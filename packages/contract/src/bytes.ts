import './zod-setup.ts';
import * as z from 'zod/mini';

/** A file as an endpoint with `outputKind: 'bytes'` answers with it. */
export interface BytesOutput {
  readonly bytes: Uint8Array;
  /** A media type with its parameters: `image/jpeg`, `text/calendar; charset=utf-8`. */
  readonly contentType: string;
  /** What it is saved as, in any language. */
  readonly fileName?: string;
  /** True to be shown where it is opened; otherwise a browser saves it. */
  readonly inline?: boolean;
}

/** The `output` of an endpoint with `outputKind: 'bytes'`. It is never JSON, so nothing checks it. */
export const Bytes = /* @__PURE__ */ z.custom<BytesOutput>();
