import { englishCount } from '../../plural';

export const propose = {
  touch: {
    title: 'What may change',
    gapsHint: 'Gaps are looked for on these days, with everybody.',
    hint: 'What is planned elsewhere does not move. What is missing may be planned with everybody, on these days.',
    days: 'Days',
    teams: 'Teams',
    people: 'People',
    addPerson: 'Add somebody',
    remove: (name: string) => `Remove ${name}`,
    everything: 'the whole week, all teams',
    chosenDays: (days: string) => `days: ${days}`,
    chosen: (teams: number, people: number) =>
      [teams > 0 && englishCount(teams, 'team', 'teams'), people > 0 && englishCount(people, 'person', 'people')]
        .filter(Boolean)
        .join(', '),
  },
  goals: {
    title: 'What counts most',
    hint: 'Never at the price of a rule, nor of a session left out.',
    profile: 'Profile',
    usual: 'As usual',
    own: 'Set here',
    names: {
      same_faces: 'Same faces',
      few_trips: 'Little driving',
      balanced_days: 'Balanced days',
      wished_hours: 'Wished hours',
      few_changes: 'Few changes',
    },
    steps: { '-2': 'much less', '-1': 'less', '0': 'as usual', '1': 'more', '2': 'much more' } as Record<string, string>,
    name: 'Name of the profile',
    save: 'Save this profile',
    saved: (name: string) => `Profile “${name}” saved for the house.`,
    nameMissing: 'Give this profile a name.',
    nameTaken: 'A profile has this name already. Choose another.',
    remove: (name: string) => `Delete the profile “${name}”`,
    removed: (name: string) => `Profile “${name}” deleted.`,
    restore: 'Undo',
  },
  look: {
    show: 'See it on the grid',
    hide: 'Stop showing it on the grid',
    none: 'Nothing better to show yet.',
    shown: (count: number) => `${englishCount(count, 'change', 'changes')} on the grid, in green; dashed, what would go.`,
  },
};
