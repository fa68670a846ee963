import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icon.tsx';
import type { Ui } from '../ui.ts';
import { canScan, scanCode } from './camera.ts';

/** The camera, where the browser can read codes: asked for only when the button is pressed, and off again afterwards. */
export function Scanner({ ui }: { readonly ui: Ui }): VNode | null {
  const [state, setState] = useState<'off' | 'on' | 'denied' | 'failed'>('off');
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (state !== 'on' || !video.current) return undefined;
    const ending = new AbortController();
    scanCode(video.current, ending.signal).then(
      ui.guard((code: string) => {
        setState('off');
        ui.said.value = { text: ui.say('scan.read', { code }) };
        ui.model.scanned(code);
      }),
      ui.guard((error: unknown) => {
        if (ending.signal.aborted) return;
        const isDenied = (error as { name?: unknown } | null)?.name === 'NotAllowedError';
        const next = isDenied ? 'denied' : 'failed';
        setState(next);
        ui.said.value = { text: ui.say(`scan.${next}`) };
      }),
    );
    return () => ending.abort();
  }, [state]);
  if (!canScan()) return null;
  return (
    <div class="scanner" part="scanner">
      {state === 'on' ? (
        <>
          <p class="quiet">{ui.say('scan.hint')}</p>
          <video ref={video} class="camera" muted playsInline aria-label={ui.say('scan.hint')} />
        </>
      ) : null}
      {state === 'denied' || state === 'failed' ? <p class="error">{ui.say(`scan.${state}`)}</p> : null}
      <div class="ways">
        <Button guard={ui.guard} onPress={() => setState(state === 'on' ? 'off' : 'on')}>
          <Icon name={state === 'on' ? 'cross' : 'camera'} />
          {ui.say(state === 'on' ? 'scan.stop' : 'scan')}
        </Button>
      </div>
    </div>
  );
}
