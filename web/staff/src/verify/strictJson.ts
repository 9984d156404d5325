/**
 * Reads JSON in one way only: a name that stands twice in an object is refused, since readers differ on it. Nothing when it is not
 * JSON either.
 */
export function strictJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return namesEachOnce(text) ? value : undefined;
  } catch {
    return undefined;
  }
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

/** For text that is JSON: what stands before a colon is a name. */
function namesEachOnce(text: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  let last = "";
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "{") {
      open.push(new Set());
    } else if (token === "[") {
      open.push(undefined);
    } else if (token === "}" || token === "]") {
      open.pop();
    } else if (token === ":") {
      const names = open.at(-1);
      const name = JSON.parse(last) as string;
      if (names?.has(name)) {
        return false;
      }
      names?.add(name);
    }
    last = token;
  }
  return true;
}

/** Whether it is an object, and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
