import type { LocalText, OfferedPlace, OfferedSymptom, RepairPlace, Symptom } from '@postlude/contract';

type Pick = (text: LocalText | undefined) => string | null;

/** A symptom in a reader's language. */
export const offeredSymptom = (pick: Pick, { id, label, help, photos }: Symptom): OfferedSymptom => ({
  id,
  label: pick(label) ?? id,
  help: help
    ? { steps: help.steps.map(pick).filter((step) => step !== null), videoUrl: help.videoUrl ?? null }
    : null,
  photos,
});

/** A place of repair in a reader's language. */
export const offeredPlace = (
  pick: Pick,
  { id, kind, name, address, hours = [], url = null, note }: RepairPlace,
): OfferedPlace => ({ id, kind, name, address, hours, url, note: pick(note) });
