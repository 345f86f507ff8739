import { describe, expect, test } from 'vitest';
import { withMunicipality } from '../../src/figures/distinct-names.ts';
import { noFacts, type Facts, type TargetFact } from '../../src/figures/facts.ts';

const target = (standing: TargetFact['standing'], location?: string): TargetFact =>
  ({ child: 'a', birthDate: '2022-01-01', indicatedOn: '2024-01-01', standing, location, neighbourhood: 'Centrum', grounds: [], reasons: [], everPlaced: true, hasOutcome: false, onWaitingList: false });
const together = (...targets: readonly TargetFact[]): Facts => withMunicipality({ ...noFacts, targets }, 'Velsen');

describe('the places of one municipality among those of several', () => {
  test('carry its name', () => {
    expect(together(target('here', 'De Eik')).targets[0]).toMatchObject({ location: 'De Eik (Velsen)', neighbourhood: 'Centrum (Velsen)' });
  });

  test('do not carry it when a location lies in another municipality than the child lives in', () => {
    expect(together(target('elsewhere', 'De Eik')).targets[0]).toMatchObject({ location: 'De Eik (elders)', neighbourhood: 'Centrum (Velsen)' });
  });

  test('are none where there is no location', () => {
    expect(together(target('unknown')).targets[0]!.location).toBeUndefined();
  });
});
