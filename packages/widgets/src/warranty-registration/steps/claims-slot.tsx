import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClaimsModel } from '../../claims/options.ts';
import type { ClaimsPart, DoorPages } from '../../claims/seam.ts';
import { adoptStyles } from '../../kit/styles.ts';
import type { Catalogue } from '../../locales/catalogue.ts';
import { Coming } from '../parts/later.tsx';
import type { ReadyState } from '../state.ts';
import type { Ui } from '../ui.ts';
import type { WarrantyRegistrationProps } from '../warranty-registration.tsx';

interface SlotProps {
  readonly ui: Ui;
  readonly state: ReadyState;
  readonly props: WarrantyRegistrationProps;
}

interface Loaded {
  readonly part: ClaimsPart;
  readonly model: ClaimsModel;
  readonly catalogue: Catalogue | undefined;
  readonly pages: DoorPages | undefined;
}

/** The place of what is done when something is wrong with an item; its code comes with the first use. */
export function ClaimsSlot({ ui, state, props }: SlotProps): VNode {
  const [tries, again] = useState(0);
  const [loaded, setLoaded] = useState<Loaded | 'failed' | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const { model } = ui;
  const { claims: load } = props;
  const item = state.list.items.find(({ passport }) => passport.id === state.shown[0])?.passport;
  useEffect(() => {
    if (!load || !item) return undefined;
    let gone = false;
    let made: ClaimsModel | null = null;
    setLoaded(null);
    load().then(
      ui.guard(({ claims: part, source, catalogue, pages, nonce }: Awaited<ReturnType<typeof load>>) => {
        if (gone) return;
        const root = place.current?.getRootNode();
        if (root && 'adoptedStyleSheets' in root)
          adoptStyles(root as ShadowRoot | Document, part.styles, nonce);
        const { access, world, emit, sessionEnded } = model.around();
        made = part.createClaims({
          source,
          access,
          item,
          world,
          onEvent: emit,
          report: props.report ?? (() => {}),
          sessionEnded,
          leave(changed) {
            model.toItems();
            if (changed) model.refresh();
          },
        });
        const words = catalogue ? { ...props.catalogue, ...catalogue } : props.catalogue;
        setLoaded({ part, model: made, catalogue: words, pages });
      }),
      (error: unknown) => {
        props.report?.(error);
        if (!gone) setLoaded('failed');
      },
    );
    return () => {
      gone = true;
      made?.dispose();
    };
  }, [load, item?.id, tries]);
  const { Claims } = loaded && loaded !== 'failed' ? loaded.part : { Claims: null };
  return (
    <div ref={place}>
      {loaded && loaded !== 'failed' && Claims ? (
        <Claims
          model={loaded.model}
          locale={props.locale}
          catalogue={loaded.catalogue}
          messages={props.messages}
          timeZone={props.timeZone}
          report={props.report}
          said={ui.said}
          takesFocus
          pages={loaded.pages}
        />
      ) : (
        <Coming ui={ui} retry={loaded === 'failed' ? () => again(tries + 1) : null} />
      )}
    </div>
  );
}
