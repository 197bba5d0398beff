import type { View } from "./view.ts";

/** Route, role and markets with who declared them; nothing where nobody did. */
export function routeText({ report: { regulatory }, words }: View): string | undefined {
  if (regulatory === undefined) return undefined;
  const { route, role, markets, declaredBy, date } = regulatory;
  return words.sentence.routeDeclared({
    route: words.route[route],
    role: words.dutyRole[role],
    markets: markets.map((m) => words.market[m]).join(", "),
    by: words.sentence.declaredBy(declaredBy.name, declaredBy.role, words.day(date)),
  });
}
