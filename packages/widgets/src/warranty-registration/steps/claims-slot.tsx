import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClaimsModel } from '../../claims/options.ts';
import type { ClaimsPart, DoorPages } from '../../claims/seam.ts';
import { adoptStyles } from '../../kit/styles.ts';
import type { Catalogue } from '../../locales/catalogue.ts';
import type { Access } from '../../returns/access.ts';
import type { ClaimsAround } from '../context.ts';
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

/** The session of the widget around, whichever it is by now. */
const accessOf = (around: ClaimsAround): Access => ({
  get session() {
    return around.access.session;
  },
  hold: (session) => around.access.hold(session),
  use: (work, signal) => around.access.use(work, signal),
});

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
    setLoaded(null);
    load().then(
      ui.guard(({ claims: part, source, catalogue, pages, nonce }: Awaited<ReturnType<typeof load>>) => {
        if (gone) return;
        const root = place.current?.getRootNode();
        if (root && 'adoptedStyleSheets' in root)
          adoptStyles(root as ShadowRoot | Document, part.styles, nonce);
        const around = model.around();
        const there = around.claims;
        // A lookup form may have been in their place: what was under way when the session ended goes on.
        if (there?.item.id === item.id) there.refresh();
        else {
          there?.dispose();
          const left = around.claimsLeft;
          around.claimsLeft = undefined;
          around.claims = part.createClaims({
            source,
            access: accessOf(around),
            item,
            claimId: state.shown[1],
            restore: left?.itemId === item.id ? left : null,
            world: around.world,
            onEvent: around.emit,
            report: props.report ?? (() => {}),
            sessionEnded: around.sessionEnded,
            leave(changed) {
              around.claims?.dispose();
              around.claims = null;
              model.toItems();
              if (changed) model.refresh();
            },
          });
        }
        const words = catalogue ? { ...props.catalogue, ...catalogue } : props.catalogue;
        if (around.claims) setLoaded({ part, model: around.claims, catalogue: words, pages });
      }),
      (error: unknown) => {
        props.report?.(error);
        if (!gone) setLoaded('failed');
      },
    );
    return () => {
      gone = true;
    };
  }, [model, load, item?.id, tries]);
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
