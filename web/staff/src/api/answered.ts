/**
 * What a service answers, as its OpenAPI document describes it: a member that the document does not require comes as null or
 * not at all. What is sent is written as described.
 */
export type Answered<T> = T extends readonly (infer Item)[]
  ? Answered<Item>[]
  : T extends object
    ? {
        [K in keyof T]: undefined extends T[K]
          ? Answered<Exclude<T[K], undefined>> | null | undefined
          : Answered<T[K]>;
      }
    : T;
