import type { Session } from '$api/wire';
import { common } from '$lib/i18n/common';

/** A part of the application that the bar at its head leads to. */
export interface Section {
  path: string;
  label: string;
  /** Other addresses that belong to it. */
  also: readonly string[];
}

/** The sections somebody may open, in the order in which everything lists them. */
export function sectionsOf(can: Session['can']): Section[] {
  const words = common().sections;
  const reads = (kind: string) => can.records[kind]?.read ?? 'none';
  const all: (Section & { shown: boolean })[] = [
    { path: '/planning', label: words.rota, shown: can.read_team, also: ['/bienvenue', '/semaine-type'] },
    { path: '/absences', label: words.absences, shown: can.edit_rota || can.create_meeting, also: ['/annee'] },
    { path: '/rencontres', label: words.meetings, shown: can.create_meeting, also: [] },
    { path: '/mon-planning', label: words.myWeek, shown: can.own_week, also: ['/abonnement'] },
    { path: '/enfants', label: words.children, shown: reads('child') !== 'none', also: [] },
    { path: '/equipe', label: words.team, shown: !['none', 'own'].includes(reads('professional')), also: ['/heures'] },
    { path: '/maison', label: words.house, shown: can.read_team, also: ['/importer'] },
  ];
  return all.filter(({ shown }) => shown);
}

/** Whether an address belongs to a section. */
export function isIn({ path, also }: Section, address: string): boolean {
  return [path, ...also].some((start) => address === start || address.startsWith(`${start}/`));
}
