import type { Ground } from '../../engine/types.ts';

/**
 * The municipality's monitor counts characteristics: over 2023 it has 118 grounds, of which
 * 105 language, for 77 indications, so a child has language twice. The characteristics are
 * therefore stored and counted apart. The education rule asks for both parents, or for the
 * one parent who raises the child alone.
 */
export const GROUNDS: readonly Ground[] = [
  {
    code: 'education',
    countedApart: true,
    label: 'Opleiding van de ouders',
    characteristics: [
      { code: 'education_two_years', label: 'Beide ouders, of de alleenstaande ouder, hebben ten hoogste twee jaar voortgezet onderwijs' },
      { code: 'education_vmbo_or_special', label: 'Beide ouders hebben vmbo basis/kader of speciaal onderwijs' },
    ],
  },
  {
    code: 'language',
    countedApart: true,
    label: 'Risico op een achterstand in het Nederlands',
    characteristics: [
      { code: 'language_little_dutch', label: 'Thuis wordt geen of weinig Nederlands gesproken' },
      { code: 'language_poor_environment', label: 'Het kind groeit op in een taalarme omgeving' },
    ],
  },
  {
    code: 'municipality_specific',
    countedApart: true,
    label: 'Gemeentespecifiek',
    characteristics: [{ code: 'concerns_about_parent', label: 'Er zijn zorgen over een ouder' }],
  },
];
