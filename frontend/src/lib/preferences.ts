/** What a reader chose on this device: theme, language, layout. Never anything about a person. */
type Preference = 'theme' | 'language' | 'shortcuts' | `rota.${string}`;

/** The remembered value, or null where nothing is remembered or the browser forbids storage. */
export function remembered(name: Preference): string | null {
  try {
    return localStorage.getItem(`maillage.${name}`);
  } catch {
    return null;
  }
}

/** Keeps a choice on this device; without storage it lasts as long as the page. */
export function remember(name: Preference, value: string): void {
  try {
    localStorage.setItem(`maillage.${name}`, value);
  } catch {
    // Private windows may forbid storage: the choice then holds for this page only.
  }
}
