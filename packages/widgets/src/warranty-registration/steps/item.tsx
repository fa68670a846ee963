import type { VNode } from 'preact';
import { ClaimRows } from '../../claims/claim-rows.tsx';
import { Button } from '../../kit/button.tsx';
import { Checkbox } from '../../kit/checkbox.tsx';
import { Notice } from '../../kit/notice.tsx';
import { RegistrationStatus } from '../parts/item-entry.tsx';
import type { ReadyState } from '../state.ts';
import { troubleText, type Ui } from '../ui.ts';
import { CoverPicture } from './cover-picture.tsx';
import { Facts } from './facts.tsx';
import { Papers } from './papers.tsx';
import { Thing } from './thing.tsx';
import { TransferBox } from './transfer-box.tsx';
import { Why } from './why.tsx';

interface ItemProps {
  readonly ui: Ui;
  readonly state: ReadyState;
  /** True where its claims can be shown. */
  readonly claims: boolean;
}

/** Everything about one item: what stands behind it, its papers, the owner's choices, and handing it over. */
export function Item({ ui, state, claims }: ItemProps): VNode | null {
  const { list, shown, trouble, doing } = state;
  const item = list.items.find(({ passport }) => passport.id === shown[0]);
  if (!item) return null;
  const { passport } = item;
  const { registration } = passport;
  const isGone = passport.state === 'transferred';
  const choose = (chosen: { readonly safety?: boolean; readonly marketing?: boolean }): void => {
    if (registration && !doing) ui.model.changeConsents(passport.id, { ...registration.consents, ...chosen });
  };
  return (
    <section class="card" part="card">
      <div>
        <Button guard={ui.guard} kind="plain" onPress={ui.model.toItems}>
          {ui.say('back')}
        </Button>
        <h2 class="headline" part="headline" tabIndex={-1}>
          {ui.say('picture.title')}
        </h2>
      </div>
      <div class="passport">
        <Thing ui={ui} passport={passport} />
        <RegistrationStatus ui={ui} item={item} />
        <Why ui={ui} item={item} />
        {trouble?.ids.includes(passport.id) ? (
          <Notice tone="problem">{troubleText(ui, trouble.problem)}</Notice>
        ) : null}
        {isGone ? <Notice tone="neutral">{ui.say('transferred.about')}</Notice> : null}
        {isGone ? null : <CoverPicture ui={ui} covers={passport.covers} />}
        {claims && !isGone && passport.claims.length > 0 ? (
          <section class="covered">
            <h3 class="section-title">{ui.say('claims')}</h3>
            <ClaimRows
              words={ui}
              claims={passport.claims}
              onOpen={(id) => ui.model.openClaims(passport.id, id)}
            />
          </section>
        ) : null}
        <Papers ui={ui} passport={passport} />
        <Facts ui={ui} passport={passport} />
        {registration && !isGone && /^(registered|pending)$/.test(registration.status) ? (
          <fieldset class="choice" part="choice">
            <legend part="label">{ui.say('choices')}</legend>
            <p class="hint">{doing?.action === 'consents' ? ui.say('saving') : ui.say('choices.about')}</p>
            <Checkbox
              guard={ui.guard}
              name="safety"
              label={ui.say('consent.safety')}
              hint={ui.say('consent.safety.hint')}
              checked={registration.consents.safety}
              onChange={(safety) => choose({ safety })}
            />
            {list.askMarketing || registration.consents.marketing ? (
              <Checkbox
                guard={ui.guard}
                name="marketing"
                label={ui.say('consent.marketing')}
                checked={registration.consents.marketing}
                onChange={(marketing) => choose({ marketing })}
              />
            ) : null}
          </fieldset>
        ) : null}
        {item.canTransfer || passport.transfer ? (
          <TransferBox ui={ui} state={state} passport={passport} />
        ) : null}
      </div>
    </section>
  );
}
