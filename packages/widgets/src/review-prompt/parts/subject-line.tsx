import type { ReviewSubject } from '@postlude/contract';
import type { ComponentChildren, VNode } from 'preact';
import { Picture } from '../../kit/picture.tsx';
import type { Ui } from '../ui.ts';

interface SubjectLineProps {
  readonly ui: Ui;
  readonly subject: ReviewSubject;
  readonly children?: ComponentChildren;
}

/** What is reviewed: its picture and name, and what else stands beside. */
export function SubjectLine({ ui, subject, children }: SubjectLineProps): VNode {
  const { title, variant, imageUrl } = subject;
  return (
    <div class="item" part="item">
      <Picture address={imageUrl} guard={ui.guard} />
      <div class="words">
        <p class="name">{title}</p>
        {variant ? <p class="quiet">{variant}</p> : null}
        {children}
      </div>
    </div>
  );
}
