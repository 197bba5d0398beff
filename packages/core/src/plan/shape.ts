import { planJsonSchema } from "./json-schema.ts";

/** The parts of JSON Schema that the plan's schema uses, as far as describing a mistake needs them. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape | boolean;
  readonly prefixItems?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly const?: unknown;
  readonly default?: unknown;
}

let root: Shape | undefined;

/** Every shape the plan's schema allows at `path`: several where it is a choice, none where nothing may stand there. */
export function shapesAt(path: readonly PropertyKey[]): readonly Shape[] {
  root ??= planJsonSchema() as Shape;
  let shapes = choices(root);
  for (const key of path) shapes = shapes.flatMap((shape) => choices(within(shape, key)));
  return shapes;
}

/** Keys that may stand at `path`, in the schema's order; of a choice of kinds, those of the kind that `value` says it is. */
export function keysAt(path: readonly PropertyKey[], value: unknown): string[] {
  const shapes = shapesAt(path);
  const own = shapes.filter((shape) => isOfKind(shape, value));
  return keysOf(own.length > 0 ? own : shapes);
}

function isOfKind({ properties = {} }: Shape, value: unknown): boolean {
  const said = typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  return Object.entries(properties).every(
    ([key, shape]) => shape.const === undefined || (said[key] ?? shape.default) === shape.const,
  );
}

export function keysOf(shapes: readonly Shape[]): string[] {
  return [...new Set(shapes.flatMap((shape) => Object.keys(shape.properties ?? {})))];
}

/** What the schema says of the value at `path`, or nothing. */
export function descriptionAt(path: readonly PropertyKey[]): string {
  root ??= planJsonSchema() as Shape;
  let shapes: readonly Shape[] = [root];
  for (const key of path) shapes = shapes.flatMap(choices).flatMap((shape) => within(shape, key) ?? []);
  return shapes.find((shape) => shape.description !== undefined)?.description ?? "";
}

function within(shape: Shape, key: PropertyKey): Shape | undefined {
  if (typeof key === "number") {
    const item = shape.prefixItems?.[key] ?? shape.items;
    return typeof item === "object" ? item : undefined;
  }
  if (shape.properties !== undefined && Object.hasOwn(shape.properties, key)) return shape.properties[String(key)];
  return typeof shape.additionalProperties === "object" ? shape.additionalProperties : undefined;
}

function choices(shape: Shape | undefined): readonly Shape[] {
  if (shape === undefined) return [];
  const among = shape.anyOf ?? shape.oneOf;
  return among === undefined ? [shape] : among.flatMap(choices);
}
