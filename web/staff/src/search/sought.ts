/**
 * What is looked for outside the unit, on its way from where it was typed to the page that asks: in memory only, since an
 * address and a browser's history are kept.
 */
let sought = "";
let arrived: ((text: string) => void) | undefined;

export function carry(text: string) {
  if (arrived) {
    arrived(text);
  } else {
    sought = text;
  }
}

/** For who is there already; until what is returned is called. */
export function whenCarried(hear: (text: string) => void): () => void {
  arrived = hear;
  return () => {
    arrived = undefined;
  };
}

/** Once: whoever comes back later begins anew. */
export function takeCarried(): string {
  const text = sought;
  sought = "";
  return text;
}
