import { fileURLToPath } from 'node:url';
import { autumn2026, OFFERS_2026 } from './autumn-2026.ts';
import { writeFolder } from './csv-files.ts';
import { PLACE_FILES } from './places.ts';
import { endOpenPlacements, OFFERS_2024, quarter2024 } from './quarter-2024.ts';

/**
 * Makes the files of both demo periods again. Run with `npx tsx db/demo/generate-putten.ts`;
 * the outcome is committed and must not differ without a reason.
 */
export async function generatePutten(): Promise<void> {
  const quarter = quarter2024();
  const autumn = autumn2026();
  const { files } = quarter;
  await writeFolder('putten-2024-q1', { ...PLACE_FILES, 've-plaatsen': OFFERS_2024, ...files });
  endOpenPlacements(quarter, autumn);
  await writeFolder('putten-2026', { 've-plaatsen': OFFERS_2026, ...autumn.files });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generatePutten();
