import type { ComponentChildren, VNode } from 'preact';

interface StepHeadingProps {
  /** The step's own heading. It takes the focus when the step comes (`.headline`). */
  readonly title: ComponentChildren;
  /** `Step 2 of 5`, in words; the bars under it only repeat them. */
  readonly progress: string;
  /** From 1. */
  readonly step: number;
  readonly total: number;
  readonly about?: ComponentChildren;
}

/** Where somebody is on a way of several steps, and what this one is. */
export function StepHeading({ title, progress, step, total, about }: StepHeadingProps): VNode {
  return (
    <header class="step-heading" part="step">
      <p class="quiet">{progress}</p>
      <div class="way" aria-hidden="true">
        {Array.from({ length: total }, (_, index) => (
          <span key={index} class={index < step ? 'way-part gone' : 'way-part'} />
        ))}
      </div>
      <h2 class="headline" part="headline" tabIndex={-1}>
        {title}
      </h2>
      {about ? <p class="quiet">{about}</p> : null}
    </header>
  );
}
