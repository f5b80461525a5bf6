import { common } from './i18n/common';
import { complain, say } from './toasts.svelte';

interface Archiving {
  archive: () => Promise<{ version: number }>;
  restore: (version: number) => Promise<unknown>;
  /** What is said then: it is gone, and it is back. */
  removed: string;
  restored: string;
  /** Has the page show how things stand. */
  reload: () => Promise<void>;
}

/** Takes a record out of use and says so, with a way back. A refusal is said too, and the page shows how things stand. */
export async function archiveWithUndo({ archive, restore, removed, restored, reload }: Archiving): Promise<void> {
  const trying = async (change: () => Promise<void>) => {
    try {
      await change();
    } catch (error) {
      complain(error);
    }
    await reload();
  };
  await trying(async () => {
    const { version } = await archive();
    const back = () =>
      trying(async () => {
        await restore(version);
        say(restored);
      });
    say(removed, { label: common().undo, run: () => void back() });
  });
}
