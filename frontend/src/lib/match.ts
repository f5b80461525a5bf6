export interface Match<Route> {
  route: Route;
  params: Record<string, string>;
}

/**
 * The first route whose pattern fits the path. A pattern is made of words and parameters: "/planning/:week?" fits "/planning"
 * and "/planning/2026-W48", and gives { week } where it is there.
 */
export function match<Route extends { path: string }>(routes: readonly Route[], pathname: string): Match<Route> | null {
  const given = pathname.split('/').filter(Boolean);
  for (const route of routes) {
    const params = fit(route.path.split('/').filter(Boolean), given);
    if (params) return { route, params };
  }
  return null;
}

function fit(pattern: string[], given: string[]): Record<string, string> | null {
  if (given.length > pattern.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const value = given[index];
    if (value === undefined) {
      if (!part.endsWith('?')) return null;
    } else if (part.startsWith(':')) {
      const decoded = decode(value);
      if (decoded === null) return null;
      params[part.replace(/[:?]/g, '')] = decoded;
    } else if (part !== value) return null;
  }
  return params;
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
