import { createTransport } from 'nodemailer';
import type { MailConfig } from '../config/config.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { redact } from '../outbox/redact.ts';
import type { Mail } from './mail.ts';

/** Milliseconds a mail may take: less than the lease of a try. */
const patience = 45_000;

/**
 * Hands one mail in at the mail server. Resolves with what became of it. Its Message-ID is made of the delivery's id, so
 * that a mailbox that gets it twice can show it once. `replyTo` is the store's own mailbox: answers go to people.
 */
export async function sendMail(
  config: MailConfig | null,
  deliveryId: string,
  { mail, replyTo }: { readonly mail: Mail; readonly replyTo: string | null },
  stopping: AbortSignal,
): Promise<Outcome> {
  const none = { status: null, answer: null };
  if (config === null) return { ...none, error: 'No mail server is configured any more (MAIL_URL).' };
  const timeout = AbortSignal.timeout(patience);
  const transport = createTransport({
    url: config.url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // What a mail is made of comes from the outside: it must never make us read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const sent = await transport.sendMail({
      from: config.from,
      // As an object it is one mailbox, whatever commas are in it.
      to: { name: '', address: mail.to },
      ...(replyTo === null ? {} : { replyTo: { name: '', address: replyTo } }),
      subject: mail.subject,
      text: mail.text,
      ...(mail.html === undefined ? {} : { html: mail.html }),
      messageId: `<${deliveryId}@${domainOf(config.from)}>`,
      // RFC 3834: no out-of-office answers to this.
      headers: { 'Auto-Submitted': 'auto-generated' },
      attachments: (mail.attachments ?? []).map(({ fileName, contentType, base64 }) => ({
        filename: fileName,
        contentType,
        content: Buffer.from(base64, 'base64'),
      })),
      signal: AbortSignal.any([stopping, timeout]),
    });
    return { status: codeOf(sent.response), answer: redact(sent.response ?? '') || null, error: null };
  } catch (error) {
    if (stopping.aborted) return { ...none, error: 'The backend was stopped.', means: 'stopped' };
    return failureOf(error);
  } finally {
    transport.close();
  }
}

/** What the sender's errors tell beside their message. */
interface SmtpFacts {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
}

function failureOf(error: unknown): Outcome {
  const facts = (error ?? {}) as SmtpFacts;
  const status = typeof facts.responseCode === 'number' ? facts.responseCode : null;
  const answer = typeof facts.response === 'string' ? redact(facts.response.slice(0, 1_024)) : null;
  const code = typeof facts.code === 'string' ? facts.code : 'unknown';
  // RFC 5321, 4.2.1: 5yz is for good. Said of the mailbox it is; said of our login it is for us to mend.
  if (code === 'EENVELOPE' && (status === null || status >= 500)) {
    return { status, answer, error: 'The mail server refuses the mailbox.', means: 'never' };
  }
  return {
    status,
    answer,
    error: `The mail could not be handed in (${code}${status === null ? '' : ` ${status}`}).`,
  };
}

const codeOf = (response: string | undefined): number | null => {
  const code = Number(response?.slice(0, 3));
  return Number.isInteger(code) && code > 0 ? code : null;
};

const domainOf = (from: string): string => from.replace(/>$/, '').split('@').at(-1) ?? 'localhost';
