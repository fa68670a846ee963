import type { RecallNotice } from '@postlude/contract';
import type { Mail } from '../mail/mail.ts';
import { apart, filled, oneLine } from '../mail/plain-text.ts';
import type { RecallLanguage } from './texts.ts';

/** The direct notice to an owner: the parts of Article 36(2) of Regulation (EU) 2023/988 in its order, and nothing else. */
export function composeRecall(
  notice: RecallNotice,
  { texts, direction }: RecallLanguage,
  { to, store }: { readonly to: string; readonly store: string },
): Mail {
  const part = (title: string, ...lines: (string | null)[]): string | null => {
    const told = lines.filter((line) => line !== null && line !== '');
    return told.length === 0 ? null : [title.toLocaleUpperCase(), ...told].join('\n');
  };
  const { phone, email, url } = notice.contact;
  const values = (all: readonly (string | null)[]) => all.map((one) => one && apart(oneLine(one), direction));
  const paragraphs = [
    texts.headline,
    part(texts.product, notice.product, ...values([notice.imageUrl])),
    part(texts.identification, notice.identification),
    part(texts.sold, notice.sold),
    part(texts.hazard, notice.hazard),
    part(texts.action, notice.action),
    part(
      texts.remedies,
      ...notice.remedies.map(
        ({ kind, text }) => `- ${texts[kind]}${text === null ? '' : `: ${oneLine(text)}`}`,
      ),
    ),
    part(texts.contact, ...values([phone, email, url])),
    texts.share,
    `-- \n${filled(texts.why, { store: apart(oneLine(store), direction) })}`,
  ];
  return {
    to,
    subject: `${texts.headline}: ${oneLine(notice.product)}`,
    text: `${paragraphs.filter((each) => each !== null).join('\n\n')}\n`,
  };
}
