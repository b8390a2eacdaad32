import type { components, paths } from './api-types.js';

/** A shape that the API describes, by its name. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** Whether an address fits a route: the same parts, but for those that the route leaves open, « {poleId} ». */
type Fits<Route extends string, Path extends string> = Route extends `${infer Part}/${infer More}`
  ? Path extends `${infer First}/${infer Rest}`
    ? FitsPart<Part, First> extends true
      ? Fits<More, Rest>
      : false
    : false
  : Path extends `${string}/${string}`
    ? false
    : FitsPart<Route, Path>;
type FitsPart<Part extends string, Text extends string> = Part extends `{${string}}`
  ? true
  : [Text] extends [Part]
    ? true
    : false;

type WithoutQuery<Path extends string> = Path extends `${infer Before}?${string}` ? Before : Path;

type RouteOf<Path extends string> = {
  [Route in keyof paths]: Fits<Route, WithoutQuery<Path>> extends true ? Route : never;
}[keyof paths];

type JsonOf<Responses> = {
  [Status in keyof Responses]: Status extends 200 | 201
    ? Responses[Status] extends { content: { 'application/json': infer Body } }
      ? Body
      : never
    : never;
}[keyof Responses];

type AnswerOf<Route extends keyof paths, Method extends string> = Method extends keyof paths[Route]
  ? paths[Route][Method] extends { responses: infer Responses }
    ? JsonOf<Responses>
    : unknown
  : unknown;

/** What the API answers at an address when all goes well; unknown when no route of its is known to fit. */
export type AnswerAt<Method extends string, Path extends string> = [RouteOf<Path>] extends [never]
  ? unknown
  : AnswerOf<RouteOf<Path>, Method>;
