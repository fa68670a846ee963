import type { ComponentChildren, VNode } from 'preact';

const safe = /^(https?|mailto|tel):/i;

/** The address if it may stand in a link; null for everything that could run (`javascript:`, `data:`) or is none. */
export function safeAddress(address: string | null | undefined): string | null {
  const trimmed = address?.trim();
  return trimmed && safe.test(trimmed) ? trimmed : null;
}

/** The address of a picture: http or https only. */
export function pictureAddress(address: string | null | undefined): string | null {
  const found = safeAddress(address);
  return found && /^http/i.test(found) ? found : null;
}

interface LinkProps {
  readonly href: string | null | undefined;
  readonly class?: string | undefined;
  readonly part?: string | undefined;
  /** Says that a new tab opens. Without it the link opens in place, where mail and telephone links belong. */
  readonly newTab?: string | undefined;
  readonly children: ComponentChildren;
}

/** A link with an address that came from outside. Without a safe one it is its plain text. */
export function Link({ href, newTab, children, ...rest }: LinkProps): VNode {
  const address = safeAddress(href);
  if (!address) return <span>{children}</span>;
  return (
    <a {...rest} href={address} {...(newTab ? { target: '_blank', rel: 'noopener noreferrer' } : {})}>
      {children}
      {newTab ? <span class="unseen">{newTab}</span> : null}
    </a>
  );
}
