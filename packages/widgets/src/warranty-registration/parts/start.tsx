import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Icon, type IconName } from '../../kit/icon.tsx';
import type { Ui } from '../ui.ts';

interface WaysProps {
  readonly ui: Ui;
  /** True where the store takes what was bought elsewhere. */
  readonly elsewhere: boolean;
}

/** Where it was bought: each way a card to press. */
export function Start({ ui, elsewhere }: WaysProps): VNode {
  const { model } = ui;
  const way = (name: 'order' | 'elsewhere' | 'code', icon: IconName, onPress: () => void): VNode => (
    <li>
      <button type="button" class="option way-card" part="option" onClick={ui.guard(onPress)}>
        <Icon name={icon} />
        <span class="words">
          <strong>{ui.say(`start.${name}`)}</strong>
          <span class="quiet">{ui.say(`start.${name}.about`)}</span>
        </span>
        <Icon name="down" />
      </button>
    </li>
  );
  return (
    <section class="card" part="card">
      <header class="words">
        <h2 class="headline" part="headline" tabIndex={-1}>
          {ui.say('start')}
        </h2>
        <p class="quiet">{ui.say('start.about')}</p>
      </header>
      <ul class="entries">
        {way('order', 'box', model.lookUp)}
        {elsewhere ? way('elsewhere', 'pin', model.tellElsewhere) : null}
        {way('code', 'back', model.takeOver)}
      </ul>
      <p class="quiet">{ui.say('rights')}</p>
    </section>
  );
}

/** The other ways, under what is there. */
export function OtherWays({ ui, elsewhere }: WaysProps): VNode {
  return (
    <div class="other-ways" part="other">
      {elsewhere ? (
        <Button guard={ui.guard} kind="plain" onPress={ui.model.tellElsewhere}>
          {ui.say('elsewhere')}
        </Button>
      ) : null}
      <Button guard={ui.guard} kind="plain" onPress={ui.model.takeOver}>
        {ui.say('code')}
      </Button>
    </div>
  );
}
