import { followTheParcel } from './0001-follow-the-parcel.ts';
import type { Migration } from './migration.ts';

/** All steps, in order. */
export const migrations: readonly Migration[] = [followTheParcel];
