// Runs in the reader's browser. Replaces each still picture by the same drawing made to answer, when it comes into view.
import { type Config, parse, type Spec, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";

interface Columns {
  readonly k: readonly string[];
  readonly v: readonly (readonly unknown[])[];
}
interface Drawings {
  readonly specs: readonly Spec[];
  readonly data: readonly Columns[];
  readonly panels: readonly (readonly [number, Readonly<Record<string, number>>])[];
  readonly config: Config;
}

const carried = document.getElementById("drawings");
if (carried !== null) start(JSON.parse(carried.textContent ?? "") as Drawings);
openForLinks();
openOnPaper();

function start(drawings: Drawings): void {
  const tip = tooltip();
  const draw = async (place: HTMLElement): Promise<void> => {
    const panel = drawings.panels[Number(place.dataset["panel"])];
    const spec = panel === undefined ? undefined : drawings.specs[panel[0]];
    if (panel === undefined || spec === undefined) return;
    const stage = document.createElement("div");
    const view = new View(parse(spec, drawings.config, { ast: true }), {
      expr: expressionInterpreter,
      renderer: "svg",
      hover: false,
    });
    view.tooltip((_: unknown, event: MouseEvent, __: unknown, value: unknown) => tip(event, value));
    for (const [name, index] of Object.entries(panel[1])) {
      const rows = expand(drawings.data[index]!);
      view.data(name, rows);
      if (name === "curve")
        view.data(
          "hover",
          rows.map((row) => ({ ...row })),
        );
    }
    view.initialize(stage);
    await view.runAsync();
    const svg = stage.querySelector("svg");
    svg?.setAttribute("aria-hidden", "true");
    svg?.setAttribute("focusable", "false");
    place.replaceChildren(stage);
    place.dataset["drawn"] = "true";
  };
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watcher.unobserve(target);
        void draw(target as HTMLElement);
      }
    },
    { rootMargin: "200px" },
  );
  for (const place of document.querySelectorAll<HTMLElement>("[data-panel]")) watcher.observe(place);
}

function expand({ k, v }: Columns): Record<string, unknown>[] {
  return v.map((row) => Object.fromEntries(k.map((key, i) => [key, row[i]])));
}

/** Shows what Vega hands over, as text and never as markup. */
function tooltip(): (event: MouseEvent, value: unknown) => void {
  const box = document.createElement("div");
  box.className = "tooltip";
  box.setAttribute("aria-hidden", "true");
  document.body.append(box);
  return (event, value) => {
    if (value === null || value === undefined || value === "") {
      box.classList.remove("shown");
      return;
    }
    const facts = typeof value === "object" ? Object.entries(value as Record<string, unknown>) : [["", value] as const];
    const lines = facts
      .filter(([, fact]) => fact !== null && fact !== undefined && fact !== "" && fact !== "null")
      .map(([name, fact]) => {
        const line = document.createElement("div");
        line.textContent = name === "" ? String(fact) : `${name}: ${String(fact)}`;
        return line;
      });
    box.replaceChildren(...lines);
    box.classList.add("shown");
    const { width, height } = box.getBoundingClientRect();
    box.style.left = `${Math.max(4, Math.min(event.clientX + 14, window.innerWidth - width - 4))}px`;
    box.style.top = `${Math.max(4, Math.min(event.clientY + 14, window.innerHeight - height - 4))}px`;
  };
}

/** A link to something folded away opens it; contents fold themselves on a narrow screen. */
function openForLinks(): void {
  const open = (): void => {
    const target = location.hash === "" ? null : document.getElementById(location.hash.slice(1));
    for (let at = target?.closest("details"); at; at = at.parentElement?.closest("details")) at.open = true;
  };
  window.addEventListener("hashchange", open);
  open();
  if (window.matchMedia("(max-width: 68rem)").matches)
    document.querySelector(".contents details")?.removeAttribute("open");
}

/** What is folded on the screen and belongs on paper is unfolded while the page is printed. */
function openOnPaper(): void {
  const folded = document.querySelectorAll<HTMLDetailsElement>("details.printed:not([open])");
  window.addEventListener("beforeprint", () => {
    for (const one of folded) one.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const one of folded) one.open = false;
  });
}
