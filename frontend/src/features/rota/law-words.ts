import type { Finding } from '$api/wire';
import { dayNumber, daysBetween, duration, weekdayShort, type CivilDate } from '$lib/datetime';
import type { KnownHouse } from '$lib/house';
import { law as texts } from '$lib/i18n/law';

/** What is found and what is allowed, in the unit of the rule. */
function figure(finding: Finding, amount: number): string {
  switch (finding.unit) {
    case 'minutes':
      return duration(amount);
    case 'days':
      return texts().days(amount);
    case 'working_days':
      return texts().workingDays(amount);
    case 'half_days':
      return texts().halfDays(amount);
    case 'count':
      return String(amount);
  }
}

/** « Repos de nuit de 10 h 30, au lieu de 11 h. » */
export function findingSentence(finding: Finding): string {
  return texts().sentences[finding.rule]({
    value: figure(finding, finding.value),
    limit: ['sundays', 'sundays_of_year', 'notice'].includes(finding.rule) ? String(finding.limit) : figure(finding, finding.limit),
    by: figure(finding, finding.by),
    beside: finding.beside ?? 0,
    weeks: finding.weeks ?? 1,
    count: finding.value,
  });
}

/** « lun. 23 », « lun. 23 – mar. 24 » */
export function findingDays({ from, to }: Finding): string {
  const day = (date: CivilDate) => `${weekdayShort(date)}\u00a0${dayNumber(date)}`;
  return daysBetween(from, to) === 0 ? day(from) : texts().from(day(from), day(to));
}

/** « Code du travail, art. L.3131-1. Ce point ne peut pas être accepté avec un motif. » */
export function findingArticle(finding: Finding): string {
  return `${finding.article}. ${texts().severity[finding.severity]}`;
}

/** The house's own rule, which is signed before all others: see the server's RuleOutsideTeam. */
export const isOwnRule = ({ rule }: Finding): boolean => rule === 'outside_team';

/** The children a finding is about, by name. */
export function childrenOf({ children }: Finding, house: KnownHouse): string | undefined {
  return children?.flatMap((id) => house.child.get(id)?.name ?? []).join(', ') || undefined;
}

/** Names a finding among those of one rota, as the server does. */
export const findingKey = ({ rule, person, from }: Record<'rule' | 'person' | 'from', string>): string => `${rule} ${person} ${from}`;

/** The findings of each severity that has any, the gravest first. */
export function bySeverity(findings: readonly Finding[]): [Finding['severity'], Finding[]][] {
  const order = ['legal', 'agreement', 'house'] as const;
  return order
    .map((severity): [Finding['severity'], Finding[]] => [severity, findings.filter((one) => one.severity === severity)])
    .filter(([, found]) => found.length > 0);
}
