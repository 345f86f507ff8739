import { inflateSync } from 'node:zlib';

export interface Png { readonly width: number; readonly height: number; readonly bitDepth: number; readonly colorType: number; readonly pixels: readonly Pixel[] }
export interface Pixel { readonly red: number; readonly green: number; readonly blue: number; readonly alpha: number }

/** Reads an RGBA PNG with unfiltered rows; throws for any other, so that a test cannot pass by misreading. */
export function readPng(bytes: Uint8Array): Png {
  const file = Buffer.from(bytes);
  if (file.toString('latin1', 1, 4) !== 'PNG') throw new Error('not a PNG');
  const [width, height, bitDepth, colorType] = [file.readUInt32BE(16), file.readUInt32BE(20), file.readUInt8(24), file.readUInt8(25)];
  if (bitDepth !== 8 || colorType !== 6) throw new Error('not 8-bit RGBA');
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const rows = inflateSync(Buffer.concat(parts));
  const pixels: Pixel[] = [];
  for (let y = 0; y < height; y += 1) {
    const start = y * (width * 4 + 1);
    if (rows.readUInt8(start) !== 0) throw new Error('filtered row');
    for (let x = 0; x < width; x += 1) {
      const at = start + 1 + x * 4;
      pixels.push({ red: rows.readUInt8(at), green: rows.readUInt8(at + 1), blue: rows.readUInt8(at + 2), alpha: rows.readUInt8(at + 3) });
    }
  }
  return { width, height, bitDepth, colorType, pixels };
}
