import { eventually } from './condition';
import type { RotaScreen } from './rota';
import type { Rota, RotaSummary } from '../../src/api/wire';

interface Finding {
  rule: string;
  person: string;
  from: string;
  severity: string;
}

/** Makes an ordinary week of what is published of a week, publishes it, and makes weeks of it; returns its id. */
export async function makeOrdinaryWeek(screen: RotaScreen, weeks: readonly string[]): Promise<string> {
  const template = await screen.read<{ id: string }>('/records/week_template', {
    name: 'Semaine type',
    letter: '',
    from_date: '2026-11-23',
    to_date: null,
  });
  const { published } = await screen.week();
  const draft = await screen.read<RotaSummary>(`/templates/${template.id}/drafts`, { based_on: published?.id ?? null });
  const { findings } = await screen.read<{ findings: Finding[] }>(`/rotas/${draft.id}/publication`);
  const reasons = findings
    .filter(({ severity }) => severity === 'agreement')
    .map(({ rule, person, from }) => ({ rule, professional: person, from, reason: 'Accord des personnes, le 20 novembre' }));
  await screen.read<{ rota: Rota }>(`/rotas/${draft.id}/publication`, { revision: draft.revision, reasons });
  for (const week of weeks) await madeWeek(screen, week);
  return template.id;
}

/** Makes a week and waits until what was missing in it is planned: its draft no longer changes by itself. */
async function madeWeek(screen: RotaScreen, week: string): Promise<void> {
  const { run } = await screen.read<{ run: string | null }>(`/weeks/${week}/make`, {});
  if (run === null) return;
  await eventually(async () => (await screen.read<{ state: string }>(`/runs/${run}`)).state).toMatch(
    /^(done|finished|stale|failed|stopped)$/,
  );
}
