/** A mail as it is kept for sending. The sender is the backend's `MAIL_FROM`. */
export interface Mail {
  /** One mailbox. */
  readonly to: string;
  readonly subject: string;
  /** Always there: not everybody reads HTML. */
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly MailAttachment[];
}

/** A file in a mail. */
export interface MailAttachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly base64: string;
}
