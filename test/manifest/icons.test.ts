import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../manifest/png.ts';
import { readPng } from './png-reader.ts';

const icon = (name: string) => readPng(readFileSync(new URL(`../../manifest/icons/${name}`, import.meta.url)));

describe('the icons that Teams asks for', () => {
  it('has a colour icon of 192 by 192 that fills its square, because Teams cuts the shape', () => {
    const { width, height, pixels } = icon('color.png');
    expect([width, height]).toEqual([192, 192]);
    expect(pixels.every((pixel) => pixel.alpha === 255)).toBe(true);
    expect(new Set(pixels.map((pixel) => `${pixel.red},${pixel.green},${pixel.blue}`)).size).toBeGreaterThan(100);
  });

  it('keeps the mark inside the hexagon in which Teams shows a bot', () => {
    const { pixels } = icon('color.png');
    const white = pixels.map((pixel, index) => ({ pixel, x: index % 192, y: Math.floor(index / 192) }))
      .filter(({ pixel }) => pixel.red > 240 && pixel.green > 180);
    expect(white.length).toBeGreaterThan(1000);
    for (const { x, y } of white) expect(Math.hypot(x - 95.5, y - 95.5)).toBeLessThan(83);
  });

  it('has an outline icon of 32 by 32 that is white on transparent and nothing else', () => {
    const { width, height, pixels } = icon('outline.png');
    expect([width, height]).toEqual([32, 32]);
    expect(pixels.every((pixel) => pixel.red === 255 && pixel.green === 255 && pixel.blue === 255)).toBe(true);
    expect(pixels.filter((pixel) => pixel.alpha === 255).length).toBeGreaterThan(50);
    expect(pixels.filter((pixel) => pixel.alpha === 0).length).toBeGreaterThan(500);
    expect(pixels[0]?.alpha).toBe(0);
  });
});

describe('the PNG encoder', () => {
  it('writes any picture so that a reader finds the same size and pixels', () => {
    const picture = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .chain(([width, height]) => fc.tuple(fc.constant(width), fc.constant(height), fc.uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })));
    fc.assert(fc.property(picture, ([width, height, rgba]) => {
      const read = readPng(encodePng(width, height, rgba));
      expect([read.width, read.height]).toEqual([width, height]);
      expect(read.pixels.flatMap((pixel) => [pixel.red, pixel.green, pixel.blue, pixel.alpha])).toEqual([...rgba]);
    }));
  });

  it('refuses a picture with a byte too few or too many', () => {
    expect(() => encodePng(2, 2, new Uint8Array(15))).toThrow(RangeError);
    expect(() => encodePng(2, 2, new Uint8Array(17))).toThrow(RangeError);
  });
});
