/** Understands a list that can only grow, and proves so: the Merkle tree of RFC 9162 section 2.1 with SHA-256. */
type Hash = Uint8Array<ArrayBuffer>;

/** The hash of a leaf's content. */
export function leafHash(content: Uint8Array): Promise<Hash> {
  return sha256(Uint8Array.of(0), content);
}

function nodeHash(left: Hash, right: Hash): Promise<Hash> {
  return sha256(Uint8Array.of(1), left, right);
}

async function sha256(...parts: Uint8Array[]): Promise<Hash> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
}

export function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** Sizes may be larger than the 32 bits that shifts know. */
const half = (number: number) => Math.floor(number / 2);
const odd = (number: number) => number % 2 === 1;

/** Checks an inclusion proof (RFC 9162 section 2.1.3.2). */
export async function includes(
  root: Hash,
  size: number,
  index: number,
  leaf: Hash,
  proof: readonly Hash[],
): Promise<boolean> {
  if (index < 0 || index >= size) {
    return false;
  }
  let position = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) {
      return false;
    }
    if (odd(position) || position === last) {
      hash = await nodeHash(sibling, hash);
      while (!odd(position) && position !== 0) {
        position = half(position);
        last = half(last);
      }
    } else {
      hash = await nodeHash(hash, sibling);
    }
    position = half(position);
    last = half(last);
  }
  return last === 0 && same(hash, root);
}

/** Checks a consistency proof (RFC 9162 section 2.1.4.2) between two different sizes: nothing was changed or taken away. */
export async function grewFrom(
  earlierRoot: Hash,
  earlierSize: number,
  root: Hash,
  size: number,
  proof: readonly Hash[],
): Promise<boolean> {
  if (earlierSize < 1 || earlierSize >= size) {
    return false;
  }
  const path = isPowerOfTwo(earlierSize) ? [earlierRoot, ...proof] : [...proof];
  const [first, ...siblings] = path;
  if (!first) {
    return false;
  }
  let position = earlierSize - 1;
  let last = size - 1;
  while (odd(position)) {
    position = half(position);
    last = half(last);
  }
  let before = first;
  let after = first;
  for (const sibling of siblings) {
    if (last === 0) {
      return false;
    }
    if (odd(position) || position === last) {
      before = await nodeHash(sibling, before);
      after = await nodeHash(sibling, after);
      while (!odd(position) && position !== 0) {
        position = half(position);
        last = half(last);
      }
    } else {
      after = await nodeHash(after, sibling);
    }
    position = half(position);
    last = half(last);
  }
  return last === 0 && same(before, earlierRoot) && same(after, root);
}

function isPowerOfTwo(number: number): boolean {
  let left = number;
  while (left > 1 && !odd(left)) {
    left = half(left);
  }
  return left === 1;
}
