/** What became of one try. */
export interface Outcome {
  /** HTTP status or SMTP code; null when there was no answer. */
  readonly status: number | null;
  /** Why it failed, in a sentence without secrets; null when it was taken. */
  readonly error: string | null;
  /** The beginning of the answer, redacted. */
  readonly answer: string | null;
  /**
   * What the failure means beyond this try: `never` – no use in trying again; `gone` – the endpoint wants nothing more;
   * `hung` – the endpoint holds up others; `stopped` – we broke it off ourselves, it does not count.
   */
  readonly means?: 'never' | 'gone' | 'hung' | 'stopped';
}
