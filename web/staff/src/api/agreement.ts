import type { paths as Ours } from "./paths.ts";
import type { paths as Cases } from "./served/cases.ts";
import type { paths as Consents } from "./served/consents.ts";
import type { paths as Reports } from "./served/reports.ts";
import type { paths as Retention } from "./served/retention.ts";

/**
 * What the screens take for granted about the services agrees with what the services' OpenAPI documents say, or this file does
 * not compile; the error names the address and the member. `npm run types` makes the served types of `docs/openapi` first.
 *
 * Ours says more than the documents do: they seldom list codes, so a text that they say nothing more about may be a code of
 * ours. Where they list codes, ours know them all. A member that they do not require comes as null or not at all.
 */
type Served = Cases & Consents & Retention & Reports;

/** The document says nothing of a draft: it is whatever a screen wants back. */
type Undescribed = "/api/cases/files/{fileId}/drafts/{kind}";

type Described = Exclude<keyof Ours & string, Undescribed>;

/** None, or a text for each, so that the compiler's complaint can be read. */
type Differences = { [P in Described]: OfPath<P> }[Described];

type OfPath<P extends Described> = P extends keyof Served
  ? { [M in keyof Ours[P] & string]: OfOperation<M, Ours[P][M], Served[P], `${M} ${P}`> }[keyof Ours[P] &
      string]
  : `${P} is not served`;

type OfOperation<M extends string, O, S, At extends string> = M extends keyof S
  ? S[M] extends object
    ?
        | Answered<Content<Successful<S[M]>>, Content<Successful<O>>, `${At} answers`>
        | Sent<Content<Asked<O>>, Content<Asked<S[M]>>, `${At} takes`>
        | Sent<Queried<O>, Queried<S[M]>, `${At} asks`>
    : `${At} is not served`
  : `${At} is not served`;

type Successful<Op> = Op extends { responses: infer R } ? R[keyof R & (200 | 201 | 202 | 204)] : never;
type Asked<Op> = Op extends { requestBody?: infer B } ? NonNullable<B> : never;
type Queried<Op> = Op extends { parameters: { query?: infer Q } } ? NonNullable<Q> : never;
type Content<Message> = Message extends { content: { "application/json": infer Json } } ? Json : never;

/** How an answer goes beyond what ours expects. */
type Answered<S, O, At extends string> =
  Nothing<O> extends true
    ? never
    : [S] extends [never]
      ? `${At} nothing`
      : AnsweredValue<NonNullable<S>, NonNullable<O>, At> | (Absent<S> extends true ? Absence<O, At> : never);

type AnsweredValue<S, O, At extends string> = [O] extends [readonly (infer OI)[]]
  ? [S] extends [readonly (infer SI)[]]
    ? Answered<SI, OI, `${At}[]`>
    : `${At}: no list`
  : [O] extends [object]
    ? {
        [K in keyof O & string]: K extends keyof S
          ? Answered<S[K], O[K], `${At}.${K}`>
          : `${At}.${K}: not served`;
      }[keyof O & string]
    : Fits<S, O, At>;

/** How something sent is more, less or other than what the service takes. */
type Sent<O, S, At extends string> =
  Nothing<O> extends true
    ? never
    : [S] extends [never]
      ? `${At} nothing`
      : [NonNullable<O>] extends [object]
        ? EachSent<NonNullable<O>, NonNullable<S>, At>
        : Fits<NonNullable<O>, NonNullable<S>, At>;

type EachSent<O, S, At extends string> = O extends unknown ? SentValue<O, S, At> : never;

type SentValue<O, S, At extends string> = [O] extends [readonly (infer OI)[]]
  ? [S] extends [readonly (infer SI)[]]
    ? Sent<OI, SI, `${At}[]`>
    : `${At}: no list`
  : [O] extends [object]
    ?
        | {
            [K in keyof O & string]: K extends keyof S
              ? Sent<O[K], S[K], `${At}.${K}`>
              : `${At}.${K}: not known`;
          }[keyof O & string]
        | {
            [K in keyof S & string]: Absent<S[K]> extends true
              ? never
              : K extends keyof O
                ? Absent<O[K]> extends true
                  ? `${At}.${K}: always asked for`
                  : never
                : `${At}.${K}: always asked for`;
          }[keyof S & string]
    : Fits<O, S, At>;

/** Whether one kind of value may stand for another; a text of which nothing more is said may be any code. */
type Fits<From, To, At extends string> = [From] extends [To]
  ? never
  : [To] extends [string]
    ? string extends From
      ? never
      : [From] extends [string]
        ? `${At}: may be ${Exclude<From, To> & string}`
        : `${At}: no text`
    : `${At}: of another kind`;

type Absent<T> = undefined extends T ? true : null extends T ? true : false;
type Absence<O, At extends string> = [null | undefined] extends [O] ? never : `${At}: may be missing or null`;

/** Whether ours says nothing of it, and so cannot be wrong. */
type Nothing<T> = [T] extends [undefined]
  ? true
  : unknown extends T
    ? true
    : [T] extends [object]
      ? [keyof T] extends [never]
        ? true
        : false
      : false;

type Agreed<Difference extends never> = Difference;

export type Agreement = Agreed<Differences>;
