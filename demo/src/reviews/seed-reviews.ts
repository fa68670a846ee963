import type { StaffClient } from '@postlude/client/staff';
import { importedReviews } from './imported.ts';

/** Brings the reviews of another app, as a shop that moves does. */
export async function seedReviews(staff: StaffClient, now: Date): Promise<void> {
  const file = new Blob([importedReviews(now)], { type: 'text/csv' });
  const started = await staff.reviewFiles.import({ file, name: 'judge-me.csv' });
  for (let report = started; report.state !== 'done'; report = await staff.reviewFiles.get(started.id)) {
    if (report.state === 'failed') throw new Error('The reviews were not taken.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
