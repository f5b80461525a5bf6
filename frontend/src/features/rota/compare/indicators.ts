import type { Indicators } from '$api/comparison';
import { duration } from '$lib/datetime';
import { number } from '$lib/number';
import { compare as texts } from '$lib/i18n/compare';

/** One line of the table of indicators: both sides in words, and how the second differs from the first. */
export interface IndicatorLine {
  key: string;
  label: string;
  base: string;
  other: string;
  /** « + 5 », « − 1 h 30 »; « = » where nothing differs. */
  difference: string;
  /** Whether the second side is better, worse or the same. */
  verdict: 'better' | 'worse' | 'equal';
}

type IndicatorKey =
  'planned' | 'unplanned' | 'complete' | 'conflicts' | 'faces' | 'travel' | 'crowded' | 'overload' | 'wishes' | 'findings' | 'changes';

interface Indicator {
  key: IndicatorKey;
  value: (of: Indicators) => number | null;
  /** How the value is written; as a number where nothing is said. */
  write?: (value: number, of: Indicators) => string;
  /** How an amount of difference is written. */
  amount?: (value: number) => string;
  more?: 'better';
}

/** All indicators, in the order of the table. Less is better unless it is said. */
const INDICATORS: readonly Indicator[] = [
  { key: 'planned', value: ({ planned }) => planned, write: (value, { wanted }) => texts().indicators.of(value, wanted), more: 'better' },
  { key: 'unplanned', value: ({ planned, wanted }) => wanted - planned },
  {
    key: 'complete',
    value: ({ complete }) => complete,
    write: (value, { children }) => texts().indicators.of(value, children),
    more: 'better',
  },
  { key: 'conflicts', value: ({ conflicts }) => conflicts },
  { key: 'faces', value: ({ faces }) => faces },
  { key: 'travel', value: ({ travel }) => travel, write: duration, amount: duration },
  { key: 'crowded', value: ({ crowded }) => crowded },
  { key: 'overload', value: ({ overload }) => overload, write: duration, amount: duration },
  { key: 'wishes', value: ({ wishes }) => wishes },
  { key: 'findings', value: ({ findings }) => findings },
  { key: 'changes', value: ({ changes }) => changes },
];

/** The table of indicators of two rotas. What neither knows, such as changes where nothing is published, has no line. */
export function indicatorLines(base: Indicators, other: Indicators): IndicatorLine[] {
  return INDICATORS.flatMap((indicator) => {
    const [from, to] = [indicator.value(base), indicator.value(other)];
    if (from === null || to === null) return [];
    const write = indicator.write ?? number;
    const gain = indicator.more === 'better' ? to - from : from - to;
    return [
      {
        key: indicator.key,
        label: texts().indicators[indicator.key],
        base: write(from, base),
        other: write(to, other),
        difference: signed(to - from, indicator.amount ?? number),
        verdict: gain > 0 ? 'better' : gain < 0 ? 'worse' : 'equal',
      },
    ];
  });
}

function signed(value: number, write: (value: number) => string): string {
  if (value === 0) return '=';
  return `${value > 0 ? '+' : '\u2212'}\u00a0${write(Math.abs(value))}`;
}
