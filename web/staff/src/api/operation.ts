/** How openapi-fetch reads an address: what it takes and what it answers. */
type Json<B> = { content: { "application/json": B } };
type Parameters = {
  query?: Record<string, unknown>;
  path?: Record<string, string>;
  header?: never;
  cookie?: never;
};
export type Answer<A, P extends Parameters = { path?: never; query?: never }, B = never> = {
  parameters: P;
  requestBody?: [B] extends [never] ? never : Json<B>;
  responses: { 200: { headers: Record<string, unknown> } & Json<A> };
};
export type Path<N extends string> = { path: Record<N, string> };
export type Query<Q extends Record<string, unknown>> = { query?: Q };
