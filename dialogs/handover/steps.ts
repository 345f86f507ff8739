import { stepDialog } from './step-dialog.ts';

/** The steps that are a form of their own. */
export const handoverReceiveDialog = stepDialog({
  id: 'handover-receive', step: 'received', title: 'Ontvangst bevestigen', roles: ['school', 'childcare'], dayLabel: 'Ontvangen op', submitTitle: 'Ontvangst bevestigen', showsContent: true,
  intro: 'Hieronder staat wat de kinderopvang vertelt. Bevestig dat het is aangekomen.',
});

export const handoverTalkDialog = stepDialog({
  id: 'handover-talk', step: 'talk_held', title: 'Warm gesprek vastleggen', roles: ['childcare', 'school'], dayLabel: 'Gesprek op', submitTitle: 'Vastleggen', withParticipants: true,
  intro: 'Leg vast dat het gesprek er was en wie erbij waren. Wat er gezegd is, hoort hier niet.',
});

export const handoverCompleteDialog = stepDialog({
  id: 'handover-complete', step: 'completed', title: 'Aanvullen en indienen', roles: ['school'], dayLabel: 'Ingediend op', submitTitle: 'Indienen', showsContent: true,
  text: { field: 'school_addition', required: false },
  intro: 'Kijk na wat erin staat, en vul zo nodig aan. Na het indienen ligt het vast.',
});

export const handoverFeedbackDialog = stepDialog({
  id: 'handover-feedback', step: 'feedback_given', title: 'Terugkoppelen aan de kinderopvang', roles: ['school'], dayLabel: 'Teruggekoppeld op', submitTitle: 'Versturen',
  text: { field: 'feedback', required: true }, also: 'closed',
  intro: 'Hoe gaat de start op school? De kinderopvang leest dit; verder niemand. De overdracht is daarna afgesloten.',
});

export const handoverCloseDialog = stepDialog({
  id: 'handover-close', step: 'closed', title: 'Overdracht afsluiten', roles: ['childcare', 'school'], dayLabel: 'Afgesloten op', submitTitle: 'Afsluiten',
  intro: 'Er komt niets meer bij: geen gesprek en geen terugkoppeling.',
});

export const handoverWithdrawDialog = stepDialog({
  id: 'handover-withdraw', step: 'withdrawn', title: 'Hele overdracht intrekken', roles: ['childcare', 'school'], dayLabel: 'Ingetrokken op', submitTitle: 'Intrekken en wissen',
  intro: 'Voor een overdracht die er niet had moeten zijn, of een kind dat naar een andere school gaat. Alles wat erin staat wordt gewist, en dat komt niet terug. Daarna kunt u een nieuwe beginnen.',
});
