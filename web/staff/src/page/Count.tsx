interface Props {
  count: number;
  /** What they are, for who hears the page. */
  said: string;
}

/** How many wait, beside the word for where they do; nothing where there are none. */
export function Count({ count, said }: Props) {
  return count > 0 ? (
    <strong>
      <span aria-hidden>({count})</span>
      <span className="visually-hidden">{said}</span>
    </strong>
  ) : null;
}
