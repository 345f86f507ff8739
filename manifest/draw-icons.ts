/**
 * Draws the two icons of the Teams app: `npx tsx manifest/draw-icons.ts`.
 * The results are committed; run this only when the mark changes.
 *
 * The mark is a rising line of dots: children who each get their place, one after
 * another, and the figure that goes up with them. The last dot is the child that
 * arrives. Teams cuts the avatar of a bot to a hexagon, so the background fills the
 * square and the mark stays well inside it.
 */
import { writeFileSync } from 'node:fs';
import { encodePng } from './png.ts';

type Point = readonly [x: number, y: number];
/** Red, green, blue from 0 to 255 and opacity from 0 to 1. */
type Paint = readonly [red: number, green: number, blue: number, opacity: number];
interface Dot { readonly at: Point; readonly radius: number }
/** The colour of one point of the picture; coordinates run from 0 to 1. */
type Picture = (point: Point) => Paint;

const clear: Paint = [0, 0, 0, 0];
const white: Paint = [255, 255, 255, 1];
const sun: Paint = [255, 200, 87, 1];
const skyTop: Paint = [18, 146, 155, 1];
const seaBottom: Paint = [16, 72, 122, 1];

/** Samples along each side of a pixel; 8 gives 64 shades at an edge. */
const samplesPerSide = 8;

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function distanceToSegment(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / (dx * dx + dy * dy);
  const t = Math.min(1, Math.max(0, along));
  return distance(point, [from[0] + t * dx, from[1] + t * dy]);
}

const onLine = (point: Point, dots: readonly Dot[], width: number): boolean =>
  dots.some((dot, index) => {
    const next = dots[index + 1];
    return next !== undefined && distanceToSegment(point, dot.at, next.at) <= width / 2;
  });

const mix = (a: Paint, b: Paint, share: number): Paint =>
  [0, 1, 2, 3].map((channel) => (a[channel] ?? 0) * (1 - share) + (b[channel] ?? 0) * share) as unknown as Paint;

const lastOf = (dots: readonly Dot[]): Dot => {
  const last = dots.at(-1);
  if (last === undefined) throw new RangeError('a line needs a dot');
  return last;
};

const colorDots: readonly Dot[] = [
  { at: [0.215, 0.71], radius: 0.044 },
  { at: [0.375, 0.575], radius: 0.053 },
  { at: [0.555, 0.55], radius: 0.062 },
  { at: [0.745, 0.315], radius: 0.1 },
];

const colorIcon: Picture = (point) => {
  const background = mix(skyTop, seaBottom, Math.min(1, (point[0] * 0.35 + point[1]) / 1.35));
  const last = lastOf(colorDots);
  if (distance(point, last.at) <= last.radius) return sun;
  // A gap round the last dot sets it apart from the line, also for those who see no colour.
  if (distance(point, last.at) <= last.radius + 0.026) return background;
  if (onLine(point, colorDots, 0.038)) return white;
  if (colorDots.slice(0, -1).some((dot) => distance(point, dot.at) <= dot.radius)) return white;
  return background;
};

const outlineDots: readonly Dot[] = [
  { at: [0.1, 0.86], radius: 0.085 },
  { at: [0.33, 0.62], radius: 0.085 },
  { at: [0.57, 0.58], radius: 0.085 },
  { at: [0.8, 0.22], radius: 0.172 },
];

const outlineIcon: Picture = (point) => {
  const last = lastOf(outlineDots);
  const fromLast = distance(point, last.at);
  if (fromLast <= last.radius) return fromLast >= last.radius - 0.07 ? white : clear;
  if (onLine(point, outlineDots, 0.066)) return white;
  return outlineDots.slice(0, -1).some((dot) => distance(point, dot.at) <= dot.radius) ? white : clear;
};

/** The mean of the samples in one pixel; colour weighs by opacity, so that edges keep their hue. */
function pixel(picture: Picture, column: number, row: number, size: number): readonly number[] {
  const sum = [0, 0, 0, 0];
  for (let sample = 0; sample < samplesPerSide ** 2; sample += 1) {
    const x = column + ((sample % samplesPerSide) + 0.5) / samplesPerSide;
    const y = row + (Math.floor(sample / samplesPerSide) + 0.5) / samplesPerSide;
    const [red, green, blue, opacity] = picture([x / size, y / size]);
    [red * opacity, green * opacity, blue * opacity, opacity].forEach((value, channel) => { sum[channel] = (sum[channel] ?? 0) + value; });
  }
  const opacity = sum[3] ?? 0;
  // Transparent pixels stay white: an outline icon has no other colour, at any opacity.
  const colors = opacity === 0 ? [255, 255, 255] : sum.slice(0, 3).map((value) => Math.round(value / opacity));
  return [...colors, Math.round((opacity / samplesPerSide ** 2) * 255)];
}

function draw(picture: Picture, size: number): Uint8Array {
  const rgba = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) rgba.set(pixel(picture, column, row, size), (row * size + column) * 4);
  }
  return encodePng(size, size, rgba);
}

const icons = new URL('./icons/', import.meta.url);
writeFileSync(new URL('color.png', icons), draw(colorIcon, 192));
writeFileSync(new URL('outline.png', icons), draw(outlineIcon, 32));
