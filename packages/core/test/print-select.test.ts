import { DuckDBInstance } from "@duckdb/node-api";
import { expect, it } from "vitest";
import { printSelect } from "../src/index.ts";
import { planOf } from "./support/tables.ts";

const plan = planOf({
  patient: "patient",
  weight: "w",
  site: "site",
  labels: { cost: { column: "cost", label: "Cost" } },
  unitOfAnalysis: { unit: "patient", by: "patient", take: "last", orderBy: "at" },
  subgroups: [
    { id: "sex", column: 'se"x' },
    { id: "age", column: "age", bands: [40, 65] },
  ],
});

it("the SELECT for a warehouse", () => {
  expect(printSelect(plan, "predictions")).toMatchInlineSnapshot(`
    "WITH source AS (
      SELECT
        nullif(CAST("p" AS DOUBLE), CAST('nan' AS DOUBLE)) AS score,
        nullif(nullif(nullif(nullif(nullif("y", ''), 'NA'), 'NaN'), 'null'), 'NULL') AS outcome,
        nullif(nullif(nullif(nullif(nullif("se""x", ''), 'NA'), 'NaN'), 'null'), 'NULL') AS a0,
        CASE WHEN (nullif(CAST("age" AS DOUBLE), CAST('nan' AS DOUBLE))) IS NULL THEN 0 WHEN nullif(CAST("age" AS DOUBLE), CAST('nan' AS DOUBLE)) >= CAST('65' AS DOUBLE) THEN 3 WHEN nullif(CAST("age" AS DOUBLE), CAST('nan' AS DOUBLE)) >= CAST('40' AS DOUBLE) THEN 2 ELSE 1 END AS a1,
        nullif(nullif(nullif(nullif(nullif("site", ''), 'NA'), 'NaN'), 'null'), 'NULL') AS site,
        nullif(nullif(nullif(nullif(nullif("patient", ''), 'NA'), 'NaN'), 'null'), 'NULL') AS patient,
        nullif(CAST("w" AS DOUBLE), CAST('nan' AS DOUBLE)) AS weight,
        nullif(CAST("cost" AS DOUBLE), CAST('nan' AS DOUBLE)) AS l0,
        nullif(nullif(nullif(nullif(nullif("patient", ''), 'NA'), 'NaN'), 'null'), 'NULL') AS unit,
        "at" AS place,
        0 AS source_row
      FROM "predictions"
    ), chosen AS (
      SELECT * FROM source QUALIFY row_number() OVER (PARTITION BY unit ORDER BY place DESC NULLS LAST, source_row) = 1
    )
    SELECT
      score AS score,
      outcome AS outcome,
      a0 AS a0,
      a1 AS a1,
      site AS site,
      ((strpos('0123456789abcdef', substr(md5(patient), 1, 1)) - 1) % 4) * 16 + (strpos('0123456789abcdef', substr(md5(patient), 2, 1)) - 1) AS patient,
      count(*) AS n,
      count(weight) AS weight_count,
      coalesce(sum(weight), 0) AS weight_sum,
      coalesce(sum(weight * weight), 0) AS weight_squares,
      count(l0) AS l0_count,
      coalesce(sum(l0), 0) AS l0_sum,
      coalesce(sum(l0 * l0), 0) AS l0_squares
    FROM chosen
    GROUP BY 1, 2, 3, 4, 5, 6;
    "
  `);
});

it("is answered by an engine that did not write it", async () => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(
    `CREATE TABLE predictions AS SELECT * FROM (VALUES
      ('a', 0.2, '0', 'f', 39.5, 'A', DATE '2026-01-01', 1.0, 10.0),
      ('a', 0.9, '1', 'f', 40.0, 'A', DATE '2026-02-01', 2.0, NULL),
      ('b', NULL, NULL, NULL, NULL, 'B', DATE '2026-02-01', 3.0, 5.0)
    ) AS t(patient, p, y, "se""x", age, site, "at", w, cost)`,
  );
  const answer = await connection.runAndReadAll(printSelect(plan, "predictions"));
  const rows = answer
    .getRowObjectsJS()
    .sort((a, b) => Number(b["n"]) - Number(a["n"]) || Number(a["weight_sum"]) - Number(b["weight_sum"]));
  expect(
    rows.map(({ score, outcome, a0, a1, n, weight_sum }) => [score, outcome, a0, a1, Number(n), weight_sum]),
  ).toEqual([
    [0.9, "1", "f", 2, 1, 2],
    [null, null, null, 0, 1, 3],
  ]);
});
