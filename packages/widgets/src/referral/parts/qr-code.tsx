import type { ReferralInvitation } from '@postlude/contract';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Ui } from '../ui.ts';

interface QrCodeProps {
  readonly ui: Ui;
  readonly invitation: ReferralInvitation;
  readonly open: boolean;
}

/** The link as a QR code, dark on light in every theme: many cameras read nothing else. */
export function QrCode({ ui, invitation, open }: QrCodeProps): VNode {
  const { qr, link } = invitation;
  useEffect(() => {
    if (open) ui.model.shared('qr');
  }, [open]);
  return (
    <svg
      class="qr"
      part="qr"
      role="img"
      aria-label={ui.say('qr.alt', { link })}
      viewBox={`0 0 ${qr.size} ${qr.size}`}
      shape-rendering="crispEdges"
    >
      <path d={qr.path} />
    </svg>
  );
}
