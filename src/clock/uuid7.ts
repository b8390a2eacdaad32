import { randomBytes } from 'node:crypto';
import { machineMilliseconds } from './clock.js';

/** A fresh UUIDv7 (RFC 9562): sortable by the time of the machine. */
export function uuid7(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(machineMilliseconds(), 0, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
