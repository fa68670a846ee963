import type { ColumnType } from 'kysely';

/** A moment (`timestamptz`): read as a Date, written as a Date or as RFC 3339. */
export type Moment = ColumnType<Date, Date | string, Date | string>;

/** A moment that may be missing. */
export type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

/** A moment the database sets to now unless told. */
export type MomentOfNow = ColumnType<Date, Date | string | undefined, Date | string>;

/** A `jsonb` column: read as a value, written as the text `toJson` makes (the driver would turn an array into a PostgreSQL array). */
export type Json<T> = ColumnType<T, string, string>;

/** A `jsonb` column that may be null. */
export type MaybeJson<T> = ColumnType<T | null, string | null | undefined, string | null>;
