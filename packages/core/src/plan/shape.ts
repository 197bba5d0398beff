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
}

let root: Shape | undefined;

/** Every shape the plan's schema allows at `path`: several where it is a choice, none where nothing may stand there. */
export function shapesAt(path: readonly PropertyKey[]): readonly Shape[] {
  root ??= planJsonSchema() as Shape;
  let shapes = choices(root);
  for (const key of path) shapes = shapes.flatMap((shape) => choices(within(shape, key)));
  return shapes;
}

/** Keys that may stand at `path`, in the schema's order. */
export function keysAt(path: readonly PropertyKey[]): string[] {
  return keysOf(shapesAt(path));
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
  return shape.anyOf === undefined ? [shape] : shape.anyOf.flatMap(choices);
}
