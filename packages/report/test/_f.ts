import { forestSpec } from "/work/wt/report/packages/report/src/charts/forest-spec.ts";
import * as vl from "vega-lite"; import * as vega from "vega"; import {expressionInterpreter} from "vega-interpreter";
import {writeFileSync} from "node:fs";
const spec = forestSpec({axis:{low:0.5,high:1,log:false}, xTitle:"AUROC", headings:{label:"Subgroup",count:"events / n",text:"AUROC (95% interval)"}, overall:0.8, percent:false});
const rows=[{row:0,kind:"overall",label:"Everybody",count:"1,631 / 7,800",text:"0.782 (0.770 to 0.794)",value:.782,low:.77,high:.794},{row:1,kind:"heading",label:"Sex"},{row:2,kind:"level",label:"female",count:"800 / 4,000",text:"0.782 (0.770 to 0.794)",value:.75,low:.71,high:.794},{row:3,kind:"level",label:"male",count:"8 / 40",text:"0.782 (0.370 to 0.794)",value:.75,low:.5,high:.794,cutLow:true},{row:4,kind:"level",label:"not recorded",count:"0 / 40",text:"not estimable: no events"}];
const {spec: vg}=vl.compile(spec,{});
console.log(JSON.stringify(vg).length);
const view=new vega.View(vega.parse(vg,undefined,{ast:true}),{expr:expressionInterpreter,renderer:"none"} as never);
view.data("rows",rows); const svg=await view.toSVG(); console.log(svg.length); writeFileSync("/tmp/f.svg",svg); writeFileSync("/tmp/f.html","<body style='margin:20px'>"+svg); console.log(svg.slice(0,1500));
