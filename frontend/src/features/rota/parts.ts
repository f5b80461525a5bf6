import { painted } from '$lib/after-paint';
import { textsReady } from '$lib/i18n/language.svelte';

/**
 * Loads a part of the screen when it is first asked for, with its texts in the language of the page; a load that failed is tried again. What was
 * just done is on the screen before the part is: a drop does not wait for the answers about it.
 */
function later<Part>(load: () => Promise<{ default: Part }>): () => Promise<Part> {
  let known: Promise<Part> | null = null;
  const loaded = () =>
    (known ??= load()
      .then(async (module) => {
        await textsReady();
        return module.default;
      })
      .catch((error: unknown) => {
        known = null;
        throw error;
      }));
  return () => painted().then(loaded);
}

/** What nobody needs before they ask: the panels, the dialogs, the answers in them. */
export const parts = {
  Dialogs: later(() => import('./Dialogs.svelte')),
  SessionPanel: later(() => import('./components/SessionPanel.svelte')),
  WhyPanel: later(() => import('./components/WhyPanel.svelte')),
  RunPanel: later(() => import('./components/RunPanel.svelte')),
  LawPanel: later(() => import('./components/LawPanel.svelte')),
  LawSheet: later(() => import('./components/LawSheet.svelte')),
  PhoneTeam: later(() => import('./components/PhoneTeam.svelte')),
  Answers: later(() => import('./answers/Answers.svelte')),
  Why: later(() => import('./answers/Why.svelte')),
  Sheet: later(() => import('./answers/Sheet.svelte')),
  ChildCard: later(() => import('./answers/ChildCard.svelte')),
  ProfessionalCard: later(() => import('./answers/ProfessionalCard.svelte')),
  ChildHours: later(() => import('./hours/ChildHours.svelte')),
  SecondWeek: later(() => import('./weeks/SecondWeek.svelte')),
  HoverCard: later(() => import('./hover/HoverCard.svelte')),
  Look: later(() => import('./propose/Look.svelte')),
  Hands: later(() => import('./hands/hands.svelte')),
  ChosenBar: later(() => import('./hands/ChosenBar.svelte')),
  RestorePoints: later(() => import('./hands/RestorePoints.svelte')),
  Versions: later(() => import('./versions/Versions.svelte')),
  CopyForm: later(() => import('./once/CopyForm.svelte')),
  ShapeForm: later(() => import('./once/ShapeForm.svelte')),
  LapsedBanner: later(() => import('./once/LapsedBanner.svelte')),
  SeriesDialog: later(() => import('./series/SeriesDialog.svelte')),
  PrintDialog: later(() => import('./print/PrintDialog.svelte')),
};
