import { randomBytes } from 'node:crypto';
import { type Id, type IdKind, idPrefixes } from '@postlude/contract';

let lastTime = 0;
let counter = 0;

/**
 * A new id: the kind's prefix and a UUIDv7 (RFC 9562, 6.2 method 1: a counter keeps ids of one millisecond in order).
 * Ids made by one process rise, also when its clock is set back.
 */
export function newId<Kind extends IdKind>(kind: Kind, now: number = Date.now()): Id<Kind> {
  return `${idPrefixes[kind]}_${uuidv7(now)}`;
}

/** A UUIDv7 as 32 hexadecimal digits. */
export function uuidv7(now: number = Date.now()): string {
  const bytes = randomBytes(16);
  if (now > lastTime) {
    lastTime = now;
    counter = bytes.readUInt16BE(6) & 0x7ff;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastTime += 1;
      counter = 0;
    }
  }
  bytes.writeUIntBE(lastTime, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex');
}
