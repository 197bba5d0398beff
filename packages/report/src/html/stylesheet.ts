import { AMBER, BLUE, FONT, INK, QUIET, TEAL, VERMILION } from "../charts/style.ts";

const SERIF =
  '"Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", "URW Palladio L", "Source Serif 4", "Liberation Serif", Georgia, serif';
const MONO = 'ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace';

/** The page's look: a journal's, on screen, on a phone and on paper. */
export const stylesheet = `
:root{--ink:${INK};--quiet:${QUIET};--rule:#d5dae1;--soft:#f5f7f9;--link:${BLUE};--gap:${VERMILION};--same:${TEAL};--open:#7a5a00;--amber:${AMBER}}
*{box-sizing:border-box}
html{font:17px/1.55 ${SERIF};color:var(--ink);background:#fff;scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:78rem;padding:0 1.25rem 3rem;display:grid;grid-template-columns:minmax(0,1fr)}
h1,h2,h3,figcaption,caption{text-wrap:balance}
h1{font-size:2.1rem;line-height:1.15;font-weight:600;margin:.1rem 0 .3rem;overflow-wrap:anywhere}
h2{font-size:1.55rem;line-height:1.2;font-weight:600;margin:0 0 1rem;padding-top:.7rem;border-top:2px solid var(--ink)}
h3{font-size:1.15rem;line-height:1.3;font-weight:600;margin:2rem 0 .5rem}
p,ul,ol,dl{margin:.6rem 0;max-width:44rem}
a{color:var(--link)}
code,pre{font:.8rem/1.5 ${MONO}}
pre{background:var(--soft);padding:1rem;overflow:auto;max-height:28rem}
:focus-visible{outline:3px solid ${BLUE};outline-offset:2px;border-radius:2px}
main:focus{outline:none}
section{margin:3.2rem 0 0}
.skip{position:absolute;left:-99rem;top:0;background:#fff;padding:.6rem 1rem;z-index:3}
.skip:focus{left:.5rem;top:.5rem}
.top{padding:2.2rem 0 .4rem}
.kind,.by,.contents,.badge,.tiles,.key,.notes,.note,.panel-title,summary,table,figcaption,.facts dt,footer,.flow,.tooltip{font-family:${FONT}}
.kind{font-size:.8rem;letter-spacing:.02em;color:var(--quiet);margin:0}
.by{font-size:.9rem;color:var(--quiet);margin:0}
.contents{font-size:.82rem;line-height:1.35}
.contents ol{list-style:none;padding:0;margin:.5rem 0 0}
.contents li{margin:.42rem 0}
.contents a{color:var(--quiet);text-decoration:none}
.contents a:hover{color:var(--link);text-decoration:underline}
summary{cursor:pointer;font-size:.86rem;color:var(--link)}
.contents summary{color:var(--ink);font-weight:600}
.lead{font-size:1.12rem;line-height:1.5;max-width:48rem}
.note,p.note{font-size:.84rem;color:var(--quiet);line-height:1.45}
.detail{font-size:.88rem;color:var(--quiet);margin:.2rem 0 0;line-height:1.45}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(11rem,45%),1fr));gap:0 1.5rem;max-width:none;margin:1.4rem 0;border-top:1px solid var(--rule);border-bottom:1px solid var(--rule)}
.tiles div{padding:.7rem 0;display:flex;flex-direction:column}
.tiles dt{font-size:.78rem;color:var(--quiet)}
.tiles dd{margin:0;display:flex;flex-direction:column}
.big{font-size:1.7rem;line-height:1.25;font-weight:600;font-variant-numeric:tabular-nums lining-nums}
.small{font-size:.78rem;color:var(--quiet);overflow-wrap:anywhere}
.statements{list-style:none;padding:0;max-width:none;margin:.4rem 0 1.6rem}
.statements li{display:grid;grid-template-columns:11.5rem minmax(0,1fr);gap:.3rem 1.2rem;padding:.7rem 0;border-top:1px solid var(--rule)}
.statements li:last-child{border-bottom:1px solid var(--rule)}
.statements p{margin:0;max-width:46rem}
.statements .detail{margin-top:.25rem}
.badge{font-size:.82rem;font-weight:600;line-height:1.4;padding-top:.15rem}
.badge span{display:inline-block;width:1.1em;text-align:center}
.gap .badge,.tone.gap{color:var(--gap)}
.equivalent .badge,.tone.equivalent{color:var(--same)}
.open .badge,.tone.open{color:var(--open)}
.plain .badge{color:var(--quiet)}
.facts{max-width:56rem}
.facts div{display:grid;grid-template-columns:13rem minmax(0,1fr);gap:0 1.2rem;padding:.45rem 0;border-top:1px solid var(--rule)}
.facts dt{font-size:.84rem;color:var(--quiet);padding-top:.12rem}
.facts dd{margin:0;overflow-wrap:anywhere}
figure{margin:1.8rem 0 2.4rem}
figcaption{font-size:.95rem;font-weight:600;line-height:1.35;margin:0 0 .4rem}
.number{color:var(--quiet);font-weight:400;margin-right:.35rem}
.key{list-style:none;padding:0;margin:.2rem 0 .6rem;display:flex;flex-wrap:wrap;gap:.15rem 1.3rem;font-size:.8rem;color:var(--quiet);max-width:none}
.key svg{vertical-align:-1px;margin-right:.25rem}
.scroll{overflow-x:auto;max-width:100%}
.panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(16.6rem,1fr));gap:.8rem .6rem}
.panel{min-width:0}
.panel-title{font-size:.84rem;line-height:1.3;margin:0 0 .1rem}
.panel-title span{color:var(--quiet);font-size:.78rem}
.axes{position:absolute;font-family:${FONT};font-variant-numeric:tabular-nums}
.drawing svg{display:block;font-family:${FONT};font-variant-numeric:tabular-nums}
.panels .axes{position:absolute;font-family:${FONT};font-variant-numeric:tabular-nums}
.drawing svg{max-width:100%;height:auto}
details{margin:.5rem 0}
.numbers>summary{margin-top:.3rem}
details details{margin-left:1.1rem}
table{border-collapse:collapse;font-size:.82rem;line-height:1.4;font-variant-numeric:tabular-nums lining-nums;margin:1.2rem 0 .4rem;min-width:min(100%,30rem)}
caption{text-align:left;font-weight:600;font-size:.9rem;padding:0 0 .45rem}
th,td{text-align:left;vertical-align:top;padding:.34rem 1.1rem .34rem 0;border-bottom:1px solid #e9ecf0;font-weight:400;overflow-wrap:break-word}
td{max-width:26rem}
thead th{color:var(--quiet);font-size:.78rem;border-bottom:1.5px solid var(--ink);vertical-align:bottom}
tbody tr:last-child>*{border-bottom:1.5px solid var(--ink)}
tbody th{min-width:7.5rem}
details .scroll tbody th[scope=row]{position:sticky;left:0;background:#fff}
.heading th{font-weight:600;padding-top:.8rem}
.heading~tr:not(.heading) th{padding-left:.8rem}
.strong>*{font-weight:600}
.end{text-align:right}
td.end{white-space:nowrap}
.whole{white-space:nowrap}
.muted{color:var(--quiet)}
sup{font-size:.72em;line-height:0;margin-left:.1em}
.notes{list-style:none;padding:0;font-size:.78rem;color:var(--quiet);margin:.2rem 0 1rem}
.notes li{margin:.1rem 0}
.flow ol{list-style:none;padding:0;margin:1rem 0;font-size:.88rem}
.flow li{position:relative}
.flow .kept{border:1px solid var(--quiet);padding:.45rem .8rem;max-width:20rem}
.flow .left{margin-left:1.6rem;border-left:1px solid var(--quiet);padding:.7rem 0 .7rem 2.4rem;color:var(--quiet)}
.flow .left::before{content:"";position:absolute;left:0;top:1.35rem;width:1.8rem;border-top:1px solid var(--quiet)}
.flow .kept+.kept{border-top:0}
.flow strong{font-variant-numeric:tabular-nums}
footer{margin-top:3rem;border-top:1px solid var(--rule);font-size:.78rem;color:var(--quiet)}
.tooltip{position:fixed;left:0;top:0;visibility:hidden;background:#fff;border:1px solid var(--quiet);padding:.3rem .55rem;font-size:.78rem;line-height:1.4;pointer-events:none;z-index:2;font-variant-numeric:tabular-nums}
.tooltip.shown{visibility:visible}
@media (min-width:68.01rem){
body{grid-template-columns:13rem minmax(0,1fr);column-gap:3rem}
.top,footer,.skip{grid-column:1/-1}
.contents{position:sticky;top:1.4rem;align-self:start;max-height:calc(100vh - 2rem);overflow:auto;padding-top:1.1rem}
main section:first-child{margin-top:1rem}
}
@media (max-width:42rem){
html{font-size:16px}
h1{font-size:1.7rem}
.statements li,.facts div{grid-template-columns:minmax(0,1fr)}
.top{padding-top:1.2rem}
}
table:has(.blank){width:100%;max-width:60rem}
.blank>*{height:2.7rem;border-left:1px solid #e9ecf0;padding-left:.5rem;min-width:6rem}
.blank>:first-child{border-left:0;padding-left:0;min-width:10rem}
@media (max-width:42rem){
.scroll .drawing{min-width:40rem}
}
@media print{
@page{margin:17mm 15mm 16mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt ${FONT};color:${QUIET}}}
@page wide{size:A4 landscape}
html{font-size:9.5pt;line-height:1.45}
body{display:block;max-width:none;padding:0}
.contents,.skip,.tooltip{display:none}
details:not([open]):not(.printed){display:none}
details.printed::details-content{content-visibility:visible;display:block;block-size:auto}
details.printed>summary{list-style:none;font-weight:600;font-size:.95rem;color:inherit;margin-top:1rem;break-after:avoid}
details.printed>summary::-webkit-details-marker{display:none}
h2,h3,figcaption,caption,.key,.lead+.tiles{break-after:avoid}
section{margin-top:1.6rem}
#evidence,#full-results{break-before:page}
#full-results{page:wide}
#summary{font-size:.94em}
#summary .statements{margin-bottom:1rem}
#summary .statements li{padding:.4rem 0}
#summary h3{margin-top:1.1rem}
#summary .tiles{margin:.8rem 0}
#summary .tiles div{padding:.4rem 0}
.top{padding-top:0}
p,ul,ol,dl{max-width:none;orphans:3;widows:3}
.statements li,.facts div,tr,.panel,.flow,figure,main>section>.scroll{break-inside:avoid}
figure{margin:1rem 0 1.4rem}
figure details{display:none}
table{font-size:.78rem;margin:.8rem 0 .3rem;min-width:0}
.printed table{font-size:.72rem;width:100%}
.printed td{max-width:none}
.printed .whole{white-space:normal}
tbody tr:nth-child(-n+2){break-before:avoid}
tr.heading{break-after:avoid}
tbody tr:last-child{break-before:avoid}
.scroll{overflow:visible}
.axes{position:absolute;font-family:${FONT};font-variant-numeric:tabular-nums}
.drawing svg{max-width:100%;height:auto}
.drawing.chart svg{max-height:7.6cm;width:auto}
.panels{grid-template-columns:repeat(4,1fr);gap:.5rem}
.panel-title{font-size:.72rem}
a{color:inherit;text-decoration:none}
}
`.replaceAll("\n", "");

/** What stands at the top of every printed page. Every character but letters, digits and spaces is escaped: it cannot end the rule. */
export function runningHead(text: string): string {
  const safe = text.replace(/[^\p{L}\p{N} ]/gu, (c) => `\\${c.codePointAt(0)!.toString(16)} `);
  return `@media print{@page{@top-left{content:"${safe}";font:8pt ${FONT};color:${QUIET}}}}`;
}
