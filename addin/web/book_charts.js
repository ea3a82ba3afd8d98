/**
 * The charts of a workbook: what their series show, and pointing them to other ranges.
 */

import { isSupported, tried } from "./book_calls.js";
import { placeOf } from "./book_places.js";

/** @typedef {import("./book.js").HeldChart} HeldChart */
/** @typedef {import("./book.js").Order} Order */

/**
 * A chart and its series, which are null where this Excel does not tell what they show.
 * @typedef {{sheet: string, chart: Excel.Chart, series: Excel.ChartSeriesCollection | null}} Drawn
 */

/**
 * The charts of our sheets, with their series asked for.
 * @param {{sheet: Excel.Worksheet, charts: Excel.ChartCollection | null}[]} looked
 * @returns {Drawn[]}
 */
export function drawnCharts(looked) {
  const isTold = isSupported("ExcelApi", "1.15");
  return looked.flatMap(({ sheet, charts }) =>
    (charts === null ? [] : charts.items).map((chart) => ({
      sheet: sheet.name,
      chart,
      series: isTold ? chart.series.load("items/name") : null,
    })),
  );
}

/**
 * The charts and what their series show, as far as this Excel tells.
 * @param {Excel.RequestContext} context
 * @param {Drawn[]} drawn
 * @returns {Promise<HeldChart[]>}
 */
export async function readCharts(context, drawn) {
  /** @type {{name: string, sources: OfficeExtension.ClientResult<string>[]}[][]} */
  let asked = [];
  const isTold = await tried(context, () => {
    asked = drawn.map(({ chart, series }) =>
      itemsOf(series).map((one) => ({
        name: one.name,
        sources: sourcesOf(one, chart.chartType),
      })),
    );
  });
  return drawn.map(({ sheet, chart }, at) => ({
    sheet,
    name: chart.name,
    series: isTold ? asked[at].map(({ name, sources }) => shownBy(name, sources)) : [],
  }));
}

/**
 * The series that were told; none where Excel refused the answer that they were part of.
 * @param {Excel.ChartSeriesCollection | null} series
 */
function itemsOf(series) {
  try {
    return series === null ? [] : series.items;
  } catch {
    return [];
  }
}

/**
 * @param {string} name
 * @param {OfficeExtension.ClientResult<string>[]} sources
 */
function shownBy(name, sources) {
  const [categories, values, sizes] = sources.map((each) => each.value.replace(/^=/, ""));
  return { name, categories, values, sizes: sizes ?? "" };
}

/**
 * @param {Excel.ChartSeries} series
 * @param {string} type
 */
function sourcesOf(series, type) {
  /** @type {("Categories" | "Values" | "XValues" | "YValues" | "BubbleSizes")[]} */
  const dimensions = type.startsWith("Bubble")
    ? ["XValues", "YValues", "BubbleSizes"]
    : type.startsWith("XYScatter")
      ? ["XValues", "YValues"]
      : ["Categories", "Values"];
  return dimensions.map((each) => series.getDimensionDataSourceString(each));
}

/**
 * @param {Excel.RequestContext} context
 * @param {Order} order
 */
export function pointSeries(context, order) {
  const { worksheets } = context.workbook;
  const series = worksheets.getItem(order.sheet).charts.getItem(order.chart).series.getItemAt(order.index);
  const range = (/** @type {string} */ reference) => {
    const { sheet, address } = placeOf(reference);
    return worksheets.getItem(sheet).getRange(address);
  };
  if (order.categories !== null) {
    series.setXAxisValues(range(order.categories));
  }
  if (order.values !== null) {
    series.setValues(range(order.values));
  }
  if (order.sizes !== null) {
    series.setBubbleSizes(range(order.sizes));
  }
  if (order.name !== null) {
    series.name = `=${order.name}`;
  }
}
